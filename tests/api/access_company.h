#pragma once

#include "shared/base/hash.h"
#include "tests/api/api_server.h"
#include "tests/support/access_table.h"
#include "tests/support/boards.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::server {

// In the order of FieldRow::may.
[[nodiscard]] inline std::size_t classOf(const FieldSpec& field)
{
    const bool words = field.kind == FieldKind::Text || field.kind == FieldKind::LongText;
    return field.personal == Personal::Sensitive ? (words ? 0U : 1U)
           : field.kind == FieldKind::Money      ? 2U
                                                 : 3U;
}

[[nodiscard]] inline char mayField(std::string_view role, const FieldSpec& field)
{
    return std::ranges::find(testing::fieldTable, role, &testing::FieldRow::role)
        ->may[classOf(field)];
}

// A company of two boards, with somebody of each role in the team east, or at the group. Each has
// records of every type; so have others near and far, and nobody.
class AccessCompany : public ::testing::TestWithParam<bool> {
protected:
    struct Viewer {
        const testing::AccessRow* row = nullptr;
        Uuid user;
        nlohmann::json session;
        ApiServer::Fields bearer;
    };

    ApiServer server;
    Engine& engine = server.application().engine();
    testing::HttpClient client = server.client();
    testing::TwoBoards company;
    UuidSource ids{engine.clock, engine.entropy};
    std::vector<Viewer> viewers;
    // By owner (nil for nobody), then type.
    std::map<Uuid, std::map<std::string_view, Uuid>> records;
    // One of each type that everybody sees.
    std::map<std::string_view, Uuid> ofCompany;
    static constexpr std::string_view companyWide = "company";

    void SetUp() override
    {
        // The manager of the table manages the east.
        std::vector<ServerChange> changes;
        for (const auto& record : company.records("manager", GetParam())) {
            changes.emplace_back(creationOf(record));
        }
        for (const auto& row : testing::accessTable) {
            if (row.atGroup == GetParam()) {
                addViewer(row, changes);
            }
        }
        apply(changes);
        changes.clear();
        for (const auto& viewer : viewers) {
            addRecords(viewer.user, changes);
        }
        for (const auto relation : testing::relations) {
            if (relation != "own") {
                addRecords(company.ownerFor(relation), changes);
            }
        }
        addCompanyRecords(changes);
        apply(changes);
        apply(secondValues());
        server.givePasswords();
        for (std::size_t i = 0; i < viewers.size(); ++i) {
            const std::string login{viewers[i].row->role};
            viewers[i].session =
                server.signIn(login == "manager" ? "viewer" : login, static_cast<int>(i));
            viewers[i].bearer = ApiServer::bearer(viewers[i].session);
        }
        // One that said nothing all the while would have been closed.
        client = server.client();
    }

    void apply(const std::vector<ServerChange>& changes)
    {
        const auto done = engine.commits.run([&](Commit& commit) -> Result<void> {
            const auto applied = engine.changes.applyGroup(commit, rules::Actor{}, changes);
            return applied ? Result<void>{} : fail(applied.error());
        });
        ASSERT_TRUE(done) << done.error().code << ' ' << done.error().detail;
    }

    static rules::RecordWrite creationOf(const Record& record)
    {
        rules::RecordWrite write{&record.type(), record.id(), true, {}};
        for (std::size_t i = 0; i < record.type().fields.size(); ++i) {
            if (!isEmpty(record.at(i))) {
                write.values.emplace_back(i, record.at(i));
            }
        }
        return write;
    }

    void addViewer(const testing::AccessRow& row, std::vector<ServerChange>& changes)
    {
        Viewer viewer{.row = &row, .user = company.viewer, .session = {}, .bearer = {}};
        if (row.role != "manager") {
            viewer.user = ids.next();
            const std::string role{row.role};
            changes.emplace_back(creationOf(
                testing::aRecord("user", viewer.user,
                                 {{"name", role},
                                  {"login", role},
                                  {"role", role},
                                  {"status", std::string{"active"}},
                                  {"team", GetParam() ? company.group : company.east}})));
        }
        viewers.push_back(std::move(viewer));
    }

