#include "shared/sync/pull_page.h"

#include "shared/record/value.h"

#include <simdjson.h>

namespace fieldbook::sync {
namespace {

namespace ondemand = simdjson::ondemand;

tl::unexpected<Error> malformed(std::string_view detail)
{
    return fail(ErrorKind::Invalid, "page.malformed", std::string{detail});
}

std::string_view withoutSpaceAfter(std::string_view text)
{
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    return text.substr(0, last == text.npos ? 0 : last + 1);
}

bool readDocuments(ondemand::value json, PageView& page)
{
    ondemand::array items;
    if (json.get(items) != simdjson::SUCCESS) {
        return false;
    }
    for (auto item : items) {
        ondemand::object document;
        std::string_view raw;
        if (item.get(document) != simdjson::SUCCESS ||
            document.raw_json().get(raw) != simdjson::SUCCESS) {
            return false;
        }
        page.documents.push_back(withoutSpaceAfter(raw));
    }
    return true;
}

bool readLeft(ondemand::value json, PageView& page)
{
    ondemand::array items;
    if (json.get(items) != simdjson::SUCCESS) {
        return false;
    }
    for (auto item : items) {
        std::string_view text;
        const auto id = item.get(text) == simdjson::SUCCESS ? Uuid::parse(text) : std::nullopt;
        if (!id) {
            return false;
        }
        page.left.push_back(*id);
    }
    return true;
}

bool readTime(ondemand::value json, PageView& page)
{
    std::string_view text;
    if (json.get(text) != simdjson::SUCCESS) {
        return false;
    }
    const auto time = parseRfc3339(text);
    page.serverTime = time.value_or(Timestamp{});
    return time.has_value();
}

// Which members have been read; unknown ones are passed over.
struct Seen {
    bool records = false;
    bool left = false;
    bool cursor = false;
    bool upTo = false;
    bool complete = false;
    bool time = false;

    [[nodiscard]] bool all() const { return records && left && cursor && upTo && complete && time; }
};

bool readMember(std::string_view key, ondemand::value json, PageView& page, Seen& seen)
{
    if (key == "records") {
        return !std::exchange(seen.records, true) && readDocuments(json, page);
    }
    if (key == "left") {
        return !std::exchange(seen.left, true) && readLeft(json, page);
    }
    if (key == "cursor") {
        std::string_view text;
        const bool read = json.get(text) == simdjson::SUCCESS;
        page.cursor = text;
        return !std::exchange(seen.cursor, true) && read;
    }
    if (key == "upto") {
        return !std::exchange(seen.upTo, true) && json.get(page.upTo) == simdjson::SUCCESS &&
               page.upTo >= 0;
    }
    if (key == "complete") {
        return !std::exchange(seen.complete, true) && json.get(page.complete) == simdjson::SUCCESS;
    }
    if (key == "last") {
        return json.get(page.last) == simdjson::SUCCESS && page.last >= 0;
    }
    if (key == "time") {
        return !std::exchange(seen.time, true) && readTime(json, page);
    }
    return true;
}

} // namespace

Result<PageView> parsePage(std::string& body)
{
    body.reserve(body.size() + simdjson::SIMDJSON_PADDING);
    thread_local ondemand::parser parser;
    ondemand::document document;
    ondemand::object members;
    if (parser.iterate(body.data(), body.size(), body.capacity()).get(document) !=
            simdjson::SUCCESS ||
        document.get(members) != simdjson::SUCCESS) {
        return malformed("not a JSON object");
    }
    PageView page;
    Seen seen;
    for (auto member : members) {
        std::string_view key;
        ondemand::value json;
        if (member.unescaped_key().get(key) != simdjson::SUCCESS ||
            member.value().get(json) != simdjson::SUCCESS || !readMember(key, json, page, seen)) {
            return malformed(key);
        }
    }
    if (!seen.all() || document.current_location().error() != simdjson::OUT_OF_BOUNDS) {
        return malformed("members missing, or something after the end");
    }
    return page;
}

PageWriter::PageWriter(std::size_t expectedBytes)
{
    out_.reserve(expectedBytes);
    out_ += R"({"records":[)";
}

void PageWriter::add(std::string_view document)
{
    if (documents_++ != 0) {
        out_ += ',';
    }
    out_ += document;
}

void PageWriter::leave(const Uuid& id) { left_.push_back(id); }

std::string PageWriter::finish(const End& end) &&
{
    out_ += R"(],"left":[)";
    const char* between = "\"";
    for (const Uuid& id : left_) {
        out_ += between;
        out_ += id.text();
        out_ += '"';
        between = ",\"";
    }
    out_ += R"(],"cursor":)";
    appendJsonString(out_, end.cursor);
    out_ += R"(,"upto":)";
    appendJsonInteger(out_, end.upTo);
    out_ += R"(,"complete":)";
    out_ += end.complete ? "true" : "false";
    out_ += R"(,"last":)";
    appendJsonInteger(out_, end.last);
    out_ += R"(,"time":")" + toRfc3339(end.serverTime) + "\"}";
    return std::move(out_);
}

} // namespace fieldbook::sync
