#include "shared/base/assert.h"
#include "shared/sync/messages.h"
#include "tests/fuzz/fuzz_targets.h"

namespace fieldbook::testing {
namespace {

void checkPage(std::string_view bytes)
{
    std::string body{bytes};
    const auto page = sync::parsePage(body);
    if (!page) {
        FIELDBOOK_ASSERT(page.error().code == "page.malformed");
        return;
    }
    sync::PageWriter writer;
    for (const std::string_view document : page->documents) {
        FIELDBOOK_ASSERT(document.data() >= body.data());
        FIELDBOOK_ASSERT(document.data() + document.size() <= body.data() + body.size());
        writer.add(document);
    }
    for (const Uuid& id : page->left) {
        writer.leave(id);
    }
    std::string written =
        std::move(writer).finish({page->cursor, page->upTo, page->complete,
                                  std::max<std::int64_t>(page->last, 0), page->serverTime});
    const auto again = sync::parsePage(written);
    FIELDBOOK_ASSERT(again && again->documents == page->documents && again->left == page->left);
    FIELDBOOK_ASSERT(again->cursor == page->cursor && again->upTo == page->upTo);
}

void checkReply(std::string_view bytes)
{
    const auto reply = sync::parsePushReply(bytes);
    if (!reply) {
        FIELDBOOK_ASSERT(reply.error().code == "push_reply.malformed");
        return;
    }
    const std::string written = toJson(*reply);
    const auto again = sync::parsePushReply(written);
    FIELDBOOK_ASSERT(again.has_value());
    FIELDBOOK_ASSERT(toJson(*again) == written);
}

} // namespace

void fuzzAnswer(std::string_view bytes)
{
    checkPage(bytes);
    checkReply(bytes);
    static_cast<void>(sync::parseProblem(bytes));
}

} // namespace fieldbook::testing
