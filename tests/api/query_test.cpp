#include "tests/api/access_company.h"

#include <set>

namespace fieldbook::server {
namespace {

using nlohmann::json;
using testing::relations;

// What the caller is answered, which must be 200.
json asked(testing::HttpClient& client,
           std::string_view type,
           std::string_view what,
           const json& body,
           const ApiServer::Fields& bearer)
{
    const auto reply = client.post("/v1/records/" + std::string{type} + '/' + std::string{what},
                                   body.dump(), bearer);
    EXPECT_EQ(reply.status, 200) << reply.body;
    return json::parse(reply.body, nullptr, false);
}

class QueryAccess : public AccessCompany {};

TEST_P(QueryAccess, ListsShowWhatTheTableShowsAndNothingElse)
{
    for (const auto& viewer : viewers) {
        for (const auto& [type, own] : records.at(viewer.user)) {
            json fields = json::array();
            for (const auto& field : typeNamed(type).fields) {
                fields.push_back(field.fieldName);
            }
            const auto answer =
                asked(client, type, "query", {{"fields", fields}, {"limit", 500}, {"count", true}},
                      viewer.bearer);
            std::set<Uuid> shown;
            for (const auto& row : answer["records"]) {
                shown.insert(*Uuid::parse(row["id"].get<std::string>()));
                const auto whole = json::parse(client
                                                   .get("/v1/records/" + std::string{type} + '/' +
                                                            row["id"].get<std::string>(),
                                                        viewer.bearer)
                                                   .body);
                for (const auto& [field, value] : row["f"].items()) {
                    EXPECT_EQ(value, whole["f"][field]) << viewer.row->role << ' ' << field;
                }
            }
            EXPECT_EQ(answer["count"], shown.size());
            for (std::size_t i = 0; i < relations.size(); ++i) {
                const auto& id = records.at(ownerFor(viewer, relations[i])).at(type);
                EXPECT_EQ(shown.contains(id), testing::mayOf(*viewer.row, i, type)[0] == 's')
                    << viewer.row->role << ' ' << type << ' ' << relations[i];
            }
        }
    }
}

TEST_P(QueryAccess, NobodyAsksByAFieldThatTheirRoleDoesNotShow)
{
    for (const auto& viewer : viewers) {
        for (const auto& [type, own] : records.at(viewer.user)) {
            for (const auto& field : typeNamed(type).fields) {
                const char may = mayField(viewer.row->role, field);
                const json where{{"field", field.fieldName}, {"op", "present"}};
                for (const auto& body :
                     {json{{"fields", json::array()}, {"where", where}},
                      json{{"fields", json::array()}, {"order", field.fieldName}}}) {
                    const auto reply = client.post("/v1/records/" + std::string{type} + "/query",
                                                   body.dump(), viewer.bearer);
                    if (may == 'h' || may == 'm' || classOf(field) < 2) {
                        EXPECT_EQ(problemCode(reply), "access.field")
                            << viewer.row->role << ' ' << field.fieldName;
                    } else {
                        EXPECT_TRUE(reply.status == 200 || problemCode(reply) == "query.field")
                            << viewer.row->role << ' ' << field.fieldName << reply.body;
                    }
                }
            }
        }
    }
}

TEST_P(QueryAccess, FiguresCountWhatIsListedAndHideAmountsFromWhoMaySeeNone)
{
    for (const auto& viewer : viewers) {
        const json by{{"by", {{{"field", "owner"}}}}, {"sum", {"amount", "weighted"}}};
        const auto reply = client.post("/v1/records/opportunity/totals", by.dump(), viewer.bearer);
        const auto& amount = typeNamed("opportunity").field("amount");
        if (mayField(viewer.row->role, amount) == 'h') {
            EXPECT_EQ(problemCode(reply), "access.field") << viewer.row->role;
            continue;
        }
        std::int64_t counted = 0;
        const auto answer = json::parse(reply.body);
        for (const auto& row : answer["rows"]) {
            counted += row["count"].get<std::int64_t>();
        }
        const auto listed = asked(client, "opportunity", "query",
                                  {{"fields", json::array()}, {"count", true}}, viewer.bearer);
        EXPECT_EQ(counted, listed["count"]) << viewer.row->role;
    }
}

INSTANTIATE_TEST_SUITE_P(InATeamAndAtTheGroup, QueryAccess, ::testing::Bool());

// Ming's pipeline, as Zhou looks at it.
class Queries : public ::testing::Test {
protected:
    void SetUp() override
    {
        add("Alpha", "needs", 100'05, 2'500, "2026-05-31");
        add("Beta", "proposal", 200'00, 5'000, "2026-06-01");
        add("Gamma", "needs", 300'01, 2'500, {});
        add("Delta", "won", 400'00, 10'000, "2026-06-30");
    }

