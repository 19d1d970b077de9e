#include "shared/sync/messages.h"

#include "shared/sync/codec.h"
#include "shared/sync/limits.h"

#include <optional>
#include <utility>

namespace fieldbook::sync {
namespace {

namespace ondemand = simdjson::ondemand;
using simdjson::dom::element;

tl::unexpected<Error> refuse(std::string_view code, std::string_view detail)
{
    return fail(ErrorKind::Invalid, code, std::string{detail});
}

tl::unexpected<Error> malformed(std::string_view detail)
{
    return refuse("push.malformed", detail);
}

std::string_view withoutSpaceAfter(std::string_view text)
{
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    return text.substr(0, last == text.npos ? 0 : last + 1);
}

// Reads one change whose text stands in the padded body. Where not even its place can be read, its
// number is 0 and placeChanges gives it one.
PushedChange readPushed(std::string_view raw)
{
    thread_local auto parser = makeJsonParser();
    element json;
    if (parseJson(parser, raw, Padding::Given).get(json) != simdjson::SUCCESS) {
        return {0, 0, 0, std::string{raw},
                fail(ErrorKind::Invalid, "change.malformed", "not JSON, or nested too deeply")};
    }
    const auto place = readPlace(json).value_or(Place{});
    return {place.number, place.groupFirst, place.groupLast, std::string{raw}, readChange(json)};
}

Result<void> readChanges(ondemand::value json, PushRequest& request)
{
    ondemand::array items;
    if (json.get(items) != simdjson::SUCCESS) {
        return malformed("changes");
    }
    for (auto item : items) {
        if (request.changes.size() == pushChangesMax) {
            return fail(ErrorKind::TooLarge, "push.too_many");
        }
        ondemand::object change;
        std::string_view raw;
        if (item.get(change) != simdjson::SUCCESS ||
            change.raw_json().get(raw) != simdjson::SUCCESS) {
            return malformed("changes");
        }
        request.changes.push_back(readPushed(withoutSpaceAfter(raw)));
    }
    return {};
}

// Numbers must be dense, so any change whose number can be read tells those of all others.
Result<void> placeChanges(std::vector<PushedChange>& changes)
{
    std::optional<std::int64_t> first;
    for (std::size_t i = 0; i < changes.size() && !first; ++i) {
        if (changes[i].number != 0) {
            first = changes[i].number - static_cast<std::int64_t>(i);
        }
    }
    if (changes.empty()) {
        return {};
    }
    if (!first || *first < 1) {
        return refuse("push.numbers", "no change has a number that can be read");
    }
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const std::int64_t number = *first + static_cast<std::int64_t>(i);
        if (changes[i].number != 0 && changes[i].number != number) {
            return refuse("push.numbers", "expected " + std::to_string(number));
        }
        changes[i].number = number;
    }
    return {};
}

// A group must be in the batch from its first to its last change. A change whose group could not be
// read belongs to the group that its neighbours say it does.
Result<void> checkGroups(std::vector<PushedChange>& changes)
{
    std::size_t i = 0;
    while (i < changes.size()) {
        const std::int64_t first = changes[i].groupFirst;
        const std::int64_t last = changes[i].groupLast;
        if (first == 0) {
            ++i;
            continue;
        }
        const std::size_t size = static_cast<std::size_t>(last - first) + 1;
        const auto before = static_cast<std::size_t>(changes[i].number - first);
        if (before > i || i - before + size > changes.size()) {
            return refuse("push.group", "a group is split");
        }
        for (std::size_t member = i - before; member < i - before + size; ++member) {
            PushedChange& change = changes[member];
            if (change.groupFirst == 0 && !change.change) {
                change.groupFirst = first;
                change.groupLast = last;
            }
            if (change.groupFirst != first || change.groupLast != last) {
                return refuse("push.group", "groups cross");
            }
        }
        i = i - before + size;
    }
    return {};
}

struct Seen {
    bool device = false;
    bool received = false;
    bool changes = false;
    bool contact = false;
};

Result<void> readContact(ondemand::value json, PushRequest& request)
{
    ondemand::object object;
    std::string_view raw;
    if (json.get(object) != simdjson::SUCCESS || object.raw_json().get(raw) != simdjson::SUCCESS) {
        return malformed("contact");
    }
    auto contact = parseContact(raw);
    if (!contact) {
        return malformed("contact: " + contact.error().detail);
    }
    request.contact = std::move(*contact);
    return {};
}

Result<void>
readMember(std::string_view key, ondemand::value json, PushRequest& request, Seen& seen)
{
    if (key == "device") {
        return !std::exchange(seen.device, true) && json.get(request.device) == simdjson::SUCCESS &&
                       request.device > 0
                   ? Result<void>{}
                   : malformed("device");
    }
    if (key == "received") {
        return !std::exchange(seen.received, true) &&
                       json.get(request.received) == simdjson::SUCCESS && request.received >= 0
                   ? Result<void>{}
                   : malformed("received");
    }
    if (key == "changes") {
        return std::exchange(seen.changes, true) ? malformed("changes")
                                                 : readChanges(json, request);
    }
    if (key == "contact") {
        return std::exchange(seen.contact, true) ? malformed("contact")
                                                 : readContact(json, request);
    }
    return {};
}

} // namespace

