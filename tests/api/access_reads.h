#pragma once

#include "server/api/live_topics.h"
#include "shared/rules/access.h"
#include "tests/api/access_cells.h"

#include <set>

namespace fieldbook::server {

// What endpoints show, held to the table cell by cell.
class AccessReads : public AccessCells {
protected:
    void checkRecords()
    {
        forEachCell([&](const Viewer& viewer, std::string_view relation, std::string_view may,
                        const TypeSpec& type, const Uuid& id) {
            const std::string place = "/v1/records/" + std::string{type.name} + '/';
            const auto reply = client.get(place + id.text(), viewer.bearer);
            ASSERT_EQ(reply.status, may[0] == 's' ? 200 : 404) << reply.body;
            if (may[0] == 's') {
                expectAsTheTableSays(viewer, type, json::parse(reply.body),
                                     Sensitive::OnRequestOnly);
            } else {
                const auto nowhere = client.get(place + ids.next().text(), viewer.bearer);
                EXPECT_EQ(problemCode(reply), problemCode(nowhere));
            }
            noteFields("getRecord", viewer, relation, type);
        });
    }

    void checkListsAndPages()
    {
        std::map<const Viewer*, std::map<Uuid, json>> held;
        std::map<const Viewer*, std::map<Uuid, json>> listed;
        for (const auto& viewer : viewers) {
            held[&viewer] = pulled(viewer);
            for (const TypeSpec* type : allTypes()) {
                const auto answer = json::parse(
                    client
                        .get("/v1/records/" + std::string{type->name} + "?limit=500", viewer.bearer)
                        .body);
                for (const auto& shown : answer["records"]) {
                    listed[&viewer][*Uuid::parse(shown["id"].get<std::string>())] = shown;
                }
            }
        }
        forEachCell([&](const Viewer& viewer, std::string_view relation, std::string_view may,
                        const TypeSpec& type, const Uuid& id) {
            const auto& inList = listed[&viewer];
            const auto& onTablet = held[&viewer];
            ASSERT_EQ(inList.contains(id), may[0] == 's');
            ASSERT_EQ(onTablet.contains(id), may[0] == 's');
            if (may[0] == 's') {
                expectAsTheTableSays(viewer, type, inList.at(id), Sensitive::OnRequestOnly);
                expectAsTheTableSays(viewer, type, onTablet.at(id), Sensitive::AsTheRoleSays);
            }
            noteFields("listRecords", viewer, relation, type);
            noteFields("pull", viewer, relation, type);
        });
    }

    void checkHistory()
    {
        forEachCell([&](const Viewer& viewer, std::string_view relation, std::string_view may,
                        const TypeSpec& type, const Uuid& id) {
            const auto reply =
                client.post("/v1/records/" + std::string{type.name} + '/' + id.text() + "/history",
                            "{}", viewer.bearer);
            ASSERT_EQ(reply.status, may[0] == 's' ? 200 : 404) << reply.body;
            std::set<std::string> told;
            if (may[0] == 's') {
                const auto answer = json::parse(reply.body);
                for (const auto& value : answer["values"]) {
                    told.insert(value["field"]);
                }
            }
            for (const auto& field : type.fields) {
                const auto kind = classOf(field);
                const char rule = mayField(viewer.row->role, field);
                const bool shown = may[0] == 's' && kind > 1 && rule != 'h' && rule != 'm';
                if (kind == 0 || kind == 2) {
                    EXPECT_EQ(told.contains(std::string{field.fieldName}), shown)
                        << field.fieldName;
                } else if (!shown) {
                    EXPECT_FALSE(told.contains(std::string{field.fieldName})) << field.fieldName;
                }
            }
            noteFields("recordHistory", viewer, relation, type);
        });
    }

