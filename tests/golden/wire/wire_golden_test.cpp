#include "shared/sync/messages.h"
#include "tests/golden/documents/generated_part.h"
#include "tests/golden/wire/examples.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace fieldbook::sync::testing {
namespace {

using nlohmann::ordered_json;

const std::string protocol = "shared/sync/PROTOCOL.md";

std::string example(std::string_view name)
{
    for (WireExample& each : wireExamples()) {
        if (each.name == name) {
            return std::move(each.bytes);
        }
    }
    return {};
}

// Breaks JSON into lines where it would not fit on one.
void layOut(const ordered_json& json, std::size_t indent, std::string& out)
{
    constexpr std::size_t width = 110;
    const std::string compact = json.dump();
    if (!json.is_structured() || json.empty() || compact.size() + indent <= width) {
        out += compact;
        return;
    }
    out += json.is_object() ? '{' : '[';
    const std::string margin(indent + 2, ' ');
    bool first = true;
    for (const auto& [key, value] : json.items()) {
        out += (first ? "\n" : ",\n") + margin;
        if (json.is_object()) {
            out += '"' + key + "\": ";
        }
        layOut(value, indent + 2, out);
        first = false;
    }
    out += '\n' + std::string(indent, ' ') + (json.is_object() ? '}' : ']');
}

TEST(Wire, MessagesAreWrittenAsTheyAlwaysWere)
{
    for (const WireExample& each : wireExamples()) {
        const std::string path = "tests/golden/wire/" + std::string{each.name} + ".json";
        fieldbook::testing::expectGolden(path, each.bytes + "\n");
    }
}

TEST(Wire, TheProtocolsExamplesAreTheRealBytes)
{
    for (const WireExample& each : wireExamples()) {
        std::string part = "```json\n";
        layOut(ordered_json::parse(each.bytes), 0, part);
        part += "\n```\n";
        fieldbook::testing::expectGeneratedPart(protocol, each.name, part);
    }
}

TEST(Wire, APushIsReadAsItWasWritten)
{
    const auto push = parsePush(example("push"));

    ASSERT_TRUE(push) << push.error().code;
    std::vector<std::string> texts;
    for (const PushedChange& change : push->changes) {
        ASSERT_TRUE(change.change) << change.change.error().code << change.change.error().detail;
        texts.push_back(toJson(*change.change));
    }
    const std::vector<std::string_view> views{texts.begin(), texts.end()};
    EXPECT_EQ(makePush(push->device, push->received, views), example("push"));
}

TEST(Wire, AReplyIsReadAsItWasWritten)
{
    const auto reply = parsePushReply(example("push_reply"));

    ASSERT_TRUE(reply) << reply.error().detail;
    EXPECT_EQ(toJson(*reply), example("push_reply"));
    EXPECT_EQ(reply->receipts[1].fields.size(), 3U);
}

TEST(Wire, APageIsReadAsItWasWritten)
{
    std::string body = example("page");

    const auto page = parsePage(body);

    ASSERT_TRUE(page) << page.error().detail;
    for (const std::string_view document : page->documents) {
        const auto record = Record::parse(document);
        ASSERT_TRUE(record) << record.error().detail;
        EXPECT_EQ(record->document(), document);
    }
}

} // namespace
} // namespace fieldbook::sync::testing
