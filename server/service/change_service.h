#pragma once

#include "server/service/change_group.h"
#include "shared/base/clock.h"
#include "shared/base/hybrid_time.h"
#include "shared/sync/messages.h"

#include <functional>
#include <span>
#include <variant>
#include <vector>

namespace fieldbook::server {

// A change that the server itself makes: a write, or a named act.
using ServerChange = std::variant<rules::RecordWrite, sync::ActBody>;

struct GroupOutcome {
    std::vector<sync::Receipt> receipts; // One for each change, in order.
    bool refused = false;
};

// Applies groups of changes inside a commit: the one way in which records change, whoever asks.
// Keeps the server's hybrid clock. Writer thread only.
class ChangeService {
public:
    explicit ChangeService(const Clock& clock) : clock_{clock} {}

    // What a device sends, in its order: all of it takes effect, or it is refused as a whole and
    // filed with its content. Edits whose clock is too far ahead are taken as made now; by how many
    // milliseconds is added to `aheadMillis`, if that is more.
    [[nodiscard]] GroupOutcome applyGroup(Commit& commit,
                                          const Author& author,
                                          std::span<const sync::PushedChange> changes,
                                          std::int64_t& aheadMillis);

    // Files what the tablet of a frozen user delivers, with all its content, for somebody to decide
    // about. To the tablet it is refused, with `quarantine.held`.
    [[nodiscard]] GroupOutcome
    hold(Commit& commit, const Author& author, std::span<const sync::PushedChange> changes);
    // What was held takes effect after all; an error says why it cannot.
    [[nodiscard]] Result<Sequence>
    applyHeld(Commit& commit, const Author& author, std::span<const sync::PushedChange> changes);

    // What the server does on a user's behalf, or on nobody's. Answers with the sequence, or with
    // why nothing was done.
    [[nodiscard]] Result<Sequence> applyGroup(Commit& commit,
                                              const rules::Actor& onBehalfOf,
                                              std::span<const ServerChange> changes);

private:
    [[nodiscard]] HybridTime mergedTime(HybridTime at, std::int64_t& aheadMillis);
    struct Culprit {
        std::size_t position = 0;
        Error why;
    };
    [[nodiscard]] tl::expected<std::vector<sync::Receipt>, Culprit>
    tryGroup(Commit& commit,
             const Author& author,
             std::span<const sync::PushedChange> changes,
             std::int64_t& aheadMillis);
    // Files the changes, each with its code.
    [[nodiscard]] GroupOutcome refuse(Commit& commit,
                                      const Author& author,
                                      std::span<const sync::PushedChange> changes,
                                      const std::function<Error(std::size_t)>& whyOf,
                                      bool held);

    const Clock& clock_;
    HybridClock hybrid_;
};

} // namespace fieldbook::server
