#include "shared/rules/merging.h"

#include "shared/rules/access.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <iterator>

namespace fieldbook::rules {
namespace {

// A chain of merges that is longer is a ring.
constexpr int mergesMax = 16;

constexpr std::array<std::pair<std::string_view, MergeChoice>, 3> words{
    {{"survivor", MergeChoice::Survivor},
     {"loser", MergeChoice::Loser},
     {"both", MergeChoice::Both}}};

MergeChoice choiceFor(const MergeChoices& choices, std::string_view field)
{
    const auto found = choices.find(field);
    return found == choices.end() ? MergeChoice::Survivor : found->second;
}

Value united(const Value& left, const Value& right)
{
    const auto* first = std::get_if<TextSet>(&left);
    const auto* second = std::get_if<TextSet>(&right);
    TextSet all;
    std::ranges::set_union(first != nullptr ? *first : TextSet{},
                           second != nullptr ? *second : TextSet{}, std::back_inserter(all));
    return all.empty() ? Value{} : Value{std::move(all)};
}

Value chosen(const FieldSpec& field, const Value& survivor, const Value& loser, MergeChoice choice)
{
    if (field.kind == FieldKind::TextSet) {
        return united(survivor, loser);
    }
    if (isEmpty(survivor) || isEmpty(loser) || survivor == loser) {
        return isEmpty(survivor) ? loser : survivor;
    }
    if (choice == MergeChoice::Both) {
        return std::get<std::string>(survivor) + '\n' + std::get<std::string>(loser);
    }
    return choice == MergeChoice::Loser ? loser : survivor;
}

} // namespace

bool isChosen(const FieldSpec& field)
{
    return field.merge != Merge::Act && field.merge != Merge::Server &&
           field.fieldName != "deleted_at" && field.fieldName != "delete_reason";
}

Result<MergeChoices> parseChoices(std::string_view json)
{
    const auto refused = [](std::string_view what) {
        return fail(ErrorKind::Invalid, "act.arguments", std::string{what});
    };
    MergeChoices choices;
    if (json.empty()) {
        return choices;
    }
    const auto tree = nlohmann::json::parse(json, nullptr, false);
    if (!tree.is_object()) {
        return refused("choices");
    }
    const auto& customer = typeNamed("customer");
    for (const auto& [name, given] : tree.items()) {
        const auto index = customer.indexOf(name);
        if (!index || !isChosen(customer.fields[*index]) || !given.is_string()) {
            return refused(name);
        }
        const auto* word =
            std::ranges::find(words, std::string_view{given.get_ref<const std::string&>()},
                              &std::pair<std::string_view, MergeChoice>::first);
        const bool isText = customer.fields[*index].kind == FieldKind::LongText;
        if (word == words.end() || (word->second == MergeChoice::Both && !isText)) {
            return refused(name);
        }
        choices[name] = word->second;
    }
    return choices;
}

std::string toJson(const MergeChoices& choices)
{
    auto tree = nlohmann::ordered_json::object();
    for (const auto& [field, choice] : choices) {
        tree[field] = words[static_cast<std::size_t>(choice)].first;
    }
    return tree.dump();
}

std::vector<std::pair<std::size_t, Value>>
mergedValues(const Record& survivor, const Record& loser, const MergeChoices& choices)
{
    const auto& type = survivor.type();
    Record merged = survivor;
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        const auto& field = type.fields[i];
        if (isChosen(field)) {
            merged.setAt(
                i, chosen(field, survivor.at(i), loser.at(i), choiceFor(choices, field.fieldName)));
        }
    }
    for (const Record* each : {&survivor, &loser}) {
        const auto& phone = each->textOf("phone");
        if (!phone.empty() && phone != merged.textOf("phone")) {
            merged.set("more_phones", united(merged.get("more_phones"), TextSet{phone}));
        }
    }
    const auto later = [&](std::string_view field) {
        const auto* mine = std::get_if<Timestamp>(&survivor.get(field));
        const auto* theirs = std::get_if<Timestamp>(&loser.get(field));
        if (theirs != nullptr && (mine == nullptr || *theirs > *mine)) {
            merged.set(field, *theirs);
        }
    };
    later("last_contact_at");
    std::vector<std::pair<std::size_t, Value>> changed;
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        if (merged.at(i) != survivor.at(i)) {
            changed.emplace_back(i, merged.at(i));
        }
    }
    return changed;
}

Result<void> mayDecideMerge(const Actor& actor, const Record& customer, const World& world)
{
    const FeedFacts facts = factsOf(customer, world);
    if (actor.role == Role::RecordsClerk && maySee(actor, customer.type(), facts)) {
        return {};
    }
    return mayManage(actor, facts);
}

std::optional<Record> survivorOf(const Record& customer, const World& world)
{
    if (!customer.type().indexOf("merged_into") || isEmpty(customer.get("merged_into"))) {
        return std::nullopt;
    }
    auto next = world.find(customer.referenceOf("merged_into"));
    for (int step = 0; step < mergesMax && next && !isEmpty(next->get("merged_into")); ++step) {
        next = world.find(next->referenceOf("merged_into"));
    }
    return next;
}

std::vector<Record> belongingTo(const Uuid& customer, const World& world)
{
    std::vector<Record> all;
    for (const TypeSpec* type : allTypes()) {
        const bool moves = type->tabletWrites || type->name == "ownership_change";
        if (!moves ||
            std::ranges::find(type->parentFields, "customer") == type->parentFields.end()) {
            continue;
        }
        const auto found = world.referring(*type, "customer", customer);
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

} // namespace fieldbook::rules
