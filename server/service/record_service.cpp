#include "server/service/record_service.h"

#include <algorithm>
#include <span>

namespace fieldbook::server {
namespace {

Result<StoredRecord>
findVisible(StoreView& view, std::span<const FeedName> mine, const TypeSpec& type, const Uuid& id)
{
    auto stored = view.find(id);
    const bool visible = stored && stored->placement.type == &type &&
                         std::ranges::any_of(stored->placement.feeds, [&](const FeedName& feed) {
                             return std::ranges::binary_search(mine, feed);
                         });
    if (!visible) {
        return fail(ErrorKind::NotFound, "record.missing", id.text());
    }
    return std::move(*stored);
}

} // namespace

std::vector<FeedName> RecordService::feedsOf(const Caller& caller) const
{
    const auto actor = directory_.current()->actorFor(caller.user);
    return actor ? rules::subscriptionsOf(*actor) : std::vector<FeedName>{};
}

Result<std::string> RecordService::find(const Caller& caller, const TypeSpec& type, const Uuid& id)
{
    const auto view = store_.read();
    auto stored = findVisible(*view, feedsOf(caller), type, id);
    return stored ? Result<std::string>{std::move(stored->document)} : fail(stored.error());
}

std::vector<std::string> RecordService::list(const Caller& caller,
                                             const TypeSpec& type,
                                             const Uuid& after,
                                             std::size_t limit)
{
    return store_.read()->list(type, feedsOf(caller), after, limit);
}

Result<std::vector<PastValue>>
RecordService::history(const Caller& caller, const TypeSpec& type, const Uuid& id)
{
    const auto view = store_.read();
    if (auto stored = findVisible(*view, feedsOf(caller), type, id); !stored) {
        return fail(stored.error());
    }
    return view->history(id);
}

} // namespace fieldbook::server
