#include "tests/unit/server/import/files_brought_in.h"

namespace fieldbook::server::import {
namespace {

TEST_F(FilesBroughtIn, BecomeRecordsAndSayWhichRowsDidNot)
{
    const auto job = bring(customers(threeCustomers));

    EXPECT_EQ(job.state, JobState::Done);
    EXPECT_EQ(job.created, 2U);
    EXPECT_EQ(job.rejected, 1U);
    EXPECT_EQ(job.done, job.rows);
    ASSERT_EQ(job.findings.size(), 1U);
    EXPECT_EQ(job.findings[0].line, 4U);
    EXPECT_EQ(job.findings[0].code, "import.reference_missing");
    const auto made = customersByCode();
    ASSERT_EQ(made.size(), 2U);
    EXPECT_EQ(made.at("A").referenceOf("owner"), ming_.user);
    EXPECT_EQ(made.at("A").referenceOf("created_by"), gao_.user);
    EXPECT_EQ(made.at("A").textOf("tier"), "vip");
    EXPECT_EQ(made.at("A").textOf("kind"), "organisation");
}

TEST_F(FilesBroughtIn, ThatAreOnlyCheckedLeaveNothing)
{
    auto order = customers(threeCustomers);
    order.dryRun = true;

    const auto job = bring(std::move(order));

    EXPECT_EQ(job.created, 2U);
    EXPECT_EQ(job.rejected, 1U);
    EXPECT_TRUE(customersByCode().empty());
    EXPECT_EQ(imports_.beginUndo(gao_, job.id).error().code, "import.not_done");
}

TEST_F(FilesBroughtIn, AgainFromTheSameSourceChangeWhatTheFileChanged)
{
    static_cast<void>(bring(customers(threeCustomers)));

    const auto again = bring(customers("Code,Name,Owner,Tier\nA,Bakery & Sons,ming,VIP\n"
                                       "B,Smithy,ming,主要\n"));

    EXPECT_EQ(again.changed, 1U);
    EXPECT_EQ(again.unchanged, 1U);
    EXPECT_EQ(customersByCode().at("A").textOf("name"), "Bakery & Sons");
}

TEST_F(FilesBroughtIn, AgainByAnotherLeaveWhoCreatedThemAlone)
{
    static_cast<void>(bring(customers(threeCustomers)));
    Caller fang;
    fang.user = addUser("fang", "administrator");

    const auto begun = imports_.begin(fang, customers(threeCustomers));
    imports_.work(begun->id);

    EXPECT_EQ(imports_.find(fang, begun->id)->unchanged, 2U);
    EXPECT_EQ(customersByCode().at("A").referenceOf("created_by"), gao_.user);
}

TEST_F(FilesBroughtIn, AgainWithFewerColumnsLeaveTheOthersAlone)
{
    static_cast<void>(bring(customers(threeCustomers)));
    auto fewer = customers("Code,Name,Owner\nA,Bakery & Sons,ming\nB,Smithy,ming\n");
    std::erase_if(fewer.fields, [](const FieldOrder& each) { return each.field == "tier"; });

    EXPECT_EQ(bring(fewer).changed, 1U);
    EXPECT_EQ(customersByCode().at("A").textOf("tier"), "vip");

    // An empty cell takes away what the file said, and nothing that somebody has said since.
    edit(customersByCode().at("B"), "tier", std::string{"small"});
    EXPECT_EQ(
        bring(customers("Code,Name,Owner,Tier\nA,Bakery & Sons,ming,\nB,Smithy,ming,\n")).changed,
        1U);
    EXPECT_EQ(customersByCode().at("A").textOf("tier"), "");
    EXPECT_EQ(customersByCode().at("B").textOf("tier"), "small");
}

TEST_F(FilesBroughtIn, ChangeARecordOfElsewhereFromOneRowOnly)
{
    static_cast<void>(bring(customers(threeCustomers)));
    auto order = customers("Code,Name,Owner,Tier\nX,Bakery,ming,Small\nY,bakery,ming,VIP\n");
    order.source = "another system";
    order.existing = Existing::Update;
    order.existingBy = "name";

    const auto job = bring(order);

    EXPECT_EQ(job.changed, 1U);
    EXPECT_EQ(job.rejected, 1U);
    ASSERT_EQ(job.findings.size(), 1U);
    EXPECT_EQ(job.findings[0].code, "import.key_twice");
    EXPECT_EQ(job.findings[0].line, 3U);
}

TEST_F(FilesBroughtIn, FillNoFieldThatTheirImporterMayNotEdit)
{
    Caller office;
    office.user = addUser("office", "board_administrator");
    auto order = customers(threeCustomers);
    ASSERT_TRUE(imports_.begin(office, order));
    order.fields.push_back({.field = "id_number", .column = "Code"});

    EXPECT_EQ(imports_.begin(office, order).error().code, "access.field");
}

TEST_F(FilesBroughtIn, SayNothingOfSensitiveCells)
{
    auto order = customers("Code,Name,Owner,Tier\nA,Bakery,ming,\n");
    order.text = "Code,Name,Owner,Tier,ID\nA,Bakery,ming,," + std::string(70, '9') + "\n";
    order.fields.push_back({.field = "id_number", .column = "ID"});

    const auto job = bring(order);

    ASSERT_EQ(job.findings.size(), 1U);
    EXPECT_EQ(job.findings[0].column, "ID");
    EXPECT_EQ(job.findings[0].detail, "");
    order.text = "Code,Name,Owner,Tier,ID\nA,Bakery,ming,,99\nA,Bakery,ming,,99\n";
    order.key = {"Code", "ID"};
    const auto twice = bring(order);
    ASSERT_EQ(twice.findings.size(), 1U);
    EXPECT_EQ(twice.findings[0].code, "import.key_twice");
    EXPECT_EQ(twice.findings[0].detail, "");
}

TEST_F(FilesBroughtIn, GiveUpWhatTheServerHasNoRoomFor)
{
    const auto begun = imports_.begin(gao_, customers(threeCustomers));
    imports_.giveUp(begun->id);
    imports_.work(begun->id);

    EXPECT_EQ(imports_.find(gao_, begun->id)->state, JobState::Failed);
    EXPECT_EQ(imports_.find(gao_, begun->id)->code, "import.busy");
    EXPECT_TRUE(customersByCode().empty());
}

TEST_F(FilesBroughtIn, AreRememberedUpToANumberOfThemChecksLast)
{
    const auto first = bring(customers(threeCustomers));
    const auto check = [&] {
        auto order = customers(threeCustomers);
        order.dryRun = true;
        return bring(std::move(order)).id;
    };
    const auto oldest = check();
    const auto waits = imports_.begin(gao_, customers(threeCustomers));
    ASSERT_TRUE(waits);

    for (std::size_t i = 0; i < jobsKept; ++i) {
        static_cast<void>(check());
    }

    EXPECT_EQ(imports_.list(gao_)->size(), jobsKept);
    EXPECT_FALSE(imports_.find(gao_, oldest));
    EXPECT_TRUE(imports_.find(gao_, first.id)) << "it can be taken back";
    EXPECT_EQ(imports_.find(gao_, waits->id)->state, JobState::Waiting) << "it is still to come";
}

TEST_F(FilesBroughtIn, ThatSayWhatStandsLeaveWhatIsSaidLaterAlone)
{
    static_cast<void>(bring(customers(threeCustomers)));
    auto order = customers(threeCustomers);
    order.source = "another system";
    order.existing = Existing::Update;
    order.existingBy = "code";
    ASSERT_EQ(bring(order).unchanged, 2U);
    edit(customersByCode().at("A"), "name", std::string{"Corner bakery"});

    EXPECT_EQ(bring(order).unchanged, 2U);

    EXPECT_EQ(customersByCode().at("A").textOf("name"), "Corner bakery");
}

TEST_F(FilesBroughtIn, AssignNoCustomerOutOfThePool)
{
    static_cast<void>(bring(customers(threeCustomers)));
    edit(customersByCode().at("A"), "owner", Value{});
    edit(customersByCode().at("A"), "pooled_at", engine_.clock.now());
    auto order = customers("Code,Name,Owner,Tier\nA,Bakery & Sons,gao,VIP\n");

    EXPECT_EQ(bring(std::move(order)).changed, 1U);

    EXPECT_TRUE(customersByCode().at("A").referenceOf("owner").isNil());
    EXPECT_EQ(customersByCode().at("A").textOf("name"), "Bakery & Sons");
}

TEST_F(FilesBroughtIn, LeaveTheStageOfADealThatStandsToItsActs)
{
    static_cast<void>(bring(customers(threeCustomers)));
    const auto deals = [](std::string text) {
        return ImportOrder{.name = "deals.csv",
                           .source = "old system",
                           .type = &typeNamed("opportunity"),
                           .text = std::move(text),
                           .key = {"No"},
                           .fields = {{.field = "name", .column = "Deal"},
                                      {.field = "customer", .column = "Customer", .by = "code"},
                                      {.field = "stage", .column = "Stage"}}};
    };
    ASSERT_EQ(bring(deals("No,Deal,Customer,Stage\n1,Ovens,A,needs\n2,Mills,A,\n")).created, 2U);
    const auto stageOf = [&](const std::string& name) {
        std::string stage;
        engine_.store.read()->forEachDocument(typeNamed("opportunity"), [&](std::string_view text) {
            const auto deal = Record::parse(text);
            stage = deal->textOf("name") == name ? deal->textOf("stage") : stage;
        });
        return stage;
    };
    EXPECT_EQ(stageOf("Ovens"), "needs");
    EXPECT_EQ(stageOf("Mills"), "initial") << "where a deal begins";

    EXPECT_EQ(bring(deals("No,Deal,Customer,Stage\n1,Ovens,A,\n2,Mills,A,needs\n")).unchanged, 2U);

    EXPECT_EQ(stageOf("Ovens"), "needs");
    EXPECT_EQ(stageOf("Mills"), "initial");
}

TEST_F(FilesBroughtIn, TakeNoTimeThatCannotBeWritten)
{
    const auto job =
        bring({.name = "calls.csv",
               .source = "old system",
               .type = &typeNamed("activity"),
               .text = "No,When\n1,9999-12-31 23:59:59\n2,0000-01-01 00:00:00\n"
                       "3,2026-05-14 09:00:00\n",
               .key = {"No"},
               .fields = {{.field = "happened_at", .column = "When", .date = "%Y-%m-%d %H:%M:%S"},
                          {.field = "kind", .value = "call"}}});

    EXPECT_EQ(job.created + job.rejected, 3U);
    engine_.store.read()->forEachDocument(typeNamed("activity"), [](std::string_view text) {
        EXPECT_TRUE(Record::parse(text)) << text;
    });
}

TEST_F(FilesBroughtIn, PassOverOrChangeWhatIsThereFromElsewhere)
{
    static_cast<void>(bring(customers(threeCustomers)));
    auto order = customers("Code,Name,Owner,Tier\nA,BAKERY,ming,\nD,Mill,ming,\n");
    order.source = "another system";
    order.existing = Existing::Skip;
    order.existingBy = "code";

    const auto skipped = bring(order);

    EXPECT_EQ(skipped.skipped, 1U);
    EXPECT_EQ(skipped.created, 1U);
    ASSERT_EQ(skipped.findings.size(), 1U);
    EXPECT_EQ(skipped.findings[0].code, "import.exists");
    EXPECT_EQ(customersByCode().at("A").textOf("name"), "Bakery");

    order.existing = Existing::Update;
    const auto updated = bring(order);

    EXPECT_EQ(updated.changed, 1U);
    EXPECT_EQ(customersByCode().at("A").textOf("name"), "BAKERY");
    EXPECT_EQ(customersByCode().size(), 3U);
}

TEST_F(FilesBroughtIn, DoNotGuessWhichOfSeveralIsMeant)
{
    auto twins = customers("Code,Name,Owner,Tier\nA,Bakery,ming,\nB,bakery,ming,\n");
    static_cast<void>(bring(std::move(twins)));
    ImportOrder contacts{.name = "contacts.csv",
                         .source = "old system",
                         .type = &typeNamed("contact"),
                         .text = "Name,Company\nAnna,Bakery\n",
                         .key = {"Name"},
                         .fields = {{.field = "name", .column = "Name"},
                                    {.field = "customer", .column = "Company", .by = "name"}}};

    const auto job = bring(std::move(contacts));

    ASSERT_EQ(job.findings.size(), 1U);
    EXPECT_EQ(job.findings[0].code, "import.reference_many");
    EXPECT_EQ(job.created, 0U);
}

TEST_F(FilesBroughtIn, AreForWhoAnswersForTheCompanyAlone)
{
    EXPECT_EQ(imports_.begin(ming_, customers(threeCustomers)).error().code, "access.manager_only");
    EXPECT_EQ(imports_.look(ming_, typeNamed("customer"), "Name\nx\n", {}).error().code,
              "access.manager_only");
    EXPECT_EQ(imports_.list(ming_).error().code, "access.manager_only");
    const auto job = bring(customers(threeCustomers));
    EXPECT_EQ(imports_.find(ming_, job.id).error().code, "access.manager_only");
    EXPECT_EQ(imports_.beginUndo(ming_, job.id).error().code, "access.manager_only");
}

TEST_F(FilesBroughtIn, AreRefusedWithWhatIsWrongWithTheOrder)
{
    auto order = customers(threeCustomers);
    order.key.clear();
    EXPECT_EQ(refusal(order), "import.key");
    order = customers(threeCustomers);
    order.key = {"Number"};
    EXPECT_EQ(refusal(order), "import.column_missing");
    order = customers(threeCustomers);
    order.source.clear();
    EXPECT_EQ(refusal(order), "import.source");
    order = customers(threeCustomers);
    order.fields.pop_back();
    EXPECT_EQ(refusal(order), "import.required") << "nothing fills the kind";
    order = customers(threeCustomers);
    order.fields.push_back({.field = "merged_into", .column = "Code", .by = "code"});
    EXPECT_EQ(refusal(order), "import.field");
    order = customers(threeCustomers);
    order.fields.push_back(order.fields.front());
    EXPECT_EQ(refusal(order), "import.field");
    for (const auto* by : {"nothing", "tier", "id_number"}) {
        order = customers(threeCustomers);
        order.fields.push_back({.field = "id_number", .column = "Code"});
        order.existing = Existing::Skip;
        order.existingBy = by;
        EXPECT_EQ(refusal(order), "import.field") << by;
    }
    order = customers("");
    EXPECT_EQ(refusal(order), "import.file_empty");
    order = customers("Code,Name,Owner,Tier\nA,\"Bakery,ming,VIP\n");
    EXPECT_EQ(refusal(order), "csv.unclosed_quotes") << "the rest cannot be read";
    EXPECT_TRUE(imports_.list(gao_)->empty()) << "nothing began";
}

TEST_F(FilesBroughtIn, ThatAServerNeverFinishedSaySo)
{
    const auto begun = imports_.begin(gao_, customers(threeCustomers));
    ASSERT_TRUE(begun);
    ImportService restarted{engine_.store,
                            engine_.commits,
                            engine_.directory,
                            engine_.changes,
                            engine_.clock,
                            engine_.entropy,
                            "CN"};

    const auto told = restarted.find(gao_, begun->id);

    EXPECT_EQ(told->state, JobState::Failed);
    EXPECT_EQ(told->code, "import.broken_off");
}

TEST_F(FilesBroughtIn, EndAfterTheirPartWhenTheServerStopsAndAreFinishedByTheSameFile)
{
    std::string many = "Code,Name,Owner,Tier\n";
    for (int i = 0; i < 1'200; ++i) {
        many += std::to_string(i) + ",Shop " + std::to_string(i) + ",ming,\n";
    }
    const auto begun = imports_.begin(gao_, customers(many));
    ASSERT_TRUE(begun);
    engine_.commits.onCommitted([&](const Committed&) { imports_.stop(); });
    imports_.work(begun->id);
    engine_.commits.onCommitted({});

    const auto stopped = *imports_.find(gao_, begun->id);
    EXPECT_EQ(stopped.state, JobState::BrokenOff);
    const auto written = customersByCode().size();
    EXPECT_EQ(stopped.created, written);
    EXPECT_GT(written, 0U);
    EXPECT_LT(written, 1'200U);
    ImportService restarted{engine_.store,
                            engine_.commits,
                            engine_.directory,
                            engine_.changes,
                            engine_.clock,
                            engine_.entropy,
                            "CN"};
    const auto again = restarted.begin(gao_, customers(many));
    ASSERT_TRUE(again);
    restarted.work(again->id);
    EXPECT_EQ(restarted.find(gao_, again->id)->unchanged, written);
    EXPECT_EQ(customersByCode().size(), 1'200U);
    ASSERT_TRUE(restarted.beginUndo(gao_, begun->id));
    restarted.work(begun->id);
    EXPECT_EQ(customersByCode().size(), 1'200U - written);
}

} // namespace
} // namespace fieldbook::server::import
