#include "server/store/sqlite/schema/schema.h"

namespace fieldbook::server::schema {

const std::string_view step1 = R"sql(
CREATE TABLE setting (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The counters of the store: one row, written once a commit.
CREATE TABLE head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    seq INTEGER NOT NULL,
    server_change INTEGER NOT NULL
) STRICT;
INSERT INTO head VALUES (1, 0, 0);

CREATE TABLE record_type (
    code INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE feed (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- The feeds of a record, as a comma-separated list of ids: there are few different ones.
CREATE TABLE feed_set (
    id INTEGER PRIMARY KEY,
    feeds TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE record_index (
    id BLOB PRIMARY KEY NOT NULL,
    type INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    parent BLOB,
    feeds INTEGER NOT NULL REFERENCES feed_set
) STRICT, WITHOUT ROWID;
CREATE INDEX record_index_by_parent ON record_index (parent) WHERE parent IS NOT NULL;

-- One row for each feed a record stands in, at the sequence of its last change.
CREATE TABLE feed_entry (
    feed INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    record BLOB NOT NULL,
    type INTEGER NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (feed, seq, record)
) STRICT, WITHOUT ROWID;

-- One row for each feed a record stood in and does not any more.
CREATE TABLE feed_left (
    feed INTEGER NOT NULL,
    record BLOB NOT NULL,
    seq INTEGER NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (feed, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX feed_left_by_seq ON feed_left (feed, seq);

CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    record BLOB NOT NULL,
    type INTEGER NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    version TEXT NOT NULL,
    author BLOB,
    replaced_by TEXT NOT NULL
) STRICT;
CREATE INDEX history_by_record ON history (record, field);

CREATE TABLE device (
    number INTEGER PRIMARY KEY,
    install BLOB NOT NULL,
    user BLOB NOT NULL,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    platform TEXT NOT NULL,
    app_version TEXT NOT NULL,
    last_change INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    clock_ahead_millis INTEGER NOT NULL,
    UNIQUE (install, user)
) STRICT;

CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    token BLOB NOT NULL UNIQUE,
    device INTEGER NOT NULL REFERENCES device,
    user BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    ended_at INTEGER,
    ended_because TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX session_open_by_user ON session (user) WHERE ended_at IS NULL;
CREATE INDEX session_open_by_device ON session (device) WHERE ended_at IS NULL;

CREATE TABLE password (
    user BLOB PRIMARY KEY NOT NULL,
    hash TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt (
    device INTEGER NOT NULL,
    number INTEGER NOT NULL,
    fingerprint INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    body TEXT,
    PRIMARY KEY (device, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE refusal (
    id INTEGER PRIMARY KEY,
    device INTEGER NOT NULL,
    number INTEGER NOT NULL,
    user BLOB NOT NULL,
    at INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    code TEXT NOT NULL,
    raw TEXT NOT NULL,
    UNIQUE (device, number)
) STRICT;

CREATE TABLE number_lease (
    device INTEGER NOT NULL,
    series TEXT NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (device, series)
) STRICT, WITHOUT ROWID;

CREATE TABLE upload (
    id BLOB PRIMARY KEY NOT NULL,
    user BLOB NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX upload_by_user ON upload (user);

CREATE TABLE file (
    sha256 TEXT PRIMARY KEY NOT NULL,
    size INTEGER NOT NULL,
    stored_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who has sent the bytes: to know a checksum gives no right to what it stands for.
CREATE TABLE file_sender (
    sha256 TEXT NOT NULL REFERENCES file,
    user BLOB NOT NULL,
    PRIMARY KEY (sha256, user)
) STRICT, WITHOUT ROWID;
)sql";

} // namespace fieldbook::server::schema