    static Money money(std::int64_t minor)
    {
        return Money::fromMinor(minor, *Currency::parse("CNY"));
    }

    // Values for all that is sensitive or an amount, and for what a record must have.
    void fill(Record& record)
    {
        const auto& fields = record.type().fields;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const auto kind = classOf(fields[i]);
            if (kind == 0) {
                record.setAt(i, std::string{"secret words"});
            } else if (kind == 1) {
                record.setAt(i, Date{std::chrono::sys_days{std::chrono::days{4'000}}});
            } else if (kind == 2) {
                record.setAt(i, money(4'200));
            } else if (fields[i].isRequired && fields[i].kind == FieldKind::Text) {
                record.setAt(i, std::string{"plain"});
            } else if (fields[i].isRequired && fields[i].kind == FieldKind::Choice) {
                record.setAt(i, std::string{fields[i].choices.front().code});
            } else if (fields[i].isRequired && fields[i].kind == FieldKind::Time) {
                record.setAt(i, engine.clock.now());
            } else if (fields[i].isRequired && fields[i].kind == FieldKind::Date) {
                record.setAt(i, Date{std::chrono::sys_days{std::chrono::days{20'000}}});
            } else if (fields[i].isRequired && fields[i].kind == FieldKind::Integer) {
                record.setAt(i, std::int64_t{1});
            } else if (fields[i].isRequired && fields[i].kind == FieldKind::Quantity) {
                record.setAt(i, std::int64_t{1'000});
            }
        }
    }

    void addRecords(const Uuid& owner, std::vector<ServerChange>& changes)
    {
        auto& theirs = records[owner];
        for (const TypeSpec* type : allTypes()) {
            if (type->audience == Audience::Company) {
                continue;
            }
            Record record{*type, ids.next()};
            fill(record);
            if (!type->ownerField.empty() && !owner.isNil()) {
                record.set(type->ownerField, owner);
            }
            if (!type->parentFields.empty()) {
                const auto parent = type->parentFields.front();
                record.set(parent, theirs.at(type->field(parent).refersTo));
            }
            if (type->name == "order" || type->name == "price") {
                record.set("currency", std::string{"CNY"});
            }
            if (type->name == "export_request") {
                record.set("subject", std::string{"customer"});
            }
            if (type->name == "attachment") {
                record.set("sha256", checksumFor(owner));
            }
            if (type->name == "opportunity") {
                record.set("stage", std::string{"initial"});
            }
            if (type->name == "lead") {
                record.set("phone", std::string{"13900000000"});
            }
            if (type->indexOf("product")) {
                record.set("product", product(changes));
            }
            theirs[type->name] = record.id();
            changes.emplace_back(creationOf(record));
        }
    }

    // The people and teams are there already.
    void addCompanyRecords(std::vector<ServerChange>& changes)
    {
        ofCompany = {{"team", company.west}, {"user", company.westSeller}};
        ofCompany["product"] = product(changes);
        for (const TypeSpec* type : allTypes()) {
            if (type->audience != Audience::Company || ofCompany.contains(type->name)) {
                continue;
            }
            Record record{*type, ids.next()};
            fill(record);
            for (const auto& field : type->fields) {
                if (field.kind == FieldKind::Reference && ofCompany.contains(field.refersTo) &&
                    field.fieldName != "created_by") {
                    record.set(field.fieldName, ofCompany.at(field.refersTo));
                }
            }
            if (type->indexOf("currency")) {
                record.set("currency", std::string{"CNY"});
            }
            ofCompany[type->name] = record.id();
            changes.emplace_back(creationOf(record));
        }
    }

    Uuid product(std::vector<ServerChange>& changes)
    {
        if (product_.isNil()) {
            product_ = ids.next();
            Record record{typeNamed("product"), product_};
            fill(record);
            changes.emplace_back(creationOf(record));
        }
        return product_;
    }

    // So that every field of which the table speaks has a history.
    std::vector<ServerChange> secondValues()
    {
        std::vector<ServerChange> changes;
        std::vector all{ofCompany};
        for (const auto& [owner, theirs] : records) {
            all.push_back(theirs);
        }
        for (const auto& some : all) {
            for (const auto& [name, id] : some) {
                const auto& type = typeNamed(name);
                rules::RecordWrite write{&type, id, false, {}};
                for (std::size_t i = 0; i < type.fields.size(); ++i) {
                    if (classOf(type.fields[i]) == 0) {
                        write.values.emplace_back(i, std::string{"other words"});
                    } else if (classOf(type.fields[i]) == 2) {
                        write.values.emplace_back(i, money(4'300));
                    }
                }
                if (!write.values.empty()) {
                    changes.emplace_back(std::move(write));
                }
            }
        }
        return changes;
    }

    static std::string bytesOf(const Uuid& owner) { return "bytes of " + owner.text(); }
    static std::string checksumFor(const Uuid& owner)
    {
        return toHex(sha256(asBytes(bytesOf(owner))));
    }

    [[nodiscard]] Uuid ownerFor(const Viewer& viewer, std::string_view relation) const
    {
        return relation == "own" ? viewer.user : company.ownerFor(relation);
    }

    // Calls check(viewer, relation, may, type, id) for every cell of role x relation x type.
    template <class Check>
    void forEachCell(Check check)
    {
        for (const auto& viewer : viewers) {
            for (std::size_t i = 0; i < testing::relations.size(); ++i) {
                for (const auto& [type, id] : records.at(ownerFor(viewer, testing::relations[i]))) {
                    SCOPED_TRACE(std::string{viewer.row->role} + ", " +
                                 std::string{testing::relations[i]} + ", " + std::string{type});
                    check(viewer, testing::relations[i], testing::mayOf(*viewer.row, i, type),
                          typeNamed(type), id);
                }
            }
            for (const auto& [type, id] : ofCompany) {
                SCOPED_TRACE(std::string{viewer.row->role} + ", company, " + std::string{type});
                check(viewer, companyWide, "s--", typeNamed(type), id);
            }
        }
    }

    // Sensitive fields go to tablets as the role has them; elsewhere they are shown on request.
    enum class Sensitive : std::uint8_t { AsTheRoleSays, OnRequestOnly };

    // Field by field, what the answer shows against what is stored.
    void expectAsTheTableSays(const Viewer& viewer,
                              const TypeSpec& type,
                              const nlohmann::json& shown,
                              Sensitive sensitive)
    {
        const auto id = *Uuid::parse(shown["id"].get<std::string>());
        const auto stored = nlohmann::json::parse(engine.store.read()->find(id)->document);
        for (const auto& field : type.fields) {
            const std::string name{field.fieldName};
            const bool filled = stored["f"].contains(name);
            ASSERT_TRUE(filled || classOf(field) == 3) << "not tried: " << name;
            char may = mayField(viewer.row->role, field);
            if (sensitive == Sensitive::OnRequestOnly && classOf(field) < 2 && may != 'h') {
                may = classOf(field) == 0 ? 'm' : 'h';
            }
            if (may == 'h') {
                EXPECT_FALSE(shown["f"].contains(name)) << name;
            } else if (may == 'm') {
                EXPECT_EQ(shown["f"].value(name, nlohmann::json{}),
                          filled ? nlohmann::json("o***") : nlohmann::json{})
                    << name;
            } else {
                EXPECT_EQ(shown["f"].value(name, nlohmann::json{}),
                          stored["f"].value(name, nlohmann::json{}))
                    << name;
            }
        }
    }

    std::map<Uuid, nlohmann::json> pulled(const Viewer& viewer)
    {
        std::map<Uuid, nlohmann::json> held;
        std::string cursor;
        bool complete = false;
        while (!complete) {
            const auto reply =
                client.get("/v1/pull" + (cursor.empty() ? "" : "?cursor=" + cursor), viewer.bearer);
            EXPECT_EQ(reply.status, 200) << reply.body;
            const auto page = nlohmann::json::parse(reply.body);
            for (const auto& document : page["records"]) {
                held[*Uuid::parse(document["id"].get<std::string>())] = document;
            }
            cursor = page["cursor"];
            complete = page["complete"];
        }
        return held;
    }

private:
    Uuid product_;
};

} // namespace fieldbook::server
