#include "shared/rules/acts.h"
#include "shared/sync/limits.h"
#include "tests/api/access_reads.h"

#include <algorithm>
#include <set>

namespace fieldbook::server {
namespace {

bool isAmong(std::string_view name, std::span<const std::string_view> names)
{
    return std::ranges::find(names, name) != names.end();
}

// And what may be pushed: edits, creates and acts.
class AccessTable : public AccessReads {
protected:
    // Changes of one viewer, pushed as many together as may be, each with what is expected of its
    // outcome.
    struct Batch {
        std::vector<std::string> changes;
        std::vector<std::pair<std::string, std::function<void(const std::string&)>>> checks;
    };
    void add(Batch& batch,
             json change,
             const std::string& what,
             std::function<void(const std::string&)> check) const
    {
        change["n"] = batch.checks.size() + 1;
        change["at"] = std::to_string(toMillis(engine.clock.now())) + ".0";
        batch.changes.push_back(change.dump());
        batch.checks.emplace_back(what, std::move(check));
    }
    void pushAll(const Viewer& viewer, const Batch& batch)
    {
        for (std::size_t first = 0; first < batch.changes.size(); first += sync::pushChangesMax) {
            const auto last = std::min(first + sync::pushChangesMax, batch.changes.size());
            std::string changes;
            for (std::size_t i = first; i < last; ++i) {
                changes += (changes.empty() ? "" : ",") + batch.changes[i];
            }
            const auto reply =
                client.post("/v1/push", push(viewer.session, changes), viewer.bearer);
            ASSERT_EQ(reply.status, 200) << reply.body;
            const auto receipts = json::parse(reply.body)["receipts"];
            ASSERT_EQ(receipts.size(), last - first);
            for (std::size_t i = first; i < last; ++i) {
                SCOPED_TRACE(std::string{viewer.row->role} + ' ' + batch.checks[i].first);
                batch.checks[i].second(receipts[i - first].value("code", std::string{"taken"}));
            }
        }
    }

    void addEdits(Batch& batch, const Viewer& viewer);
    void addCreates(Batch& batch, const Viewer& viewer);
    void addActs(Batch& batch, const Viewer& viewer);
    static std::string
    mayAct(const Viewer& viewer, std::string_view relation, std::string_view may, char who);
    void checkPushes()
    {
        for (const auto& viewer : viewers) {
            Batch batch;
            addEdits(batch, viewer);
            addCreates(batch, viewer);
            addActs(batch, viewer);
            pushAll(viewer, batch);
        }
    }

