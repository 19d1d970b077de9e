#include "server/service/change_service.h"

#include "server/service/reason_text.h"
#include "shared/sync/limits.h"

#include <algorithm>

namespace fieldbook::server {
namespace {

// Numbers of the server's own changes follow from their time: everybody sees them, and a count
// would tell how much happens in the whole company. Below 2^53 until 2109.
constexpr std::int64_t changesInMilli = 2'048;

std::int64_t numberFrom(HybridTime at) { return at.millis * changesInMilli + at.counter; }

} // namespace

HybridTime ChangeService::mergedTime(HybridTime at, std::int64_t& aheadMillis)
{
    const std::int64_t now = toMillis(clock_.now());
    const std::int64_t ahead = at.millis - now;
    if (ahead > std::chrono::milliseconds{sync::clockAheadMax}.count()) {
        aheadMillis = std::max(aheadMillis, ahead);
        at = {now, 0};
    }
    hybrid_.observe(at);
    return at;
}

tl::expected<std::vector<sync::Receipt>, ChangeService::Culprit>
ChangeService::tryGroup(Commit& commit,
                        const Author& author,
                        std::span<const sync::PushedChange> changes,
                        std::int64_t& aheadMillis)
{
    ChangeGroup group{commit, author};
    std::vector<sync::Receipt> receipts;
    receipts.reserve(changes.size());
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const auto& change = changes[i].change;
        if (!change) {
            return tl::unexpected(Culprit{i, change.error()});
        }
        const Version version{mergedTime(change->at, aheadMillis), author.device,
                              changes[i].number};
        auto receipt = group.apply(*change, version);
        if (!receipt) {
            return tl::unexpected(Culprit{i, receipt.error()});
        }
        receipts.push_back(std::move(*receipt));
    }
    const Sequence sequence = group.file();
    for (auto& receipt : receipts) {
        receipt.sequence = sequence;
    }
    return receipts;
}

GroupOutcome ChangeService::applyGroup(Commit& commit,
                                       const Author& author,
                                       std::span<const sync::PushedChange> changes,
                                       std::int64_t& aheadMillis)
{
    auto receipts = tryGroup(commit, author, changes, aheadMillis);
    if (receipts) {
        return {.receipts = std::move(*receipts)};
    }
    const auto& [culprit, why] = receipts.error();
    const auto whyOf = [&](std::size_t position) {
        return position == culprit ? why : Error{why.kind, "group.refused", {}};
    };
    return refuse(commit, author, changes, whyOf, false);
}

GroupOutcome ChangeService::hold(Commit& commit,
                                 const Author& author,
                                 std::span<const sync::PushedChange> changes)
{
    const auto whyOf = [](std::size_t) {
        return Error{ErrorKind::Forbidden, "quarantine.held", {}};
    };
    return refuse(commit, author, changes, whyOf, true);
}

Result<Sequence> ChangeService::applyHeld(Commit& commit,
                                          const Author& author,
                                          std::span<const sync::PushedChange> changes)
{
    std::int64_t ahead = 0;
    auto receipts = tryGroup(commit, author, changes, ahead);
    if (!receipts) {
        return fail(receipts.error().why);
    }
    return receipts->front().sequence;
}

GroupOutcome ChangeService::refuse(Commit& commit,
                                   const Author& author,
                                   std::span<const sync::PushedChange> changes,
                                   const std::function<Error(std::size_t)>& whyOf,
                                   bool held)
{
    GroupOutcome outcome;
    outcome.refused = true;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const auto& change = changes[i];
        const Error why = whyOf(i);
        const std::string_view type =
            change.change ? change.change->type().name : std::string_view{};
        auto reason = reasonFor(why.code, type, why.detail);
        outcome.receipts.push_back({.number = change.number,
                                    .outcome = sync::Outcome::Refused,
                                    .sequence = commit.view().head(),
                                    .type = nullptr,
                                    .fields = {},
                                    .code = why.code,
                                    .reasonEn = std::move(reason.en),
                                    .reasonZh = std::move(reason.zh)});
        commit.writer().addRefusal({.device = author.device,
                                    .number = change.number,
                                    .user = author.actor.user,
                                    .at = clock_.now(),
                                    .sequence = commit.view().head(),
                                    .code = why.code,
                                    .raw = change.raw,
                                    .held = held});
        std::string body = "{\"number\":" + std::to_string(change.number) + ",\"code\":";
        appendJsonString(body, why.code);
        body += ",\"change\":";
        appendJsonString(body, change.raw);
        body += '}';
        commit.note({.kind = held ? "change.held" : "change.refused",
                     .by = author.actor.user,
                     .device = author.device,
                     .body = std::move(body)});
    }
    return outcome;
}

Result<Sequence> ChangeService::applyGroup(Commit& commit,
                                           const rules::Actor& onBehalfOf,
                                           std::span<const ServerChange> changes)
{
    ChangeGroup group{commit, Author{.actor = onBehalfOf, .device = 0}};
    for (const auto& change : changes) {
        const HybridTime at = hybrid_.tick(clock_.now());
        const Version version{at, 0, commit.writer().nextServerChange(numberFrom(at))};
        if (const auto* write = std::get_if<rules::RecordWrite>(&change)) {
            if (auto written = group.write(*write, version); !written) {
                return fail(written.error());
            }
            continue;
        }
        sync::Change act;
        act.number = version.change;
        act.at = version.at;
        act.body = std::get<sync::ActBody>(change);
        if (auto done = group.apply(act, version); !done) {
            return fail(done.error());
        }
    }
    return group.file();
}

} // namespace fieldbook::server