    void add(const std::string& name,
             const std::string& stage,
             std::int64_t minor,
             std::int64_t rate,
             const std::string& close)
    {
        rules::RecordWrite write;
        write.type = &typeNamed("opportunity");
        write.id = ids.next();
        write.create = true;
        write.set("name", name);
        write.set("customer", server.bakery());
        write.set("owner", *ownerOf("ming"));
        write.set("stage", stage);
        write.set("amount", Money::fromMinor(minor, *Currency::parse("CNY")));
        write.set("win_rate", rate);
        if (!close.empty()) {
            write.set("expected_close", *parseIsoDate(close));
        }
        const auto done = engine.commits.run([&](Commit& commit) -> Result<void> {
            const std::vector<ServerChange> changes{write};
            const auto applied = engine.changes.applyGroup(commit, rules::Actor{}, changes);
            return applied ? Result<void>{} : fail(applied.error());
        });
        ASSERT_TRUE(done) << done.error().code << done.error().detail;
    }

    [[nodiscard]] std::optional<Uuid> ownerOf(std::string_view login) const
    {
        const auto directory = engine.directory.current();
        const auto* person = directory->userByLogin(login);
        return person == nullptr ? std::nullopt : std::optional{person->id};
    }

    [[nodiscard]] json list(const json& body)
    {
        return asked(client, "opportunity", "query", body, bearer);
    }
    [[nodiscard]] json totals(const json& body)
    {
        return asked(client, "opportunity", "totals", body, bearer);
    }
    [[nodiscard]] std::vector<std::string> names(const json& body)
    {
        std::vector<std::string> found;
        const auto answer = list(body);
        for (const auto& row : answer["records"]) {
            found.push_back(row["f"]["name"]);
        }
        return found;
    }

