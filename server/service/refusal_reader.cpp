#include "server/service/refusal_reader.h"

#include "server/service/decider.h"
#include "shared/rules/access.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fieldbook::server {
namespace {

using nlohmann::json;

// Whether every record that is named somewhere in it, but for the one that it makes, is one that
// the caller sees. One that does not exist counts as one that is not theirs: else this would tell
// the two apart.
bool namesOnlyWhatIsSeen(const json& part,
                         const std::optional<Uuid>& made,
                         StoreView& view,
                         std::span<const FeedName> visible)
{
    if (part.is_structured()) {
        return std::ranges::all_of(
            part, [&](const json& each) { return namesOnlyWhatIsSeen(each, made, view, visible); });
    }
    const auto id = part.is_string() ? Uuid::parse(part.get<std::string>()) : std::nullopt;
    if (!id || id == made) {
        return true;
    }
    const auto stored = view.find(*id);
    return stored && rules::standsIn(visible, stored->placement.feeds);
}

RefusalReader::Entry entryOf(Refusal refusal, const rules::Actor& actor, StoreView& view)
{
    RefusalReader::Entry entry{.refusal = std::move(refusal),
                               .kind = {},
                               .act = {},
                               .type = {},
                               .record = {},
                               .content = {}};
    const auto change = json::parse(entry.refusal.raw, nullptr, false);
    if (!change.is_object()) {
        return entry;
    }
    for (const char* kind : {"create", "edit", "act"}) {
        const auto found = change.find(kind);
        if (found == change.end() || !found->is_object()) {
            continue;
        }
        const auto text = [&](const char* name) {
            const auto member = found->find(name);
            return member != found->end() && member->is_string() ? member->get<std::string>()
                                                                 : std::string{};
        };
        entry.kind = kind;
        entry.type = text("type");
        entry.act = entry.kind == "act" ? text("name") : std::string{};
        const auto& role = rules::specOf(actor.role);
        const auto record = Uuid::parse(text("id"));
        const bool shown =
            role.sees != rules::Scope::Own && role.sensitive == rules::FieldAccess::Edit &&
            namesOnlyWhatIsSeen(*found, entry.kind == "create" ? record : std::nullopt, view,
                                rules::subscriptionsOf(actor));
        if (shown) {
            entry.record = record;
            entry.content = found->dump(-1, ' ', false, json::error_handler_t::replace);
        }
        return entry;
    }
    return entry;
}

} // namespace

Result<std::vector<RefusalReader::Entry>> RefusalReader::list(const Caller& caller, bool held)
{
    const auto directory = directory_.current();
    const auto actor = deciderFor(*directory, caller.user);
    if (!actor) {
        return fail(actor.error());
    }
    const auto view = store_.read();
    auto all = held ? view->held(std::nullopt) : view->refusals(readMax);
    if (held) {
        std::ranges::reverse(all);
    }
    std::vector<Entry> entries;
    for (auto& refusal : all) {
        if (refusal.held == held && mayDecideAbout(*actor, refusal.user, *directory) &&
            entries.size() < entriesMax) {
            entries.push_back(entryOf(std::move(refusal), *actor, *view));
        }
    }
    return entries;
}

} // namespace fieldbook::server
