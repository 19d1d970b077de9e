// Each file beside this one is a record, what two tablets made of it, and what must become of that
// in either order of arrival. FIELDBOOK_UPDATE_GOLDEN=1 writes the outcomes anew.

#include "shared/sync/merge.h"
#include "tests/support/golden.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace fieldbook::sync {
namespace {

using nlohmann::ordered_json;

const std::string folder = "tests/golden/merge";

// Tablet 1 is ours, tablet 2 theirs; each has one user.
Uuid userOf(std::int64_t device)
{
    std::array<std::uint8_t, 16> bytes{};
    bytes[15] = static_cast<std::uint8_t>(device);
    return Uuid{bytes};
}

ordered_json jsonOf(const HistoryEntry& entry, const TypeSpec& type)
{
    ordered_json json;
    json["field"] = type.fields[entry.field].fieldName;
    json["value"] = ordered_json::parse(toJson(entry.value).dump());
    json["v"] = entry.version.text();
    return json;
}

struct Side {
    std::int64_t device;
    const ordered_json& changes;
};

// Applies the changes of one side after those of the other, as the server does, and tells what
// stands, what went to history and what the authors are told.
ordered_json outcome(const ordered_json& base, std::initializer_list<Side> sides)
{
    Record record = Record::parse(base.dump()).value();
    ordered_json history = ordered_json::array();
    ordered_json told = ordered_json::array();
    for (const Side& side : sides) {
        for (const auto& json : side.changes) {
            const Change change = parseChange(json.dump()).value();
            const Authorship by{{change.at, side.device, change.number}, userOf(side.device)};
            MergeResult merged = mergeEdit(record, std::get<EditBody>(change.body), by);
            EXPECT_EQ(merged.changed, merged.record.document() != record.document());
            record = std::move(merged.record);
            for (const HistoryEntry& entry : merged.history) {
                history.push_back(jsonOf(entry, record.type()));
            }
            for (const FieldReceipt& field : merged.fields) {
                const Receipt receipt{
                    change.number, Outcome::Merged, 1, &record.type(), {field}, "", "", ""};
                told.push_back(ordered_json::parse(toJson(receipt))["fields"][0]);
                told.back()["device"] = side.device;
            }
        }
    }
    return {
        {"document", ordered_json::parse(record.document())}, {"history", history}, {"told", told}};
}

class MergeGolden : public ::testing::TestWithParam<std::string> {};

TEST_P(MergeGolden, BecomesWhatItShould)
{
    const std::string path = folder + "/" + GetParam() + ".json";
    ordered_json scenario = ordered_json::parse(fieldbook::testing::readSource(path));
    const Side ours{1, scenario["ours"]};
    const Side theirs{2, scenario["theirs"]};

    const ordered_json oursFirst = outcome(scenario["base"], {ours, theirs});
    const ordered_json theirsFirst = outcome(scenario["base"], {theirs, ours});

    scenario["ours_first"] = oursFirst;
    scenario["theirs_first"] = theirsFirst;
    fieldbook::testing::expectGolden(path, scenario.dump(2) + "\n");
    if (scenario["commutes"].get<bool>()) {
        EXPECT_EQ(oursFirst["document"]["f"], theirsFirst["document"]["f"]);
        EXPECT_EQ(oursFirst["document"].contains("c"), theirsFirst["document"].contains("c"));
    }
}

std::vector<std::string> scenarios()
{
    std::vector<std::string> names;
    for (const auto& file :
         std::filesystem::directory_iterator{fieldbook::testing::sourcePath(folder)}) {
        if (file.path().extension() == ".json") {
            names.push_back(file.path().stem().string());
        }
    }
    std::ranges::sort(names);
    return names;
}

INSTANTIATE_TEST_SUITE_P(Scenarios,
                         MergeGolden,
                         ::testing::ValuesIn(scenarios()),
                         [](const auto& each) { return each.param; });

} // namespace
} // namespace fieldbook::sync
