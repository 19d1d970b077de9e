#include "server/service/record_service.h"

#include "shared/base/assert.h"
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
    return rules::asMaskedFor(actor.role, type, stored->document);
}

std::vector<std::string> RecordService::list(const Caller& caller,
                                             const TypeSpec& type,
                                             const Uuid& after,
                                             std::size_t limit)
{
    const auto actor = actorOf(caller);
    auto documents = store_.read()->list(type, rules::subscriptionsOf(actor), after, limit);
    for (auto& document : documents) {
        document = rules::asMaskedFor(actor.role, type, document);
    }
    return documents;
}

Result<std::vector<std::pair<std::string, Value>>> RecordService::reveal(
    const Caller& caller, const TypeSpec& type, const Uuid& id, std::span<const std::string> fields)
{
    const auto view = store_.read();
    const auto actor = actorOf(caller);
    const auto stored = findVisible(*view, rules::subscriptionsOf(actor), type, id);
    if (!stored) {
        return fail(stored.error());
    }
    if (auto allowed = rules::mayReveal(actor.role, type, fields); !allowed) {
        return fail(allowed.error());
    }
    const auto record = Record::parse(stored->document);
    FIELDBOOK_ASSERT(record.has_value());
    std::vector<std::pair<std::string, Value>> values;
    for (const auto& name : fields) {
        values.emplace_back(name, record->get(name));
    }
    return values;
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
        const auto& field = type.fields[value.field];
        return field.personal == Personal::Sensitive ||
               rules::accessTo(actor.role, field) < rules::FieldAccess::View;
    });
    return past;
}

} // namespace fieldbook::server
