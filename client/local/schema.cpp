#include "client/local/schema.h"

#include "shared/db/migrator.h"
#include "shared/db/record_table.h"

#include <array>

namespace fieldbook::client {
namespace {

constexpr std::int32_t applicationId = 0x46624c43; // "FbLC"

// base: how a record stood with the server before what is unsent; doc NULL: it was not there; gone:
// the server took it out of this tablet's sight.
// outbox.state: 0 waiting, 1 sent, 2 answered, waiting until what it did has been pulled (seq).
// outbox_touch: the records a change wrote; direct: the one it is about.
constexpr std::string_view firstStep = R"sql(
CREATE TABLE meta (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE base (
    id BLOB PRIMARY KEY NOT NULL, type TEXT NOT NULL, doc TEXT, gone INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE outbox (
    n INTEGER PRIMARY KEY, at INTEGER NOT NULL, group_first INTEGER NOT NULL,
    group_last INTEGER NOT NULL, type TEXT NOT NULL, record BLOB NOT NULL, verb TEXT NOT NULL,
    act TEXT NOT NULL, title TEXT NOT NULL, fields TEXT NOT NULL, json TEXT NOT NULL,
    state INTEGER NOT NULL DEFAULT 0, seq INTEGER
) STRICT;
CREATE INDEX outbox_by_state ON outbox (state, n);

CREATE TABLE outbox_touch (
    n INTEGER NOT NULL, id BLOB NOT NULL, direct INTEGER NOT NULL, PRIMARY KEY (n, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_touch_by_id ON outbox_touch (id, n, direct);

CREATE TABLE receipt_log (
    id INTEGER PRIMARY KEY, device INTEGER NOT NULL, n INTEGER NOT NULL, at INTEGER NOT NULL, group_first INTEGER NOT NULL, type TEXT NOT NULL,
    record BLOB NOT NULL, verb TEXT NOT NULL, act TEXT NOT NULL, title TEXT NOT NULL,
    fields TEXT NOT NULL, json TEXT NOT NULL, outcome TEXT NOT NULL, received_at INTEGER NOT NULL,
    code TEXT NOT NULL, reason_en TEXT NOT NULL, reason_zh TEXT NOT NULL, receipt TEXT NOT NULL,
    UNIQUE (device, n)
) STRICT;
CREATE INDEX receipt_log_by_record ON receipt_log (record, id);
CREATE INDEX receipt_log_by_outcome ON receipt_log (outcome, id);

CREATE TABLE attention (
    id INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, at INTEGER NOT NULL,
    type TEXT NOT NULL, record BLOB NOT NULL, title TEXT NOT NULL, code TEXT NOT NULL,
    reason_en TEXT NOT NULL, reason_zh TEXT NOT NULL, fields INTEGER NOT NULL,
    device INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX attention_of_conflict ON attention (record) WHERE kind = 1;
CREATE UNIQUE INDEX attention_of_refusal ON attention (device, first) WHERE kind = 0;

CREATE TABLE draft (key TEXT PRIMARY KEY NOT NULL, json TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE staged_page (n INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE received (half_hour INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT;

CREATE TABLE number_block (
    series TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, next INTEGER NOT NULL,
    prefix TEXT NOT NULL, PRIMARY KEY (series, first)
) STRICT, WITHOUT ROWID;

CREATE TABLE file (
    n INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL,
    attachment BLOB, sent INTEGER NOT NULL DEFAULT 0, upload TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX file_unsent ON file (n) WHERE sent < size;
CREATE TABLE file_chunk (
    file INTEGER NOT NULL, position INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (file, position)
) STRICT;

CREATE TABLE search_entry (
    n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, type INTEGER NOT NULL, digest INTEGER NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
    name, pinyin, phone, other,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);
)sql";

// Why the server does not take a file, which then is sent no more.
constexpr std::string_view secondStep =
    "ALTER TABLE file ADD COLUMN refused TEXT NOT NULL DEFAULT ''";

// What the lists need beyond the indexes of the declarations. Partial where few rows count.
constexpr std::array<std::string_view, 16> listIndexes{
    R"(CREATE INDEX IF NOT EXISTS customer_of_owner ON customer (owner, sort)
       WHERE deleted_at IS NULL)",
    R"(CREATE INDEX IF NOT EXISTS customer_contacted ON customer (owner, last_contact_at)
       WHERE deleted_at IS NULL)",
    R"(CREATE INDEX IF NOT EXISTS customer_vip ON customer (sort)
       WHERE tier = 'vip' AND deleted_at IS NULL)",
    R"(CREATE INDEX IF NOT EXISTS customer_at ON customer (position_lat, position_lon)
       WHERE position_lat IS NOT NULL AND deleted_at IS NULL)",
    R"(CREATE INDEX IF NOT EXISTS customer_next ON customer (next_contact_at)
       WHERE next_contact_at IS NOT NULL AND deleted_at IS NULL)",
    R"(CREATE INDEX IF NOT EXISTS customer_rhythm ON customer (visit_every_days, last_contact_at)
       WHERE visit_every_days IS NOT NULL AND deleted_at IS NULL)",
    R"(CREATE INDEX IF NOT EXISTS visit_of_customer ON visit (customer, state, planned_at))",
    R"(CREATE INDEX IF NOT EXISTS visit_of_owner ON visit (owner, state))",
    R"(CREATE INDEX IF NOT EXISTS visit_of_day ON visit (owner, planned_at, state)
       WHERE deleted_at IS NULL)",
    R"(CREATE INDEX IF NOT EXISTS reminder_of_customer ON reminder (customer, state, due_at))",
    R"(CREATE INDEX IF NOT EXISTS reminder_open ON reminder (due_at)
       WHERE state = 'open' AND deleted_at IS NULL)",
    R"(CREATE INDEX IF NOT EXISTS appointment_of_customer ON appointment (customer, starts_at))",
    R"(CREATE INDEX IF NOT EXISTS appointment_recurring ON appointment (id)
       WHERE recurrence IS NOT NULL AND deleted_at IS NULL)",
    R"(CREATE INDEX IF NOT EXISTS order_of_customer ON "order" (customer, ordered_on))",
    // All that the day's page asks of the orders of two years: no page of the table is read.
    R"(CREATE INDEX IF NOT EXISTS order_of_day
       ON "order" (owner, ordered_on, customer, state, total_currency, total_minor)
       WHERE deleted_at IS NULL)",
    R"(CREATE INDEX IF NOT EXISTS activity_of_customer ON activity (customer, happened_at))",
};

} // namespace

void ensureSchema(db::Database& database)
{
    const db::Migrator migrator{applicationId,
                                {{1, std::string{firstStep}}, {2, std::string{secondStep}}}};
    migrator.migrate(database);
    db::Transaction transaction{database};
    db::ensureRecordTables(transaction);
    for (const std::string_view sql : listIndexes) {
        database.execute(sql);
    }
    transaction.commit();
}

} // namespace fieldbook::client
