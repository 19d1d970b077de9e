#include "shared/db/record_table.h"
#include "shared/record/types/types.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

namespace fieldbook::db {
namespace {

const Uuid bakery = *Uuid::parse("0190b1c2-d3e4-7f56-8a9b-0c1d2e3f4a5b");
const Uuid lin = *Uuid::parse("0190b1c2-d3e4-7f56-8a9b-0c1d2e3f4a5c");

Record aCustomer()
{
    Record record{types::customer(), bakery};
    record.setMade(Version{{1'700'000'000'000, 0}, 3, 17});
    record.set("name", std::string{"杭州恒通汽车"});
    record.set("owner", lin);
    record.set("credit_limit", Money::fromMinor(20'000'000, *Currency::parse("CNY")));
    record.set("position", Geo{30.2, 120.1, 12, fromMillis(1'700'000'000'000), false});
    record.set("visit_every_days", std::int64_t{21});
    record.setSearchKeys({"hang zhou heng tong qi che", "hzhtqc"});
    return record;
}

class RecordTables : public ::testing::Test {
protected:
    RecordTables()
    {
        Transaction transaction{database_};
        ensureRecordTables(transaction);
        transaction.commit();
    }

    fieldbook::testing::TempDir dir_;
    Database database_{dir_.path() / "records.db"};
    const RecordTable& customers_ = RecordTable::of(types::customer());
};

TEST_F(RecordTables, GiveBackTheSameRecordAndItsColumns)
{
    Transaction transaction{database_};
    customers_.put(transaction, aCustomer());
    transaction.commit();

    EXPECT_EQ(customers_.find(database_, bakery), aCustomer());
    Statement row =
        database_.prepare("SELECT owner, sort, visit_every_days, position_lat FROM customer");
    ASSERT_TRUE(row.step());
    EXPECT_EQ(row.uuid(0), lin);
    EXPECT_EQ(row.text(1), "hang zhou heng tong qi che");
    EXPECT_EQ(row.int64(2), 21);
    EXPECT_DOUBLE_EQ(row.real(3), 30.2);
}

TEST_F(RecordTables, ReplaceARecordThatIsThere)
{
    Transaction transaction{database_};
    customers_.put(transaction, aCustomer());
    Record changed = aCustomer();
    changed.set("name", std::string{"恒通"});
    customers_.put(transaction, changed);
    transaction.commit();

    EXPECT_EQ(customers_.find(database_, bakery)->textOf("name"), "恒通");
}

TEST_F(RecordTables, FindWhatRefersToARecordButNotWhatIsDeleted)
{
    Record kept{types::contact(), *Uuid::parse("0190b1c2-d3e4-7f56-8a9b-000000000001")};
    kept.set("customer", bakery);
    Record binned{types::contact(), *Uuid::parse("0190b1c2-d3e4-7f56-8a9b-000000000002")};
    binned.set("customer", bakery);
    binned.set("deleted_at", fromMillis(5));
    const RecordTable& contacts = RecordTable::of(types::contact());
    Transaction transaction{database_};
    contacts.put(transaction, kept);
    contacts.put(transaction, binned);
    transaction.commit();

    const auto found = contacts.referring(database_, "customer", bakery);

    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].id(), kept.id());
}

TEST_F(RecordTables, AreRefilledFromTheDocumentsWhenTheDeclarationHasChanged)
{
    {
        Transaction transaction{database_};
        customers_.put(transaction, aCustomer());
        database_.execute("DROP INDEX customer_by_owner; ALTER TABLE customer DROP COLUMN owner");
        database_.execute(
            "UPDATE record_schema SET created_by = 'an older one' WHERE type = 'customer'");
        transaction.commit();
    }

    Transaction transaction{database_};
    ensureRecordTables(transaction);
    transaction.commit();

    Statement row = database_.prepare("SELECT owner FROM customer");
    ASSERT_TRUE(row.step());
    EXPECT_EQ(row.uuid(0), lin);
    EXPECT_TRUE(database_.integrityCheck().empty());
}

} // namespace
} // namespace fieldbook::db
