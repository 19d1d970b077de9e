#include "shared/rules/creation.h"
#include "shared/rules/labels.h"
#include "shared/rules/validation.h"
#include "tests/support/random_record.h"
#include "tests/unit/shared/rules/acts_fixture.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

// What nobody thought of: any act by anybody on anything with any arguments, any create with any
// values. Nothing may crash, and whatever comes out must keep the rules for any record.
namespace fieldbook::rules {
namespace {

using nlohmann::json;
using testing::idOf;
using testing::SeededEntropy;

constexpr int rounds = 3'000;

class AnyAct : public ActsTest {
protected:
    SeededEntropy random{20260514};
    std::vector<Uuid> ids;

    void SetUp() override
    {
        ActsTest::SetUp();
        add("customer", 51,
            {{"name", words("B")}, {"kind", words("person")}, {"owner", company.ana}});
        add("lead", 52,
            {{"name", words("L")},
             {"phone", words("1")},
             {"stage", words("new")},
             {"owner", company.ming}});
        add("opportunity", 53,
            {{"customer", customer},
             {"name", words("O")},
             {"stage", words("needs")},
             {"owner", company.ming}});
        add("visit", 54,
            {{"customer", customer}, {"state", words("planned")}, {"owner", company.ming}});
        add("visit", 55,
            {{"customer", idOf(51)}, {"state", words("in_progress")}, {"owner", company.ana}});
        add("order", 56,
            {{"customer", customer},
             {"number", words("SO-1")},
             {"currency", words("CNY")},
             {"state", words("draft")},
             {"owner", company.ming}});
        add("order_line", 57,
            {{"order", idOf(56)},
             {"product", idOf(99)},
             {"quantity", std::int64_t{1'000}},
             {"unit_price", Money::fromMinor(100, Currency{})}});
        add("reminder", 58,
            {{"title", words("R")},
             {"customer", customer},
             {"due_at", nine},
             {"state", words("open")},
             {"owner", company.ming}});
        for (const Uuid& id :
             {customer, company.ming, company.ana, company.gao, idOf(98), idOf(99)}) {
            ids.push_back(id);
        }
    }

    void add(std::string_view type, std::uint8_t number, Fields fields)
    {
        put(type, idOf(number), fields);
        ids.push_back(idOf(number));
    }

    template <class Items>
    const auto& oneOf(const Items& items)
    {
        return items[random.below(items.size())];
    }

    json anyValue(const json& schema)
    {
        if (random.chance(5)) {
            return json::array({1, "x", nullptr});
        }
        if (schema.contains("enum")) {
            return oneOf(schema["enum"]);
        }
        if (schema.value("format", "") == "uuid") {
            return random.chance(20) ? testing::randomId(random).text() : oneOf(ids).text();
        }
        if (schema.value("format", "") == "date-time") {
            return "2026-05-1" + std::to_string(random.below(10)) + "T09:00:00Z";
        }
        if (schema.value("format", "") == "date") {
            return "2026-06-30";
        }
        const auto type = schema.value("type", "");
        if (type == "boolean") {
            return random.chance(50);
        }
        if (type == "array") {
            return json::array({random.chance(50) ? "contact" : "family"});
        }
        if (type == "string") {
            return testing::randomText(random, 100);
        }
        if (schema.contains("properties") && schema["properties"].contains("minor")) {
            return {{"minor", static_cast<std::int64_t>(random.next())}, {"currency", "CNY"}};
        }
        return {{"lat", 30.0}, {"lon", 120.0}, {"mocked", random.chance(10)}};
    }

    std::string anyArguments(const ActSpec& act)
    {
        json arguments = json::object();
        const json schema = json::parse(act.argumentsSchema);
        for (const auto& [name, property] : schema["properties"].items()) {
            if (random.chance(60)) {
                arguments[name] = anyValue(property);
            }
        }
        return arguments.dump();
    }

    // Mostly something that the act is for.
    Uuid subjectOf(const ActSpec& act)
    {
        std::vector<Uuid> fitting;
        std::ranges::copy_if(ids, std::back_inserter(fitting), [&](const Uuid& id) {
            const auto record = world.find(id);
            return record && record->type().name == act.type;
        });
        return fitting.empty() || random.chance(10) ? oneOf(ids) : oneOf(fitting);
    }

    void expectSentence(const Error& error)
    {
        EXPECT_TRUE(std::ranges::binary_search(errorTexts(), std::string_view{error.code}, {},
                                               &ErrorText::code))
            << error.code;
    }
};

TEST_F(AnyAct, EitherKeepsTheRulesOrIsRefusedWithASentence)
{
    int done = 0;
    for (int round = 0; round < rounds; ++round) {
        const ActSpec& act = oneOf(allActs());
        const std::string arguments = anyArguments(act);
        const std::vector people{company.ming, company.zhou, company.ana, company.zhao,
                                 company.gao};
        const ActCall made = call(oneOf(people), act.name, arguments, subjectOf(act), nine);

        const auto writes = runAct(made, world);

        if (!writes) {
            expectSentence(writes.error());
            continue;
        }
        ++done;
        EXPECT_EQ(runAct(made, world)->size(), writes->size());
        std::set<Uuid> written;
        for (const RecordWrite& write : *writes) {
            EXPECT_TRUE(written.insert(write.id).second) << act.name;
            EXPECT_EQ(write.create, !world.find(write.id).has_value()) << act.name;
            world.apply(write);
        }
        const auto acted = validate(get(made.id), world);
        EXPECT_TRUE(acted) << act.name << acted.error().code;
        if (random.chance(10)) {
            world = company.world();
            ids.clear();
            SetUp();
        }
    }
    EXPECT_GT(done, rounds / 20);
}

TEST_F(AnyAct, AnyCreateEitherKeepsTheRulesOrIsRefusedWithASentence)
{
    int done = 0;
    for (int round = 0; round < rounds; ++round) {
        const TypeSpec& type = *oneOf(allTypes());
        std::vector<std::pair<std::size_t, Value>> values;
        for (std::size_t i = 0; i < type.fields.size(); ++i) {
            const FieldSpec& field = type.fields[i];
            const bool isOwn = field.merge != Merge::Act && field.merge != Merge::Server;
            if (field.isRequired || random.chance(isOwn ? 30 : 1)) {
                values.emplace_back(i, field.kind == FieldKind::Reference
                                           ? Value{oneOf(ids)}
                                           : testing::randomValue(field, random));
            }
        }
        const auto write = prepareCreate(CreateCall{.type = &type,
                                                    .id = testing::randomId(random),
                                                    .values = values,
                                                    .actor = company.as(company.zhao),
                                                    .at = nine,
                                                    .parentFacts = {}},
                                         world);

        if (!write) {
            expectSentence(write.error());
            continue;
        }
        ++done;
        Record made{type, write->id};
        applyTo(made, *write);
        EXPECT_TRUE(validate(made, world)) << type.name;
        EXPECT_TRUE(mayWrite(company.as(company.zhao), type, factsOf(made, world)));
    }
    EXPECT_GT(done, rounds / 50);
}

} // namespace
} // namespace fieldbook::rules
