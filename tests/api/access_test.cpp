#include "tests/api/access_company.h"

#include <array>
#include <set>

namespace fieldbook::server {
namespace {

using nlohmann::json;
using testing::fieldTable;
using testing::relations;

// How an endpoint keeps to the table of access.
enum class Kind : std::uint8_t {
    Open, // Asks for nobody's sign-in, and shows no record.
    Self, // Shows and changes what is the caller's own: the session, numbers, uploads, pokes.
    Record,
    List,
    History,
    Query, // tests/api/query_test.cpp
    Page,
    Push,
    File,
    Report,
};
const std::map<std::string, Kind, std::less<>> kinds{
    {"signIn", Kind::Open},
    {"browserSession", Kind::Open},
    {"health", Kind::Open},
    {"version", Kind::Open},
    {"metrics", Kind::Open},
    {"openApi", Kind::Open},
    {"signOut", Kind::Self},
    {"me", Kind::Self},
    {"live", Kind::Self},
    {"leaseNumbers", Kind::Self},
    {"beginUpload", Kind::Self},
    {"resumeUpload", Kind::Self},
    {"appendUpload", Kind::Self},
    {"abandonUpload", Kind::Self},
    {"getRecord", Kind::Record},
    {"listRecords", Kind::List},
    {"queryRecords", Kind::Query},
    {"recordTotals", Kind::Query},
    {"recordHistory", Kind::History},
    {"pull", Kind::Page},
    {"push", Kind::Push},
    {"fetchFile", Kind::File},
    {"review", Kind::Report},
};

class AccessTable : public AccessCompany {};

TEST_P(AccessTable, HasEveryEndpointOfTheDocumentAndAsksAllButTheOpenOnesForASignIn)
{
    const auto document = json::parse(client.get("/openapi.json").body);
    std::set<std::string> told;
    for (const auto& [path, methods] : document["paths"].items()) {
        for (const auto& [method, operation] : methods.items()) {
            const std::string name = operation["operationId"];
            told.insert(name);
            ASSERT_TRUE(kinds.contains(name)) << "say how it keeps to the table: " << name;
            std::string place = path;
            for (auto at = place.find('{'); at != std::string::npos; at = place.find('{')) {
                place.replace(at, place.find('}') - at + 1, "customer");
            }
            std::string verb = method;
            std::ranges::transform(verb, verb.begin(), ::toupper);
            const bool takesBody = operation.contains("requestBody");
            const auto reply = client.request(verb, place, takesBody ? "{}" : "", {});
            if (name == "live") {
                // Before the upgrade there is nobody to sign in; after it tests of their own ask.
                EXPECT_EQ(reply.status, 426);
                continue;
            }
            EXPECT_EQ(reply.status == 401, kinds.find(name)->second != Kind::Open)
                << verb << ' ' << place << ": " << reply.status;
        }
    }
    EXPECT_EQ(told.size(), kinds.size());
}

TEST_P(AccessTable, RecordsHoldForEveryRoleScopeAndField)
{
    forEachCell([&](const Viewer& viewer, std::string_view may, const TypeSpec& type,
                    const Uuid& id) {
        const auto reply =
            client.get("/v1/records/" + std::string{type.name} + '/' + id.text(), viewer.bearer);
        ASSERT_EQ(reply.status, may[0] == 's' ? 200 : 404) << reply.body;
        if (may[0] == 's') {
            expectAsTheTableSays(viewer, type, json::parse(reply.body));
        } else {
            const auto nowhere = client.get(
                "/v1/records/" + std::string{type.name} + '/' + ids.next().text(), viewer.bearer);
            EXPECT_EQ(problemCode(reply), problemCode(nowhere));
        }
    });
}

TEST_P(AccessTable, ListsAndPagesHoldForEveryRoleScopeAndField)
{
    for (const auto& viewer : viewers) {
        const auto held = pulled(viewer);
        std::map<std::string_view, std::set<Uuid>> listed;
        for (const auto& [type, id] : records.at(viewer.user)) {
            const auto answer = json::parse(
                client.get("/v1/records/" + std::string{type} + "?limit=500", viewer.bearer).body);
            for (const auto& document : answer["records"]) {
                const auto shown = *Uuid::parse(document["id"].get<std::string>());
                if (shown == server.bakery() || shown == server.smithy()) {
                    continue; // Plain ones beside the table.
                }
                listed[type].insert(shown);
                expectAsTheTableSays(viewer, typeNamed(type), document);
                ASSERT_TRUE(held.contains(shown));
                EXPECT_EQ(held.at(shown), document);
            }
        }
        std::size_t seen = 0;
        for (std::size_t i = 0; i < relations.size(); ++i) {
            for (const auto& [type, id] : records.at(ownerFor(viewer, relations[i]))) {
                const bool sees = viewer.row->may[i][0] == 's';
                EXPECT_EQ(listed[type].contains(id), sees) << viewer.row->role << type;
                EXPECT_EQ(held.contains(id), sees) << viewer.row->role << type;
                seen += sees ? 1 : 0;
            }
        }
        EXPECT_GE(held.size(), seen);
    }
}

TEST_P(AccessTable, HistoryHoldsForEveryRoleScopeAndField)
{
    forEachCell(
        [&](const Viewer& viewer, std::string_view may, const TypeSpec& type, const Uuid& id) {
            const auto reply =
                client.post("/v1/records/" + std::string{type.name} + '/' + id.text() + "/history",
                            "{}", viewer.bearer);
            ASSERT_EQ(reply.status, may[0] == 's' ? 200 : 404) << reply.body;
            if (may[0] != 's') {
                return;
            }
            std::set<std::string> told;
            const auto answer = json::parse(reply.body);
            for (const auto& value : answer["values"]) {
                told.insert(value["field"]);
            }
            for (const auto& field : type.fields) {
                if (classOf(field) == 0 || classOf(field) == 2) {
                    EXPECT_EQ(told.contains(std::string{field.fieldName}),
                              mayField(viewer.row->role, field) >= 'v' ||
                                  mayField(viewer.row->role, field) == 'e')
                        << field.fieldName;
                }
            }
        });
}

TEST_P(AccessTable, EditsHoldForEveryRoleScopeAndKindOfField)
{
    struct Trial {
        std::string_view type;
        std::string_view field;
        json to;
    };
    const std::array<Trial, 4> trials{
        Trial{"contact", "family", "new words"}, Trial{"contact", "birthday", "2001-02-03"},
        Trial{"opportunity", "amount", {{"minor", 7}, {"currency", "CNY"}}},
        Trial{"customer", "industry", "steel"}};
    for (const auto& viewer : viewers) {
        int number = 0;
        for (std::size_t i = 0; i < relations.size(); ++i) {
            for (const auto& trial : trials) {
                const auto& type = typeNamed(trial.type);
                const auto& id = records.at(ownerFor(viewer, relations[i])).at(trial.type);
                const auto before = engine.store.read()->find(id)->document;

                const auto outcome = edited(viewer, ++number, type, id, trial.field, trial.to);

                const bool changes = viewer.row->may[i][1] == 'c';
                const bool edits = mayField(viewer.row->role, type.field(trial.field)) == 'e';
                EXPECT_EQ(outcome, !changes ? "access.denied"
                                   : !edits ? "access.field"
                                            : "taken")
                    << viewer.row->role << ' ' << relations[i] << ' ' << trial.field;
                if (outcome != "taken") {
                    EXPECT_EQ(engine.store.read()->find(id)->document, before);
                }
            }
        }
    }
}

TEST_P(AccessTable, FilesAreFetchedByWhoSeesTheirAttachment)
{
    // Each owner has sent the bytes; nobody's were never sent.
    for (const auto& [owner, theirs] : records) {
        if (!owner.isNil()) {
            const auto bytes = bytesOf(owner);
            FileService& files = server.application().files();
            const Caller caller{.user = owner, .device = 1, .deviceCode = {}, .session = 0};
            const auto upload =
                files.begin(caller, checksumFor(owner), static_cast<std::int64_t>(bytes.size()));
            ASSERT_TRUE(upload);
            ASSERT_TRUE(files.append(caller, upload->id, 0, asBytes(bytes)));
        }
    }
    for (const auto& viewer : viewers) {
        for (std::size_t i = 0; i < relations.size(); ++i) {
            const Uuid owner = ownerFor(viewer, relations[i]);
            const auto reply = client.get("/v1/files/" + checksumFor(owner), viewer.bearer);
            const bool sees = viewer.row->may[i][0] == 's' && !owner.isNil();
            EXPECT_EQ(reply.status, sees ? 200 : 404) << viewer.row->role << ' ' << relations[i];
            EXPECT_EQ(reply.body == bytesOf(owner), sees);
        }
    }
}

TEST_P(AccessTable, ReportsCountWhatTheRoleSees)
{
    for (const auto& viewer : viewers) {
        const auto reply = client.get("/v1/review", viewer.bearer);
        const auto* row = std::ranges::find(fieldTable, viewer.row->role, &testing::FieldRow::role);
        if (!row->reviews) {
            EXPECT_EQ(reply.status, 403) << viewer.row->role;
            EXPECT_EQ(problemCode(reply), "access.manager_only");
            continue;
        }
        ASSERT_EQ(reply.status, 200) << viewer.row->role << reply.body;
        // Those of other viewers beside them count as the team's.
        std::size_t seen = 0;
        for (const auto& [owner, theirs] : records) {
            const bool isViewer = std::ranges::find(viewers, owner, &Viewer::user) != viewers.end();
            for (std::size_t i = 0; i < relations.size(); ++i) {
                const auto relation = relations[i];
                const bool here = owner == viewer.user ? relation == "own"
                                  : !isViewer
                                      ? relation != "own" && company.ownerFor(relation) == owner
                                  : GetParam() ? relation == "nobody"
                                               : relation == "team";
                seen += here && viewer.row->may[i][0] == 's' ? 1 : 0;
            }
        }
        // A manager at the group sees the east alone, and so nobody of those at the group.
        EXPECT_EQ(json::parse(reply.body)["forecast"]["count"], seen) << viewer.row->role;
    }
}

INSTANTIATE_TEST_SUITE_P(Roles, AccessTable, ::testing::Bool(), [](const auto& info) {
    return info.param ? "AtTheGroup" : "InATeam";
});

} // namespace
} // namespace fieldbook::server
