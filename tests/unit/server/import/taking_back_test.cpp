#include "tests/unit/server/import/files_brought_in.h"

namespace fieldbook::server::import {
namespace {

TEST_F(FilesBroughtIn, AreTakenBackAsFarAsNobodyTouchedThem)
{
    const auto job = bring(customers(threeCustomers));
    edit(customersByCode().at("B"), "city", std::string{"Rome"});

    const auto back = takeBack(job.id);

    EXPECT_EQ(back.state, JobState::Undone);
    EXPECT_TRUE(back.undoneAt.has_value());
    EXPECT_EQ(back.takenBack.putBack, 1U);
    EXPECT_EQ(back.takenBack.kept, 1U);
    const auto left = customersByCode();
    ASSERT_EQ(left.size(), 1U);
    EXPECT_TRUE(left.contains("B"));
    EXPECT_EQ(imports_.beginUndo(gao_, job.id).error().code, "import.not_done");
}

TEST_F(FilesBroughtIn, KeepACustomerAboutWhomSomethingWasRecorded)
{
    const auto job = bring(customers(threeCustomers));
    UuidSource ids{engine_.clock, engine_.entropy};
    rules::RecordWrite contact{&typeNamed("contact"), ids.next(), true, {}};
    contact.set("customer", customersByCode().at("A").id());
    contact.set("name", std::string{"Anna"});
    apply(contact);

    const auto back = takeBack(job.id);

    EXPECT_EQ(back.takenBack.kept, 1U);
    EXPECT_TRUE(customersByCode().contains("A"));
}

TEST_F(FilesBroughtIn, ThatChangedRecordsPutTheirFieldsBack)
{
    static_cast<void>(bring(customers(threeCustomers)));
    const auto second = bring(customers("Code,Name,Owner,Tier\nA,Bakery & Sons,ming,VIP\n"
                                        "B,Forge,ming,VIP\n"));
    ASSERT_EQ(second.changed, 2U);
    edit(customersByCode().at("B"), "name", std::string{"The forge"});

    const auto back = takeBack(second.id);

    EXPECT_EQ(back.takenBack.putBack, 1U);
    EXPECT_EQ(back.takenBack.kept, 1U);
    EXPECT_EQ(customersByCode().at("A").textOf("name"), "Bakery");
    EXPECT_EQ(customersByCode().at("B").textOf("name"), "The forge") << "somebody's since";
    EXPECT_NE(customersByCode().at("B").textOf("tier"), "vip");
}

TEST_F(FilesBroughtIn, AfterTakingBackComeOutOfTheBinAgain)
{
    const auto first = bring(customers(threeCustomers));
    ASSERT_EQ(takeBack(first.id).takenBack.putBack, 2U);
    ASSERT_TRUE(customersByCode().empty());

    const auto again = bring(customers(threeCustomers));

    EXPECT_EQ(again.created, 2U);
    EXPECT_EQ(customersByCode().size(), 2U);
    EXPECT_EQ(takeBack(again.id).takenBack.putBack, 2U);
    EXPECT_TRUE(customersByCode().empty());
}

TEST_F(FilesBroughtIn, AfterAChangeWasTakenBackStandAsBeforeIt)
{
    static_cast<void>(bring(customers(threeCustomers)));
    edit(customersByCode().at("A"), "name", std::string{"Bread"});
    const auto second = bring(customers("Code,Name,Owner,Tier\nA,Bakery & Sons,ming,VIP\n"));
    ASSERT_EQ(takeBack(second.id).takenBack.putBack, 1U);
    ASSERT_EQ(customersByCode().at("A").textOf("name"), "Bread");

    EXPECT_EQ(bring(customers(threeCustomers)).unchanged, 2U);

    EXPECT_EQ(customersByCode().at("A").textOf("name"), "Bread") << "the row said so before";
    edit(customersByCode().at("A"), "deleted_at", engine_.clock.now());
    static_cast<void>(bring(customers(threeCustomers)));
    EXPECT_FALSE(customersByCode().contains("A")) << "somebody has deleted it";
}

TEST_F(FilesBroughtIn, GiveWayToWhatWasWrittenBeforeThemAndCameLater)
{
    static_cast<void>(bring(customers(threeCustomers)));
    const auto second = bring(customers("Code,Name,Owner,Tier\nA,Bakery & Sons,ming,VIP\n"));
    const auto bakery = customersByCode().at("A");
    const auto name = *bakery.type().indexOf("name");
    // A tablet's edit that was made before the import and synchronised after it: it lost.
    auto offline = bakery.versionAt(name);
    offline.at.millis -= 1;
    offline.device = 1;
    ASSERT_TRUE(engine_.commits.run([&](Commit& commit) -> Result<void> {
        commit.writer().addHistory({.record = bakery.id(),
                                    .type = &bakery.type(),
                                    .field = name,
                                    .value = std::string{"Corner bakery"},
                                    .version = offline,
                                    .author = ming_.user,
                                    .replacedBy = bakery.versionAt(name)});
        return {};
    }));

    static_cast<void>(takeBack(second.id));

    EXPECT_EQ(customersByCode().at("A").textOf("name"), "Corner bakery");
}

TEST_F(FilesBroughtIn, AreKeptWhereSomethingElseRefersToThem)
{
    const auto products = bring(
        {.name = "products.csv",
         .source = "old system",
         .type = &typeNamed("product"),
         .text = "Code,Name\nP1,Flour\nP2,Salt\n",
         .key = {"Code"},
         .fields = {{.field = "code", .column = "Code"}, {.field = "name", .column = "Name"}}});
    ASSERT_EQ(products.created, 2U);
    Uuid flour;
    engine_.store.read()->forEachDocument(typeNamed("product"), [&](std::string_view text) {
        const auto record = Record::parse(text);
        flour = record->textOf("code") == "P1" ? record->id() : flour;
    });
    UuidSource ids{engine_.clock, engine_.entropy};
    rules::RecordWrite list{&typeNamed("price_list"), ids.next(), true, {}};
    list.set("name", std::string{"Retail"});
    list.set("currency", std::string{"CNY"});
    apply(list);
    rules::RecordWrite price{&typeNamed("price"), ids.next(), true, {}};
    price.set("price_list", list.id);
    price.set("product", flour);
    price.set("unit_price", Money::fromMinor(100, *Currency::parse("CNY")));
    apply(price);

    const auto back = takeBack(products.id);

    EXPECT_EQ(back.takenBack.putBack, 1U);
    EXPECT_EQ(back.takenBack.kept, 1U);
    EXPECT_FALSE(Record::parse(engine_.store.read()->find(flour)->document)->isDeleted());
}

TEST_F(FilesBroughtIn, AreTakenBackByAnotherWhoIsNamed)
{
    const auto job = bring(customers(threeCustomers));
    Caller fang;
    fang.user = addUser("fang", "administrator");
    ASSERT_TRUE(imports_.beginUndo(fang, job.id));
    EXPECT_EQ(imports_.beginUndo(gao_, job.id).error().code, "import.not_done")
        << "it is under way";

    imports_.work(job.id);

    EXPECT_EQ(imports_.find(gao_, job.id)->undoneBy, fang.user);
}

} // namespace
} // namespace fieldbook::server::import
