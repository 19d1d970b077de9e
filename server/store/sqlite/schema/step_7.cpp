#include "server/store/sqlite/schema/schema.h"

namespace fieldbook::server::schema {

const std::string_view step7 = R"sql(
-- state: DeviceState; those enrolled before were never held up. contacts, link: the chain that only
-- one copy of a tablet can go on with. changes_waiting, files_waiting: as the tablet last said.
ALTER TABLE device ADD COLUMN state INTEGER NOT NULL DEFAULT 1;
ALTER TABLE device ADD COLUMN state_since INTEGER;
ALTER TABLE device ADD COLUMN state_by BLOB;
ALTER TABLE device ADD COLUMN state_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE device ADD COLUMN key BLOB;
ALTER TABLE device ADD COLUMN contacts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN link TEXT NOT NULL DEFAULT '';
ALTER TABLE device ADD COLUMN changes_waiting INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN files_waiting INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN resync INTEGER NOT NULL DEFAULT 0;

-- One-time codes that enrol a device; device: which one it was, 0 as long as it was not used.
CREATE TABLE enrolment_code (
    digest BLOB PRIMARY KEY NOT NULL,
    user BLOB NOT NULL,
    by BLOB,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    device INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX enrolment_code_by_user ON enrolment_code (user) WHERE device = 0;

-- What a device destroyed of itself, in the words that it signed.
CREATE TABLE wipe_receipt (
    device INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    signature BLOB NOT NULL,
    received_at INTEGER NOT NULL
) STRICT;
)sql";

} // namespace fieldbook::server::schema
