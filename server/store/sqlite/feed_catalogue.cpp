#include "server/store/sqlite/feed_catalogue.h"

#include "shared/base/assert.h"

#include <charconv>

namespace fieldbook::server {
namespace {

std::vector<std::int64_t> parseList(std::string_view text)
{
    std::vector<std::int64_t> numbers;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        std::int64_t number = 0;
        const auto [next, error] = std::from_chars(at, end, number);
        FIELDBOOK_ASSERT(error == std::errc{});
        numbers.push_back(number);
        at = next + 1;
    }
    return numbers;
}

} // namespace

std::optional<std::int64_t> FeedCatalogue::findFeed(const FeedName& name)
{
    if (const auto known = feeds_.find(name); known != feeds_.end()) {
        return known->second;
    }
    auto select = database_.prepare("SELECT id FROM feed WHERE name = :name");
    select.bind(":name", name);
    if (!select.step()) {
        return std::nullopt;
    }
    return feeds_[name] = select.int64(0);
}

std::int64_t FeedCatalogue::feedOf(const FeedName& name)
{
    if (const auto known = findFeed(name)) {
        return *known;
    }
    database_.prepare("INSERT INTO feed (name) VALUES (:name)").bind(":name", name).run();
    return feeds_[name] = database_.lastInsertRowId();
}

const FeedCatalogue::Set& FeedCatalogue::set(std::int64_t id)
{
    if (const auto known = sets_.find(id); known != sets_.end()) {
        return known->second;
    }
    Set set;
    auto select = database_.prepare("SELECT feeds FROM feed_set WHERE id = :id");
    select.bind(":id", id);
    const bool found = select.step();
    FIELDBOOK_ASSERT(found);
    set.feeds = parseList(select.text(0));
    for (const auto feed : set.feeds) {
        auto name = database_.prepare("SELECT name FROM feed WHERE id = :id");
        name.bind(":id", feed);
        const bool named = name.step();
        FIELDBOOK_ASSERT(named);
        set.names.emplace_back(name.text(0));
    }
    return sets_.emplace(id, std::move(set)).first->second;
}

std::int64_t FeedCatalogue::setOf(std::span<const FeedName> names)
{
    std::string joined;
    for (const auto& name : names) {
        joined += name;
        joined += ',';
    }
    if (const auto known = setIds_.find(joined); known != setIds_.end()) {
        return known->second;
    }
    std::string list;
    for (const auto& name : names) {
        list += (list.empty() ? "" : ",") + std::to_string(feedOf(name));
    }
    database_.prepare("INSERT INTO feed_set (feeds) VALUES (:feeds) ON CONFLICT DO NOTHING")
        .bind(":feeds", list)
        .run();
    auto select = database_.prepare("SELECT id FROM feed_set WHERE feeds = :feeds");
    select.bind(":feeds", list);
    const bool found = select.step();
    FIELDBOOK_ASSERT(found);
    return setIds_[joined] = select.int64(0);
}

void FeedCatalogue::forget()
{
    feeds_.clear();
    setIds_.clear();
    sets_.clear();
}

} // namespace fieldbook::server
