#include "server/store/sqlite/schema/schema.h"

namespace fieldbook::server::schema {

const std::string_view step3 = R"sql(
-- 1: delivered by the tablet of somebody who was frozen, and nobody has decided about it yet.
ALTER TABLE refusal ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
CREATE INDEX refusal_held ON refusal (user, id) WHERE held = 1;
)sql";

} // namespace fieldbook::server::schema
