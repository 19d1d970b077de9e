#pragma once

#include "shared/sync/change.h"
#include "shared/sync/receipt.h"

#include <cstdint>
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
// has stored.
struct PushRequest {
    std::int64_t device = 0;
    std::int64_t received = 0;
    std::vector<PushedChange> changes;
};

// {"last":19,"time":"<RFC 3339>","receipts":[..]}: receipts of every change sent, also those
// applied before.
struct PushReply {
    std::int64_t last = 0;
    Timestamp serverTime;
    std::vector<Receipt> receipts;
};

// GET /v1/pull?cursor=..: {"records":[<document>,..],"left":["<uuid>",..],"cursor":"..","upto":991,
// "complete":true,"time":"<RFC 3339>"}. An id stands in at most one of records and left. Where
// complete is true the tablet, having laid this page, holds exactly what the server held at
// sequence `upto`; before that, records may be ahead of others.
struct PageView {
    std::vector<std::string_view> documents; // Into the text that was parsed.
    std::vector<Uuid> left;
    std::string cursor;
    std::int64_t upTo = 0;
    bool complete = false;
    Timestamp serverTime;
};

// Codes `push.malformed`, `push.too_many` (limits.h), `push.numbers` (not dense), `push.group`
// (split or crossed).
[[nodiscard]] Result<PushRequest> parsePush(std::string_view body);
[[nodiscard]] std::string toJson(const PushReply& reply);
[[nodiscard]] Result<PushReply> parsePushReply(std::string_view body);

} // namespace fieldbook::sync
