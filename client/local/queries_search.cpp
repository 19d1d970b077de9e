#include "client/local/columns_read.h"
#include "client/local/display.h"
#include "client/local/local_queries.h"
#include "client/local/search_index.h"
#include "shared/db/record_table.h"
#include "shared/db/transaction.h"
#include "shared/rules/listing.h"
#include "shared/text/fold.h"
#include "shared/text/phone.h"
#include "shared/text/pinyin.h"

#include <algorithm>
#include <array>

namespace fieldbook::client {
namespace {

constexpr std::size_t duplicatesMax = 8;
// Candidates looked at when people with a similar name are sought.
constexpr std::size_t candidatesMax = 40;

bool isSamePhone(std::string_view a, std::string_view b)
{
    const std::string one = phoneDigits(a);
    const std::string other = phoneDigits(b);
    return one.size() >= rules::samePhoneDigits && other.size() >= rules::samePhoneDigits &&
           phoneTail(one, rules::samePhoneDigits) == phoneTail(other, rules::samePhoneDigits);
}

bool hasPhone(const Record& record, std::string_view phone)
{
    if (isSamePhone(record.textOf("phone"), phone)) {
        return true;
    }
    const auto index = record.type().indexOf("more_phones");
    const auto* more = index ? std::get_if<TextSet>(&record.at(*index)) : nullptr;
    return more != nullptr && std::ranges::any_of(*more, [&](const std::string& each) {
               return isSamePhone(each, phone);
           });
}

bool hasName(const Record& record, const std::string& folded)
{
    for (const std::string_view field : {"name", "short_name", "company"}) {
        const auto index = record.type().indexOf(field);
        const auto* text = index ? std::get_if<std::string>(&record.at(*index)) : nullptr;
        if (text != nullptr && foldForSearch(*text) == folded) {
            return true;
        }
    }
    return false;
}

bool mayBeSame(const TypeSpec& type)
{
    return type.name == "customer" || type.name == "contact" || type.name == "lead";
}

std::string subtitleFor(const Record& record, const rules::World& world)
{
    if (record.type().name == "customer") {
        const auto& address = record.textOf("address");
        return address.empty() ? record.textOf("city") : address;
    }
    if (record.type().name == "lead") {
        return record.textOf("company");
    }
    if (record.type().name == "product") {
        return record.textOf("code");
    }
    return subtitleOf(record, world);
}

} // namespace

std::vector<std::pair<const TypeSpec*, Uuid>>
LocalQueries::hits(std::string_view typed, const TypeSpec* type, std::size_t limit)
{
    const std::string expression = searchExpression(typed);
    if (expression.empty()) {
        return {};
    }
    auto query = database_.prepare(
        "SELECT e.type, e.id FROM search s JOIN search_entry e ON e.n = s.rowid "
        "WHERE search MATCH :expression AND rank MATCH 'bm25(10.0, 6.0, 8.0, 1.0)' "
        "AND (:type < 0 OR e.type = :type) ORDER BY s.rank LIMIT :limit");
    query.bind(":expression", expression)
        .bind(":type", type ? searchNumberOf(*type) : -1)
        .bind(":limit", static_cast<std::int64_t>(limit));
    std::vector<std::pair<const TypeSpec*, Uuid>> found;
    const auto types = allTypes();
    while (query.step()) {
        const auto number = query.get<std::size_t>(0);
        if (number < types.size()) {
            found.emplace_back(types[number], query.uuid(1));
        }
    }
    return found;
}

std::vector<SearchHit> LocalQueries::search(std::string_view text, std::size_t limit)
{
    const db::ReadTransaction moment{database_};
    std::vector<SearchHit> result;
    for (const auto& [type, id] : hits(text, nullptr, limit)) {
        if (const auto record = db::RecordTable::of(*type).find(database_, id)) {
            result.push_back({std::string{type->name}, id, titleOf(*record, world_),
                              subtitleFor(*record, world_)});
        }
    }
    return result;
}

std::vector<DuplicateHit> LocalQueries::listed(std::string_view name, std::string_view phone)
{
    const auto rules = rules::CustomerRules::of(world_);
    if (!rules.indexKey) {
        return {};
    }
    const auto keys = rules::listingKeys(name, {std::string{phone}}, {}, *rules.indexKey);
    const std::string phoneKey = keys.phones.empty() ? std::string{} : keys.phones.front();
    const auto& listings = db::RecordTable::of(typeNamed("listing"));
    auto query = database_.prepare("SELECT id FROM " + listings.name() +
                                   " WHERE name_key = :name OR sound_key = :sound OR "
                                   "phone_key = :phone OR phone_key_2 = :phone OR "
                                   "phone_key_3 = :phone ORDER BY id");
    query.bind(":name", keys.name).bind(":sound", keys.sound).bind(":phone", phoneKey);
    std::vector<DuplicateHit> hits;
    while (query.step() && hits.size() < candidatesMax) {
        const auto listing = listings.find(database_, query.uuid(0));
        // What this tablet has itself is found by its own words.
        if (!listing || listing->isDeleted() ||
            world_.find(listing->referenceOf("customer")).has_value()) {
            continue;
        }
        const bool samePhone =
            !phoneKey.empty() &&
            std::ranges::any_of(std::array{"phone_key", "phone_key_2", "phone_key_3"},
                                [&](const char* key) { return listing->textOf(key) == phoneKey; });
        hits.push_back({"listing",
                        listing->id(),
                        listing->textOf("name"),
                        {},
                        samePhone,
                        !keys.name.empty() && listing->textOf("name_key") == keys.name});
    }
    return hits;
}

std::vector<DuplicateHit> LocalQueries::duplicates(std::string_view name, std::string_view phone)
{
    const db::ReadTransaction moment{database_};
    std::vector<std::pair<const TypeSpec*, Uuid>> candidates;
    const std::string digits = phoneDigits(phone);
    if (digits.size() >= rules::samePhoneDigits) {
        candidates = hits(phoneTail(digits, rules::samePhoneDigits), nullptr, candidatesMax);
    }
    const std::string folded = foldForSearch(name);
    if (!folded.empty()) {
        // Also those that sound alike: a name taken down over the telephone.
        for (const std::string& sought : {std::string{name}, pinyinOf(name).full}) {
            const auto named = hits(sought, nullptr, candidatesMax);
            candidates.insert(candidates.end(), named.begin(), named.end());
        }
    }
    std::vector<DuplicateHit> same = listed(name, phone);
    for (const auto& [type, id] : candidates) {
        const auto known = std::ranges::find(same, id, &DuplicateHit::id);
        if (!mayBeSame(*type) || known != same.end()) {
            continue;
        }
        const auto record = db::RecordTable::of(*type).find(database_, id);
        if (!record) {
            continue;
        }
        DuplicateHit hit{std::string{type->name},  id,
                         record->textOf("name"),   subtitleFor(*record, world_),
                         hasPhone(*record, phone), hasName(*record, folded)};
        same.push_back(std::move(hit));
    }
    const auto weight = [](const DuplicateHit& hit) {
        return (hit.samePhone ? 2 : 0) + (hit.sameName ? 1 : 0);
    };
    std::ranges::sort(same, [&](const DuplicateHit& a, const DuplicateHit& b) {
        return std::tuple{-weight(a), a.name, a.id} < std::tuple{-weight(b), b.name, b.id};
    });
    same.resize(std::min(same.size(), duplicatesMax));
    return same;
}

} // namespace fieldbook::client
