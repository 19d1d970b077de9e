#include "server/store/sqlite/schema/schema.h"

namespace fieldbook::server::schema {

const std::string_view step8 = R"sql(
-- With what other programs ask in the name of a user; of the secret only the digest is kept.
-- device: as which they ask; the address of a calendar is none.
CREATE TABLE api_key (
    id BLOB PRIMARY KEY NOT NULL,
    digest BLOB NOT NULL UNIQUE,
    owner BLOB NOT NULL,
    device INTEGER REFERENCES device,
    name TEXT NOT NULL,
    hint TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created_by BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    last_used_at INTEGER,
    ended_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX api_key_by_owner ON api_key (owner);

-- What the files come to, so that nobody has to add them up.
CREATE TABLE file_total (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    files INTEGER NOT NULL,
    bytes INTEGER NOT NULL
) STRICT;

INSERT INTO file_total SELECT 1, count(*), coalesce(sum(size), 0) FROM file;

CREATE TRIGGER file_counted AFTER INSERT ON file BEGIN
    UPDATE file_total SET files = files + 1, bytes = bytes + new.size;
END;
)sql";

} // namespace fieldbook::server::schema
