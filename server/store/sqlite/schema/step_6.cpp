#include "server/store/sqlite/schema/schema.h"

namespace fieldbook::server::schema {

const std::string_view step6 = R"sql(
CREATE TABLE second_factor (
    user BLOB PRIMARY KEY NOT NULL,
    secret BLOB NOT NULL,
    confirmed INTEGER NOT NULL,
    last_step INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE recovery_code (
    user BLOB NOT NULL,
    digest BLOB NOT NULL,
    used_at INTEGER,
    PRIMARY KEY (user, digest)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_request (
    id BLOB PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    subject BLOB,
    team BLOB,
    wishes TEXT NOT NULL,
    reason TEXT NOT NULL,
    leaving INTEGER NOT NULL,
    state TEXT NOT NULL,
    requested_by BLOB NOT NULL,
    requested_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    decided_by BLOB,
    decided_at INTEGER,
    handling TEXT NOT NULL,
    executed_by BLOB,
    executed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX account_request_by_time ON account_request (state, requested_at);

-- Days are days of the company's calendar, counted from 1970-01-01.
CREATE TABLE login_day (
    user BLOB NOT NULL,
    day INTEGER NOT NULL,
    opened INTEGER NOT NULL,
    worked INTEGER NOT NULL,
    PRIMARY KEY (user, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX login_day_by_day ON login_day (day);

CREATE TABLE attendance_note (
    user BLOB NOT NULL,
    day INTEGER NOT NULL,
    author BLOB NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (user, day)
) STRICT, WITHOUT ROWID;
)sql";

} // namespace fieldbook::server::schema
