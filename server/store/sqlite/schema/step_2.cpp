#include "server/store/sqlite/schema/schema.h"

namespace fieldbook::server::schema {

const std::string_view step2 = R"sql(
-- The stretches of the store's life: each program that writes it begins one, with an id that no
-- other has, at the sequence that it found.
CREATE TABLE epoch (
    number INTEGER PRIMARY KEY,
    id INTEGER NOT NULL UNIQUE,
    since INTEGER NOT NULL
) STRICT;
)sql";

} // namespace fieldbook::server::schema
