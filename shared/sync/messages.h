#pragma once

#include "shared/sync/change.h"
#include "shared/sync/contact.h"
#include "shared/sync/pull_page.h"
#include "shared/sync/receipt.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::sync {

// A change as it came, read as far as it can be: one that cannot be read is refused, the rest go
// on.
struct PushedChange {
    std::int64_t number = 0;
    std::int64_t groupFirst = 0;
    std::int64_t groupLast = 0;
    std::string raw; // The JSON as sent, kept whole with a refusal.
    Result<Change> change;
};

// POST /v1/push: {"device":3,"received":16,"changes":[..]}. Numbers are dense within the batch and
// a group is never split over two batches. `received` is the last number whose receipt the tablet
// has stored. A batch may be empty: then the tablet only says that it is there.
struct PushRequest {
    std::int64_t device = 0;
    std::int64_t received = 0;
    std::vector<PushedChange> changes;
    std::optional<Contact> contact; // Of tablets that have a device key.
};

// {"last":19,"time":"<RFC 3339>","receipts":[..]}: receipts of every change sent, also those
// applied before.
struct PushReply {
    std::int64_t last = 0;
    Timestamp serverTime;
    std::vector<Receipt> receipts;
};

// A push body from changes as the outbox holds them, each the JSON of one change.
[[nodiscard]] std::string makePush(std::int64_t device,
                                   std::int64_t received,
                                   std::span<const std::string_view> changes,
                                   const std::optional<Contact>& contact = std::nullopt);
// Codes `push.malformed`, `push.too_large` and `push.too_many` (limits.h), `push.numbers` (not
// dense), `push.group` (split or crossed). A change that cannot be read takes the number that its
// place in the batch gives it.
[[nodiscard]] Result<PushRequest> parsePush(std::string_view body);
[[nodiscard]] std::string toJson(const PushReply& reply);
// Code `push_reply.malformed`.
[[nodiscard]] Result<PushReply> parsePushReply(std::string_view body);

// What a problem document (RFC 9457) tells a tablet. Whatever the body is, something is told: an
// answer that is no problem document, such as a proxy's, has no code.
struct Problem {
    std::string code;
    std::string detail;
    std::int64_t expected = 0; // Of `push.gap`: the number that the server expects next.
};
[[nodiscard]] Problem parseProblem(std::string_view body);

} // namespace fieldbook::sync