    // What there is to assert.
    std::set<Cell> allCells();
};

bool isAccessCode(const std::string& code)
{
    return (code.starts_with("access.") && code != "access.board") || code == "record.missing";
}

// An empty code expected: nothing that is about access.
void expectCode(const std::string& code, const std::string& expected)
{
    if (expected.empty()) {
        EXPECT_FALSE(isAccessCode(code)) << code;
    } else {
        EXPECT_EQ(code, expected);
    }
}

json editOf(const FieldSpec& field, const json& stored)
{
    if (field.merge == Merge::Set || field.merge == Merge::Append) {
        return {{"add", {"word"}}};
    }
    if (field.merge == Merge::Sum) {
        return {{"plus", 0}};
    }
    const auto value = stored.value(std::string{field.fieldName}, json{});
    return {{"from", "0.0.0.0"}, {"to", value}, {"was", value}};
}

// Every field of every record, given the value that it has.
void AccessTable::addEdits(Batch& batch, const Viewer& viewer)
{
    const auto edit = [&](std::string_view relation, std::string_view may, std::string_view name,
                          const Uuid& id) {
        const auto& type = typeNamed(name);
        const auto stored = json::parse(engine.store.read()->find(id)->document)["f"];
        for (const auto& field : type.fields) {
            const bool ofServer = field.merge == Merge::Server || field.merge == Merge::Act;
            const std::string expected = ofServer             ? "change.policy"
                                         : may[0] != 's'      ? "record.missing"
                                         : !type.tabletWrites ? "access.read_only"
                                         : may[1] != 'c'      ? "access.denied"
                                         : mayField(viewer.row->role, field) != 'e' ? "access.field"
                                                                                    : "";
            add(batch,
                {{"edit",
                  {{"type", name},
                   {"id", id.text()},
                   {"f", {{std::string{field.fieldName}, editOf(field, stored)}}}}}},
                std::string{relation} + " edit " + std::string{name} + '.' +
                    std::string{field.fieldName},
                [expected](const std::string& code) { expectCode(code, expected); });
        }
        noteFields("push", viewer, relation, type);
    };
    for (std::size_t i = 0; i < relations.size(); ++i) {
        for (const auto& [name, id] : records.at(ownerFor(viewer, relations[i]))) {
            edit(relations[i], testing::mayOf(*viewer.row, i, name), name, id);
        }
    }
    for (const auto& [name, id] : ofCompany) {
        edit(companyWide, "s--", name, id);
    }
}

// A record of every type, hung on one of each owner.
void AccessTable::addCreates(Batch& batch, const Viewer& viewer)
{
    for (std::size_t i = 0; i < relations.size(); ++i) {
        const auto may = viewer.row->may[i];
        const auto& theirs = records.at(ownerFor(viewer, relations[i]));
        for (const auto& [name, id] : theirs) {
            const auto& type = typeNamed(name);
            if (type.parentFields.empty()) {
                continue;
            }
            const auto parent = type.parentFields.front();
            const bool contributes = isAmong(viewer.row->role, testing_table::contributors) &&
                                     isAmong(name, testing_table::contributions);
            const std::string expected = !type.tabletWrites              ? "access.read_only"
                                         : may[0] != 's'                 ? "reference.missing"
                                         : may[1] != 'c' && !contributes ? "access.denied"
                                                                         : "";
            add(batch,
                {{"create",
                  {{"type", name},
                   {"id", ids.next().text()},
                   {"f", {{std::string{parent}, theirs.at(type.field(parent).refersTo).text()}}}}}},
                std::string{relations[i]} + " create " + std::string{name},
                [expected](const std::string& code) { expectCode(code, expected); });
            asserted.insert(cellOf("push", viewer, relations[i], name, "create"));
        }
    }
}

// The code with which the act is refused; empty for none that is about access.
std::string
AccessTable::mayAct(const Viewer& viewer, std::string_view relation, std::string_view may, char who)
{
    const bool changes = may[1] == 'c';
    const bool manages = may[2] == 'm';
    if (who == 'p' || who == 'c') {
        return manages ? "" : "access.manager_only";
    }
    if (may[0] != 's' && !manages) {
        return "record.missing";
    }
    if (who == 's') {
        const char rule = mayField(viewer.row->role, typeNamed("contact").field("family"));
        return may[0] != 's' ? "access.denied" : rule == 'h' || rule == 'm' ? "access.field" : "";
    }
    if (who == 'v') {
        return may[0] == 's' ? "" : "access.denied";
    }
    if (who == 'k') {
        return may[0] == 's' && viewer.row->role != "records_clerk" ? "" : "access.denied";
    }
    if (who == 'd') {
        return ""; // About the two customers the act asks itself.
    }
    if (who == 'a') {
        return "access.denied"; // The server made them.
    }
    if (who == 'x') {
        // What is one's own is refused for that.
        const bool releases = isAmong(viewer.row->role, testing::releasers);
        return manages && (releases || relation == "own") ? "" : "access.manager_only";
    }
    if (who == 'o') {
        return manages || (changes && relation == "own") ? "" : "access.denied";
    }
    const bool let = (changes && who != 'm') || (manages && who != 'w');
    return let ? "" : who == 'w' ? "access.denied" : "access.manager_only";
}

void AccessTable::addActs(Batch& batch, const Viewer& viewer)
{
    for (std::size_t i = 0; i < relations.size(); ++i) {
        const auto& theirs = records.at(ownerFor(viewer, relations[i]));
        for (const auto& act : rules::allActs()) {
            const auto may = testing::mayOf(*viewer.row, i, act.type);
            const auto* row = std::ranges::find(actTable, act.name, &testing_table::ActRow::act);
            ASSERT_NE(row, actTable.end()) << "say who may: " << act.name;
            json arguments = json::object();
            for (const auto& argument : act.arguments) {
                // Nothing is to change hands here: it would be others' for whoever comes next.
                if (argument.fieldName == "from") {
                    arguments["from"] = ids.next().text();
                }
                if (argument.isRequired) {
                    arguments[std::string{argument.fieldName}] =
                        argument.kind == FieldKind::Reference ? json(viewer.user.text())
                        : argument.kind == FieldKind::TextSet
                            ? json{act.type == "customer" ? "id_number" : "family"}
                        : argument.kind == FieldKind::Time   ? json("2030-01-01T00:00:00.000Z")
                        : argument.kind == FieldKind::Choice ? json(argument.choices.front().code)
                                                             : json("words");
                }
            }
            // Of the company's people, the one whose records are `board`; what is everybody's is
            // nobody's in particular.
            const bool ofAll = row->may == 'p' || row->may == 'c';
            if (ofAll && relations[i] != (row->may == 'p' ? "board" : "nobody")) {
                continue;
            }
            const std::string expected = mayAct(viewer, relations[i], may, row->may);
            add(batch,
                {{"act",
                  {{"name", act.name},
                   {"type", act.type},
                   {"id", (ofAll ? ofCompany : theirs).at(act.type).text()},
                   {"args", arguments}}}},
                std::string{relations[i]} + ' ' + std::string{act.name},
                [expected](const std::string& code) { expectCode(code, expected); });
            asserted.insert(
                cellOf("push", viewer, ofAll ? companyWide : relations[i], act.type, act.name));
        }
    }
}

std::set<AccessTable::Cell> AccessTable::allCells()
{
    std::set<Cell> all;
    const auto addTypes = [&](std::string_view operation, const Viewer& viewer, Keeps keeps) {
        for (const TypeSpec* type : allTypes()) {
            const bool ofAll = type->audience == Audience::Company;
            for (std::size_t i = 0; i < (ofAll ? 1 : relations.size()); ++i) {
                const auto relation = ofAll ? companyWide : relations[i];
                if (keeps == Keeps::News || keeps == Keeps::Query) {
                    all.insert(cellOf(operation, viewer, relation, type->name));
                    continue;
                }
                for (const auto& field : type->fields) {
                    if (keeps != Keeps::Reveal || classOf(field) < 2) {
                        all.insert(
                            cellOf(operation, viewer, relation, type->name, field.fieldName));
                    }
                }
                if (keeps == Keeps::Reveal) {
                    all.insert(cellOf(operation, viewer, relation, type->name, "others"));
                }
                if (keeps == Keeps::Push && !type->parentFields.empty()) {
                    all.insert(cellOf(operation, viewer, relation, type->name, "create"));
                }
            }
        }
    };
    for (const auto& asked : operations()) {
        const auto* row = rowOf(asked.operation);
        for (const auto& viewer : viewers) {
            if (row == nullptr || row->keeps == Keeps::Open) {
                continue;
            }
            if (row->keeps == Keeps::File) {
                for (const auto relation : relations) {
                    all.insert(cellOf(asked.operation, viewer, relation));
                }
            } else if (row->keeps == Keeps::Report || row->keeps == Keeps::Self ||
                       row->keeps == Keeps::Figures || row->keeps == Keeps::Roles) {
                all.insert(cellOf(asked.operation, viewer));
            } else {
                addTypes(asked.operation, viewer, row->keeps);
            }
            if (row->keeps == Keeps::Push) {
                for (const auto& act : document["components"]["schemas"]["ActName"]["enum"]) {
                    const auto name = act.get<std::string>();
                    const auto type = name.substr(0, name.find('.'));
                    const bool ofAll = typeNamed(type).audience == Audience::Company;
                    for (std::size_t i = 0; i < (ofAll ? 1 : relations.size()); ++i) {
                        all.insert(cellOf(asked.operation, viewer,
                                          ofAll ? companyWide : relations[i], type, name));
                    }
                }
            }
        }
    }
    return all;
}

TEST_P(AccessTable, HasEveryEndpointOfTheDocumentAndAsksAllButTheOpenOnesForASignIn)
{
    std::set<std::string> told;
    for (const auto& asked : operations()) {
        told.insert(asked.operation);
        const auto* row = rowOf(asked.operation);
        ASSERT_NE(row, nullptr) << "say how it keeps to the table (tests/api/endpoint_table.h): "
                                << asked.operation;
        const auto reply = client.request(asked.verb, asked.place, asked.takesBody ? "{}" : "", {});
        // Before the upgrade there is nobody to sign in; after it tests of their own ask.
        EXPECT_EQ(reply.status == 401, row->keeps != Keeps::Open && row->keeps != Keeps::News)
            << asked.verb << ' ' << asked.place << ": " << reply.status;
    }
    EXPECT_EQ(told.size(), endpointTable.size());
}

TEST_P(AccessTable, HoldsInEveryCellAndNoneIsPassedOver)
{
    checkRecords();
    checkListsAndPages();
    checkHistory();
    checkReveal();
    checkQueries();
    checkFiles();
    checkNews();
    checkReports();
    checkRolesAndSelf();
    checkPushes();

    const auto all = allCells();
    std::vector<Cell> passedOver;
    std::ranges::set_difference(all, asserted, std::back_inserter(passedOver));
    EXPECT_TRUE(passedOver.empty()) << passedOver.size() << ", such as " << passedOver.front();
    std::vector<Cell> unknown;
    std::ranges::set_difference(asserted, all, std::back_inserter(unknown));
    EXPECT_TRUE(unknown.empty()) << unknown.size() << ", such as " << unknown.front();
}

INSTANTIATE_TEST_SUITE_P(Roles, AccessTable, ::testing::Bool(), [](const auto& info) {
    return info.param ? "AtTheGroup" : "InATeam";
});

} // namespace
} // namespace fieldbook::server
