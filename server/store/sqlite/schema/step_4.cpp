#include "server/store/sqlite/schema/schema.h"

namespace fieldbook::server::schema {

const std::string_view step4 = R"sql(
-- What happened, only ever appended to, numbered from 0 without a gap. Salt and body are gone where
-- personal data was erased; the digest stays.
CREATE TABLE trail_entry (
    number INTEGER PRIMARY KEY,
    header TEXT NOT NULL,
    digest BLOB NOT NULL,
    salt BLOB,
    body TEXT
) STRICT;

-- Complete subtrees of every eighth level, counted from the left.
CREATE TABLE trail_node (
    level INTEGER NOT NULL,
    number INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (level, number)
) STRICT, WITHOUT ROWID;

-- The right edge of the tree: one row.
CREATE TABLE trail_head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    size INTEGER NOT NULL,
    frontier BLOB NOT NULL
) STRICT;
INSERT INTO trail_head VALUES (1, 0, x'');

CREATE TABLE trail_checkpoint (
    size INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;
)sql";

} // namespace fieldbook::server::schema
