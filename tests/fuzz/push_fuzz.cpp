#include "shared/base/assert.h"
#include "shared/sync/limits.h"
#include "shared/sync/messages.h"
#include "tests/fuzz/fuzz_targets.h"

namespace fieldbook::testing {
namespace {

using sync::PushedChange;

void checkNumbers(const sync::PushRequest& push)
{
    for (std::size_t i = 0; i < push.changes.size(); ++i) {
        const PushedChange& change = push.changes[i];
        FIELDBOOK_ASSERT(change.number >= 1);
        FIELDBOOK_ASSERT(i == 0 || change.number == push.changes[i - 1].number + 1);
        if (change.groupFirst != 0) {
            FIELDBOOK_ASSERT(change.groupFirst >= push.changes.front().number);
            FIELDBOOK_ASSERT(change.groupLast <= push.changes.back().number);
            FIELDBOOK_ASSERT(change.groupFirst <= change.number);
            FIELDBOOK_ASSERT(change.number <= change.groupLast);
        }
    }
}

// What could be read can be written and read again, and is the same.
void checkChange(const PushedChange& pushed)
{
    const auto& change = *pushed.change;
    FIELDBOOK_ASSERT(change.number == pushed.number);
    FIELDBOOK_ASSERT(change.groupFirst == pushed.groupFirst);
    const std::string written = toJson(change);
    const auto again = sync::parseChange(written);
    FIELDBOOK_ASSERT(again.has_value());
    FIELDBOOK_ASSERT(*again == change);
    FIELDBOOK_ASSERT(toJson(*again) == written);
}

} // namespace

void fuzzPush(std::string_view bytes)
{
    const auto push = sync::parsePush(bytes);
    if (!push) {
        FIELDBOOK_ASSERT(push.error().code.starts_with("push."));
        return;
    }
    FIELDBOOK_ASSERT(push->changes.size() <= sync::pushChangesMax);
    checkNumbers(*push);
    std::vector<std::string_view> raws;
    for (const PushedChange& change : push->changes) {
        FIELDBOOK_ASSERT(!change.raw.empty());
        raws.push_back(change.raw);
        if (change.change) {
            checkChange(change);
        }
    }
    // A tablet that sends the same again sends the same.
    const auto again = sync::parsePush(sync::makePush(push->device, push->received, raws));
    FIELDBOOK_ASSERT(again && again->changes.size() == push->changes.size());
    for (std::size_t i = 0; i < raws.size(); ++i) {
        FIELDBOOK_ASSERT(again->changes[i].raw == raws[i]);
        FIELDBOOK_ASSERT(again->changes[i].number == push->changes[i].number);
        FIELDBOOK_ASSERT(again->changes[i].change == push->changes[i].change);
    }
}

} // namespace fieldbook::testing
