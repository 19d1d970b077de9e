#include "server/service/record_service.h"

#include "shared/rules/access.h"

#include <span>

namespace fieldbook::server {
namespace {

Result<StoredRecord>
findVisible(StoreView& view, std::span<const FeedName> mine, const TypeSpec& type, const Uuid& id)
{
    auto stored = view.find(id);
    const bool visible =
        stored && stored->placement.type == &type && rules::standsIn(mine, stored->placement.feeds);
    if (!visible) {
        return fail(ErrorKind::NotFound, "record.missing", id.text());
    }
    return std::move(*stored);
}

} // namespace

// A caller who is nobody any more stands in no feed, and sees nothing.
rules::Actor RecordService::actorOf(const Caller& caller) const
{
    return directory_.current()->actorFor(caller.user).value_or(rules::Actor{});
}

Result<std::string> RecordService::find(const Caller& caller, const TypeSpec& type, const Uuid& id)
{
    const auto view = store_.read();
    const auto actor = actorOf(caller);
    auto stored = findVisible(*view, rules::subscriptionsOf(actor), type, id);
    if (!stored) {
        return fail(stored.error());
    }
    return rules::asSeenBy(actor.role, stored->document);
}

std::vector<std::string> RecordService::list(const Caller& caller,
                                             const TypeSpec& type,
                                             const Uuid& after,
                                             std::size_t limit)
{
    const auto actor = actorOf(caller);
    auto documents = store_.read()->list(type, rules::subscriptionsOf(actor), after, limit);
    if (rules::isRestricted(actor.role)) {
        for (auto& document : documents) {
            document = rules::asSeenBy(actor.role, document);
        }
    }
    return documents;
}

Result<std::vector<PastValue>>
RecordService::history(const Caller& caller, const TypeSpec& type, const Uuid& id)
{
    const auto view = store_.read();
    const auto actor = actorOf(caller);
    if (auto stored = findVisible(*view, rules::subscriptionsOf(actor), type, id); !stored) {
        return fail(stored.error());
    }
    auto past = view->history(id);
    std::erase_if(past, [&](const PastValue& value) {
        return rules::accessTo(actor.role, type.fields[value.field]) < rules::FieldAccess::View;
    });
    return past;
}

} // namespace fieldbook::server