    ApiServer server;
    Engine& engine = server.application().engine();
    testing::HttpClient client = server.client();
    UuidSource ids{engine.clock, engine.entropy};
    ApiServer::Fields bearer = ApiServer::bearer(server.signIn("zhou"));
};

using Named = std::vector<std::string>;

TEST_F(Queries, FilterByAndAndOrAndTellTheNamesOfWhatIsNamed)
{
    const json where{{"all",
                      {{{"field", "stage"}, {"op", "is"}, {"values", {"needs", "proposal"}}},
                       {{"any",
                         {{{"field", "expected_close"}, {"op", "missing"}},
                          {{"field", "amount"},
                           {"op", "at_least"},
                           {"values", {{{"minor", 200'00}, {"currency", "CNY"}}}}}}}}}}};

    const auto answer = list({{"fields", {"name", "customer", "owner"}}, {"where", where}});

    ASSERT_EQ(answer["records"].size(), 2U);
    EXPECT_EQ(answer["records"][0]["f"]["name"], "Beta");
    EXPECT_EQ(answer["names"][server.bakery().text()], "Bakery");
    EXPECT_EQ(answer["names"][ownerOf("ming")->text()], "ming");
    EXPECT_TRUE(answer["next"].is_null());
}

TEST_F(Queries, EveryOperatorMeansWhatItSays)
{
    const auto by = [&](const char* field, const char* op, const json& values) {
        return names({{"fields", {"name"}},
                      {"order", "name"},
                      {"where", {{"field", field}, {"op", op}, {"values", values}}}});
    };
    EXPECT_EQ(by("stage", "not", {"needs", "won"}), Named{"Beta"});
    EXPECT_EQ(by("win_rate", "below", {5'000}), (Named{"Alpha", "Gamma"}));
    EXPECT_EQ(by("win_rate", "above", {5'000}), Named{"Delta"});
    EXPECT_EQ(by("expected_close", "at_most", {"2026-06-01"}), (Named{"Alpha", "Beta"}));
    EXPECT_EQ(by("expected_close", "present", json::array()), (Named{"Alpha", "Beta", "Delta"}));
    EXPECT_EQ(by("name", "contains", {"ELT"}), Named{"Delta"});
    EXPECT_EQ(by("name", "contains", {"%"}), Named{});
    EXPECT_EQ(by("customer.name", "is", {"Bakery"}).size(), 4U);
    EXPECT_EQ(by("customer.name", "is", {"Smithy"}), Named{});
    EXPECT_EQ(by("owner", "is", {ownerOf("ming")->text()}).size(), 4U);
}

TEST_F(Queries, PagesFollowEachOtherInEitherOrderAndLoseNothing)
{
    for (const auto* order : {"name", "expected_close", "amount", "stage", "owner", ""}) {
        for (const bool descending : {false, true}) {
            const json whole{{"fields", {"name"}}, {"order", order}, {"descending", descending}};
            const Named all = names(whole);
            ASSERT_EQ(all.size(), 4U);
            Named paged;
            json page = whole;
            page["limit"] = 1;
            for (;;) {
                const auto answer = list(page);
                for (const auto& row : answer["records"]) {
                    paged.push_back(row["f"]["name"]);
                }
                if (answer["next"].is_null()) {
                    break;
                }
                page["after"] = answer["next"];
            }
            EXPECT_EQ(paged, all) << order << descending;
        }
    }
}

TEST_F(Queries, FiguresAddUpByStageAndMonthHalfToEven)
{
    const auto answer = totals({{"by", {{{"field", "stage"}}}}, {"sum", {"amount", "weighted"}}});

    ASSERT_EQ(answer["rows"].size(), 3U);
    const auto& needs = answer["rows"][0];
    EXPECT_EQ(needs["by"], json({"needs"}));
    EXPECT_EQ(needs["count"], 2);
    EXPECT_EQ(needs["sums"][0], json({{{"minor", 400'06}, {"currency", "CNY"}}}));
    // 2501.25 and 7500.25 are each rounded.
    EXPECT_EQ(needs["sums"][1][0]["minor"], 25'01 + 75'00);

    const auto months =
        totals({{"by", {{{"field", "expected_close"}, {"step", "month"}}}}, {"sum", {"amount"}}});
    ASSERT_EQ(months["rows"].size(), 3U);
    EXPECT_TRUE(months["rows"][0]["by"][0].is_null());
    EXPECT_EQ(months["rows"][2]["by"][0], "2026-06");
    EXPECT_EQ(months["rows"][2]["sums"][0][0]["minor"], 600'00);
}

TEST_F(Queries, FiguresCountDaysOfTheCompanyAndFieldsOfTheCustomer)
{
    const auto days = totals({{"by", {{{"field", "created_at"}, {"step", "day"}}}}});
    ASSERT_EQ(days["rows"].size(), 1U) << days.dump();

    const auto kinds = totals({{"by", {{{"field", "customer.kind"}}, {{"field", "owner"}}}}});
    ASSERT_EQ(kinds["rows"].size(), 1U);
    EXPECT_EQ(kinds["rows"][0]["by"], json({"organisation", ownerOf("ming")->text()}));
    EXPECT_EQ(kinds["names"][ownerOf("ming")->text()], "ming");
}

TEST_F(Queries, WhoSeesNothingOfItIsToldNothing)
{
    const auto chen = ApiServer::bearer(server.signIn("chen"));
    const auto listed =
        asked(client, "opportunity", "query", {{"fields", {"name"}}, {"count", true}}, chen);
    EXPECT_TRUE(listed["records"].empty());
    EXPECT_EQ(listed["count"], 0);
    EXPECT_TRUE(listed["names"].empty());
    EXPECT_TRUE(
        asked(client, "opportunity", "totals", {{"by", {{{"field", "stage"}}}}}, chen)["rows"]
            .empty());
}

TEST_F(Queries, RefuseWhatCannotBeAsked)
{
    const auto code = [&](const char* what, const json& body) {
        return problemCode(
            client.post(std::string{"/v1/records/opportunity/"} + what, body.dump(), bearer));
    };
    const auto where = [](const json& condition) {
        return json{{"fields", json::array()}, {"where", condition}};
    };
    json deep{{"field", "name"}, {"op", "present"}};
    for (int i = 0; i < 7; ++i) {
        deep = {{"all", {deep}}};
    }
    json many{{"any", json::array()}};
    for (int i = 0; i < 50; ++i) {
        many["any"].push_back({{"field", "name"}, {"op", "present"}});
    }
    EXPECT_EQ(code("query", json::array()), "body.malformed");
    EXPECT_EQ(code("query", {{"fields", "name"}}), "query.malformed");
    EXPECT_EQ(code("query", {{"fields", {"secret"}}}), "query.field");
    EXPECT_EQ(code("query", {{"fields", json::array()}, {"limit", 501}}), "query.malformed");
    EXPECT_EQ(code("query", {{"fields", json::array()}, {"after", "AAAA"}}), "query.malformed");
    EXPECT_EQ(code("query", {{"fields", json::array()}, {"order", "customer.name"}}),
              "query.field");
    EXPECT_EQ(code("query", where({{"field", "name"}, {"op", "like"}})), "query.malformed");
    EXPECT_EQ(code("query", where({{"field", "n\"; DROP"}, {"op", "present"}})), "query.field");
    EXPECT_EQ(code("query", where({{"field", "stage.x"}, {"op", "present"}})), "query.field");
    EXPECT_EQ(code("query", where({{"field", "stage"}, {"op", "is"}, {"values", {"nowhere"}}})),
              "query.value");
    EXPECT_EQ(code("query", where({{"field", "win_rate"}, {"op", "below"}, {"values", {"x"}}})),
              "query.value");
    EXPECT_EQ(code("query", where({{"field", "win_rate"}, {"op", "is"}})), "query.value");
    EXPECT_EQ(code("query", where({{"field", "win_rate"}, {"op", "contains"}, {"values", {1}}})),
              "query.field");
    EXPECT_EQ(code("query", where(deep)), "query.malformed");
    EXPECT_EQ(code("query", where(many)), "query.too_long");
    EXPECT_EQ(code("totals", {{"by", {{{"field", "name"}, {"step", "day"}}}}}), "query.field");
    EXPECT_EQ(code("totals", {{"by", {{{"field", "name"}, {"step", "year"}}}}}), "query.malformed");
    EXPECT_EQ(code("totals", {{"by", json::array()}, {"sum", {"name"}}}), "query.field");
}

} // namespace
} // namespace fieldbook::server
