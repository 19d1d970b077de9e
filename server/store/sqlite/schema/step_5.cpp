#include "server/store/sqlite/schema/schema.h"

namespace fieldbook::server::schema {

const std::string_view step5 = R"sql(
-- The trail is searched by what its headers say; nothing of it is kept twice.
CREATE INDEX trail_entry_by_time ON trail_entry (json_extract(header, '$.at'));
CREATE INDEX trail_entry_by_kind ON trail_entry (json_extract(header, '$.kind'));
CREATE INDEX trail_entry_by_user ON trail_entry (json_extract(header, '$.by'));
CREATE INDEX trail_entry_by_record ON trail_entry (json_extract(header, '$.id'));

-- What each device said that it keeps of the trail: a signed state.
CREATE TABLE trail_witness (
    device INTEGER PRIMARY KEY,
    size INTEGER NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
)sql";

} // namespace fieldbook::server::schema