    void checkReveal()
    {
        forEachCell([&](const Viewer& viewer, std::string_view relation, std::string_view may,
                        const TypeSpec& type, const Uuid& id) {
            const auto ask = [&](std::string_view field) {
                const json body{{"fields", {field}}};
                return client.post("/v1/records/" + std::string{type.name} + '/' + id.text() +
                                       "/reveal",
                                   body.dump(), viewer.bearer);
            };
            for (const auto& field : type.fields) {
                if (classOf(field) > 1) {
                    continue;
                }
                const auto reply = ask(field.fieldName);
                const char rule = mayField(viewer.row->role, field);
                ASSERT_EQ(reply.status, may[0] != 's'                ? 404
                                        : rule == 'h' || rule == 'm' ? 403
                                                                     : 200);
                if (reply.status == 200) {
                    const auto stored = json::parse(engine.store.read()->find(id)->document);
                    const std::string name{field.fieldName};
                    EXPECT_EQ(json::parse(reply.body)["values"][name], stored["f"][name]);
                }
                asserted.insert(
                    cellOf("revealFields", viewer, relation, type.name, field.fieldName));
            }
            // What is not sensitive is nothing to be revealed.
            EXPECT_EQ(ask("created_at").status, may[0] == 's' ? 403 : 404);
            asserted.insert(cellOf("revealFields", viewer, relation, type.name, "others"));
        });
    }

    // Which fields may be asked by is for query_test.cpp.
    void checkQueries()
    {
        std::map<const Viewer*, std::map<std::string_view, std::set<Uuid>>> found;
        for (const auto& viewer : viewers) {
            for (const TypeSpec* type : allTypes()) {
                const auto answer = json::parse(
                    client
                        .post("/v1/records/" + std::string{type->name} + "/query",
                              R"({"fields":[],"limit":500,"count":true})", viewer.bearer)
                        .body);
                for (const auto& row : answer["records"]) {
                    found[&viewer][type->name].insert(*Uuid::parse(row["id"].get<std::string>()));
                }
                EXPECT_EQ(answer["count"], found[&viewer][type->name].size());
            }
            const auto figures =
                json::parse(client
                                .post("/v1/records/opportunity/totals",
                                      R"({"by":[{"field":"owner"}],"sum":[]})", viewer.bearer)
                                .body);
            std::size_t counted = 0;
            for (const auto& row : figures["rows"]) {
                counted += row["count"].get<std::size_t>();
            }
            EXPECT_EQ(counted, found[&viewer]["opportunity"].size()) << viewer.row->role;
            asserted.insert(cellOf("recordTotals", viewer));
        }
        forEachCell([&](const Viewer& viewer, std::string_view relation, std::string_view may,
                        const TypeSpec& type, const Uuid& id) {
            EXPECT_EQ(found[&viewer][type.name].contains(id), may[0] == 's');
            asserted.insert(cellOf("queryRecords", viewer, relation, type.name));
        });
    }

    void checkFiles()
    {
        for (const auto& viewer : viewers) {
            for (std::size_t i = 0; i < relations.size(); ++i) {
                const Uuid owner = ownerFor(viewer, relations[i]);
                const auto reply = client.get("/v1/files/" + checksumFor(owner), viewer.bearer);
                const bool sees = viewer.row->may[i][0] == 's' && !owner.isNil();
                EXPECT_EQ(reply.status, sees ? 200 : 404)
                    << viewer.row->role << ' ' << relations[i];
                EXPECT_EQ(reply.body == bytesOf(owner), sees);
                asserted.insert(cellOf("fetchFile", viewer, relations[i]));
            }
        }
    }

    // A poke comes for what is filed in one of the feeds that a connection listens to.
    void checkNews()
    {
        const auto directory = engine.directory.current();
        forEachCell([&](const Viewer& viewer, std::string_view relation, std::string_view may,
                        const TypeSpec& type, const Uuid& id) {
            const auto topics = api::liveTopics(*directory, viewer.user);
            const auto placement = engine.store.read()->findPlacement(id);
            ASSERT_TRUE(placement);
            EXPECT_EQ(rules::standsIn(topics, placement->feeds), may[0] == 's');
            asserted.insert(cellOf("live", viewer, relation, type.name));
        });
    }

