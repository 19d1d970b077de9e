#pragma once

#include "server/app/engine.h"
#include "server/import/import_service.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace fieldbook::server::import {

inline constexpr auto threeCustomers =
    "Code,Name,Owner,Tier\nA,Bakery,ming,VIP\nB,Smithy,ming,主要\n"
    "C,Inn,nobody,VIP\n";

// An administrator brings files into a company whose salesperson is Ming.
class FilesBroughtIn : public ::testing::Test {
protected:
    testing::TempDir folder_;
    Engine engine_{*DataFolder::hold(folder_ / "data", DataFolder::Making::Allowed),
                   Configuration{}, CommitQueue::Mode::Immediate};
    ImportService imports_{engine_.store,
                           engine_.commits,
                           engine_.directory,
                           engine_.changes,
                           engine_.clock,
                           engine_.entropy,
                           "CN"};
    Caller gao_;
    Caller ming_;

    void SetUp() override
    {
        gao_.user = addUser("gao", "administrator");
        ming_.user = addUser("ming", "salesperson");
    }

    Uuid addUser(const std::string& login, const std::string& role)
    {
        UuidSource ids{engine_.clock, engine_.entropy};
        rules::RecordWrite write{&typeNamed("user"), ids.next(), true, {}};
        write.set("name", login);
        write.set("login", login);
        write.set("role", role);
        write.set("status", std::string{"active"});
        apply(write);
        return write.id;
    }
    void apply(const rules::RecordWrite& write)
    {
        const auto done = engine_.commits.run([&](Commit& commit) {
            const std::vector<ServerChange> changes{write};
            return engine_.changes.applyGroup(commit, rules::Actor{}, changes);
        });
        ASSERT_TRUE(done) << done.error().code << ' ' << done.error().detail;
    }

    [[nodiscard]] static ImportOrder customers(std::string text)
    {
        const auto column = [](const char* field, const char* name) {
            return FieldOrder{.field = field, .column = name};
        };
        return {.name = "customers.csv",
                .source = "old system",
                .type = &typeNamed("customer"),
                .text = std::move(text),
                .key = {"Code"},
                .fields = {column("code", "Code"),
                           column("name", "Name"),
                           {.field = "owner", .column = "Owner", .by = "login"},
                           column("tier", "Tier"),
                           {.field = "kind", .value = "organisation"}}};
    }
    [[nodiscard]] Job bring(ImportOrder order)
    {
        const auto begun = imports_.begin(gao_, std::move(order));
        EXPECT_TRUE(begun) << begun.error().code << ' ' << begun.error().detail;
        imports_.work(begun->id);
        return *imports_.find(gao_, begun->id);
    }
    [[nodiscard]] Job takeBack(const Uuid& id)
    {
        const auto begun = imports_.beginUndo(gao_, id);
        EXPECT_TRUE(begun) << begun.error().code;
        imports_.work(id);
        return *imports_.find(gao_, id);
    }
    [[nodiscard]] std::map<std::string, Record> customersByCode()
    {
        std::map<std::string, Record> found;
        engine_.store.read()->forEachDocument(typeNamed("customer"), [&](std::string_view text) {
            const auto record = Record::parse(text);
            if (!record->isDeleted()) {
                found.emplace(record->textOf("code"), *record);
            }
        });
        return found;
    }
    [[nodiscard]] std::string refusal(ImportOrder order)
    {
        const auto begun = imports_.begin(gao_, std::move(order));
        return begun ? "" : begun.error().code;
    }
    void edit(const Record& record, std::string_view field, Value value)
    {
        rules::RecordWrite write{&record.type(), record.id(), false, {}};
        write.set(field, std::move(value));
        apply(write);
    }
};

} // namespace fieldbook::server::import