std::string makePush(std::int64_t device,
                     std::int64_t received,
                     std::span<const std::string_view> changes,
                     const std::optional<Contact>& contact)
{
    std::size_t size = 64;
    for (const auto change : changes) {
        size += change.size() + 1;
    }
    std::string out;
    out.reserve(size);
    out += R"({"device":)";
    appendJsonInteger(out, device);
    out += R"(,"received":)";
    appendJsonInteger(out, received);
    if (contact) {
        out += R"(,"contact":)" + toJson(*contact);
    }
    out += R"(,"changes":[)";
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (i != 0) {
            out += ',';
        }
        out += changes[i];
    }
    out += "]}";
    return out;
}

Result<PushRequest> parsePush(std::string_view body)
{
    if (body.size() > pushBytesMax) {
        return fail(ErrorKind::TooLarge, "push.too_large");
    }
    const simdjson::padded_string padded{body};
    thread_local ondemand::parser parser;
    ondemand::document document;
    ondemand::object members;
    if (parser.iterate(padded).get(document) != simdjson::SUCCESS ||
        document.get(members) != simdjson::SUCCESS) {
        return malformed("not a JSON object");
    }
    PushRequest request;
    Seen seen;
    for (auto member : members) {
        std::string_view key;
        ondemand::value json;
        if (member.unescaped_key().get(key) != simdjson::SUCCESS ||
            member.value().get(json) != simdjson::SUCCESS) {
            return malformed("not JSON");
        }
        if (const auto read = readMember(key, json, request, seen); !read) {
            return fail(read.error());
        }
    }
    if (!seen.device || !seen.received || !seen.changes ||
        document.current_location().error() != simdjson::OUT_OF_BOUNDS) {
        return malformed("device, received and changes, and nothing after them");
    }
    if (const auto placed = placeChanges(request.changes); !placed) {
        return fail(placed.error());
    }
    if (const auto whole = checkGroups(request.changes); !whole) {
        return fail(whole.error());
    }
    return request;
}

std::string toJson(const PushReply& reply)
{
    std::string out;
    out.reserve(128 + reply.receipts.size() * 48);
    out += R"({"last":)";
    appendJsonInteger(out, reply.last);
    out += R"(,"time":")" + toRfc3339(reply.serverTime) + R"(","receipts":[)";
    for (std::size_t i = 0; i < reply.receipts.size(); ++i) {
        if (i != 0) {
            out += ',';
        }
        appendJson(out, reply.receipts[i]);
    }
    out += "]}";
    return out;
}

Result<PushReply> parsePushReply(std::string_view body)
{
    const auto unreadable = [](std::string_view detail) {
        return refuse("push_reply.malformed", detail);
    };
    auto parser = makeJsonParser();
    element json;
    std::string_view time;
    simdjson::dom::array receipts;
    PushReply reply;
    if (parseJson(parser, body).get(json) != simdjson::SUCCESS ||
        json["last"].get(reply.last) != simdjson::SUCCESS ||
        json["time"].get(time) != simdjson::SUCCESS ||
        json["receipts"].get(receipts) != simdjson::SUCCESS) {
        return unreadable("last, time and receipts");
    }
    const auto serverTime = parseRfc3339(time);
    if (!serverTime || reply.last < 0) {
        return unreadable("last or time");
    }
    reply.serverTime = *serverTime;
    for (const element item : receipts) {
        auto receipt = readReceipt(item);
        if (!receipt) {
            return unreadable(receipt.error().detail);
        }
        reply.receipts.push_back(std::move(*receipt));
    }
    return reply;
}

Problem parseProblem(std::string_view body)
{
    auto parser = makeJsonParser();
    element json;
    Problem problem;
    if (parseJson(parser, body).get(json) != simdjson::SUCCESS) {
        return problem;
    }
    std::string_view text;
    if (json["code"].get(text) == simdjson::SUCCESS) {
        problem.code = text;
    }
    if (json["detail"].get(text) == simdjson::SUCCESS) {
        problem.detail = text;
    }
    if (json["expected"].get(problem.expected) != simdjson::SUCCESS) {
        problem.expected = 0;
    }
    return problem;
}

} // namespace fieldbook::sync