    void checkReports()
    {
        for (const auto& viewer : viewers) {
            const auto reply = client.get("/v1/review", viewer.bearer);
            const auto* row =
                std::ranges::find(fieldTable, viewer.row->role, &testing::FieldRow::role);
            asserted.insert(cellOf("review", viewer));
            asserted.insert(cellOf("reviewFlow", viewer));
            if (!row->reviews) {
                EXPECT_EQ(reply.status, 403) << viewer.row->role;
                EXPECT_EQ(problemCode(reply), "access.manager_only");
                EXPECT_EQ(flowOf(viewer).status, 403) << viewer.row->role;
                continue;
            }
            ASSERT_EQ(reply.status, 200) << viewer.row->role << reply.body;
            EXPECT_EQ(json::parse(reply.body)["forecast"]["count"], dealsSeenBy(viewer))
                << viewer.row->role;
            const auto flow = flowOf(viewer);
            ASSERT_EQ(flow.status, 200) << viewer.row->role << flow.body;
            std::size_t entered = 0;
            const json stages = json::parse(flow.body)["stages"];
            for (const auto& stage : stages) {
                entered += stage["entered"].get<std::size_t>();
            }
            EXPECT_EQ(entered, dealsSeenBy(viewer)) << viewer.row->role;
        }
    }
    testing::HttpReply flowOf(const Viewer& viewer)
    {
        return client.post("/v1/review/flow", R"({"from":"1970-01-01","to":"2100-01-01"})",
                           viewer.bearer);
    }

    // Those of other viewers beside them count as the team's.
    [[nodiscard]] std::size_t dealsSeenBy(const Viewer& viewer) const
    {
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
        return seen;
    }

    // Endpoints that are some roles' alone, and those that show a caller what is the caller's.
    void checkRolesAndSelf()
    {
        int install = 40;
        for (const auto& viewer : viewers) {
            // Some of what is asked ends the session.
            const std::string login{viewer.row->role};
            const auto bearer =
                ApiServer::bearer(server.signIn(login == "manager" ? "viewer" : login, ++install));
            for (const auto& asked : operations()) {
                const auto* row = rowOf(asked.operation);
                if (row == nullptr || (row->keeps != Keeps::Roles && row->keeps != Keeps::Self) ||
                    asked.operation == "signOut") {
                    continue;
                }
                SCOPED_TRACE(login + ' ' + asked.operation);
                const auto reply = client.request(asked.verb, asked.place,
                                                  asked.takesBody ? row->body : "", bearer);
                if (row->keeps == Keeps::Roles) {
                    const std::string roles = ' ' + std::string{row->roles} + ' ';
                    const bool letIn =
                        roles.find(' ' + login + ' ') != std::string::npos ||
                        (GetParam() && roles.find(' ' + login + "@group ") != std::string::npos);
                    EXPECT_EQ(reply.status != 403, letIn) << reply.body;
                    EXPECT_NE(reply.status, 401);
                }
                expectNothingOfOthers(viewer, reply.body);
                asserted.insert(cellOf(asked.operation, viewer));
            }
            EXPECT_EQ(client.request("DELETE", "/v1/sessions/current", "", bearer).status, 204);
            EXPECT_EQ(client.get("/v1/me", bearer).status, 401);
            EXPECT_EQ(client.get("/v1/me", viewer.bearer).status, 200);
            asserted.insert(cellOf("signOut", viewer));
        }
    }

    void expectNothingOfOthers(const Viewer& viewer, const std::string& body)
    {
        for (std::size_t i = 0; i < relations.size(); ++i) {
            if (viewer.row->may[i][0] == 's') {
                continue;
            }
            for (const auto& [type, id] : records.at(ownerFor(viewer, relations[i]))) {
                EXPECT_EQ(body.find(id.text()), std::string::npos);
            }
        }
    }
};

} // namespace fieldbook::server
