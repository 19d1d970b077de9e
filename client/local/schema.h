#pragma once

#include "shared/db/database.h"

namespace fieldbook::client {

// Brings a tablet's database to the newest schema: its own tables by numbered steps, the record
// tables by their declarations, the indexes its lists need. Cheap when nothing has changed.
void ensureSchema(db::Database& database);

} // namespace fieldbook::client
