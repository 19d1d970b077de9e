#include "shared/sync/limits.h"
#include "shared/sync/messages.h"

#include <gtest/gtest.h>

namespace fieldbook::sync {
namespace {

const std::string id = "0190b1c2-d3e4-7f56-8a9b-0c1d2e3f4a5b";

std::string change(std::int64_t number, const std::string& group = "")
{
    return R"({"n":)" + std::to_string(number) + R"(,"at":"1.0",)" + group +
           R"("act":{"name":"visit.check_in","type":"visit","id":")" + id + R"(","args":{}}})";
}

std::string grouped(std::int64_t number, std::int64_t first, std::int64_t last)
{
    return change(number,
                  R"("group":[)" + std::to_string(first) + "," + std::to_string(last) + "],");
}

std::string push(const std::vector<std::string>& changes)
{
    const std::vector<std::string_view> views{changes.begin(), changes.end()};
    return makePush(3, 16, views);
}

std::string codeOf(const std::string& body)
{
    const auto request = parsePush(body);
    return request ? "read" : request.error().code;
}

TEST(Push, ReadsABatchAndKeepsEachChangeAsItWasSent)
{
    const auto request = parsePush(push({change(17), grouped(18, 18, 19), grouped(19, 18, 19)}));

    ASSERT_TRUE(request) << request.error().code;
    EXPECT_EQ(request->device, 3);
    EXPECT_EQ(request->received, 16);
    ASSERT_EQ(request->changes.size(), 3U);
    EXPECT_EQ(request->changes[0].raw, change(17));
    EXPECT_EQ(request->changes[1].groupFirst, 18);
    EXPECT_EQ(request->changes[2].groupLast, 19);
    EXPECT_EQ(toJson(*request->changes[2].change), request->changes[2].raw);
}

TEST(Push, AnEmptyBatchOnlyAcknowledgesReceipts)
{
    const auto request = parsePush(R"({"changes":[],"received":16,"device":3})");

    ASSERT_TRUE(request);
    EXPECT_TRUE(request->changes.empty());
}

TEST(Push, OneUnreadableChangeDoesNotStopTheOthers)
{
    for (const std::string& bad :
         {std::string{R"({"n":18,"at":"1.0","create":{"type":"unicorn","id":")" + id +
                      R"(","f":{}}})"},
          std::string{R"({"n":18,"at":"1.0"})"}, std::string{"{}"}, std::string{R"({"n":true})"},
          std::string{R"({"n":18 "at":"1.0"})"}, std::string{R"({"n":18,"at":tru})"},
          std::string{R"({"n":18,"x":)" + std::string(500, '[') + std::string(500, ']') + "}"}}) {
        const auto request = parsePush(push({change(17), bad, change(19)}));

        ASSERT_TRUE(request) << bad << ' ' << request.error().code;
        ASSERT_EQ(request->changes.size(), 3U);
        EXPECT_FALSE(request->changes[1].change);
        EXPECT_EQ(request->changes[1].number, 18);
        EXPECT_EQ(request->changes[1].raw, bad);
        EXPECT_TRUE(request->changes[0].change && request->changes[2].change);
    }
}

TEST(Push, AnUnreadableChangeStaysInTheGroupOfItsNeighbours)
{
    const auto request = parsePush(push({grouped(17, 17, 19), "{}", grouped(19, 17, 19)}));

    ASSERT_TRUE(request) << request.error().code;
    EXPECT_EQ(request->changes[1].groupFirst, 17);
    EXPECT_EQ(request->changes[1].groupLast, 19);
}

TEST(Push, RefusesNumbersThatAreNotDense)
{
    EXPECT_EQ(codeOf(push({change(17), change(19)})), "push.numbers");
    EXPECT_EQ(codeOf(push({change(17), change(17)})), "push.numbers");
    EXPECT_EQ(codeOf(push({change(18), change(17)})), "push.numbers");
    EXPECT_EQ(codeOf(push({"{}", change(1)})), "push.numbers");
    EXPECT_EQ(codeOf(push({"{}"})), "push.numbers");
}

TEST(Push, RefusesGroupsThatAreSplitOrCrossed)
{
    EXPECT_EQ(codeOf(push({grouped(18, 17, 18)})), "push.group");
    EXPECT_EQ(codeOf(push({grouped(17, 17, 18)})), "push.group");
    EXPECT_EQ(codeOf(push({grouped(17, 17, 18), change(18)})), "push.group");
    EXPECT_EQ(codeOf(push({change(17), grouped(18, 17, 18)})), "push.group");
    EXPECT_EQ(codeOf(push({grouped(17, 17, 18), grouped(18, 18, 19), grouped(19, 18, 19)})),
              "push.group");
}

TEST(Push, RefusesMalformedBodies)
{
    for (const std::string& body :
         {std::string{}, std::string{"null"}, std::string{"[]"}, std::string{"{}"},
          std::string{"{"}, std::string{R"({"device":3,"received":0})"},
          std::string{R"({"device":0,"received":0,"changes":[]})"},
          std::string{R"({"device":3,"received":-1,"changes":[]})"},
          std::string{R"({"device":"3","received":0,"changes":[]})"},
          std::string{R"({"device":3,"received":0,"changes":{}})"},
          std::string{R"({"device":3,"received":0,"changes":[7]})"},
          std::string{R"({"device":3,"received":0,"changes":[{} {}]})"},
          std::string{R"({"device":3,"received":0,"changes":[)"},
          std::string{R"({"device":3,"received":0,"changes":[],"changes":[]})"},
          std::string{R"({"device":3,"received":0,"changes":[]} tail)"},
          std::string{"{\"device\":3,\"received\":0,\"changes\":[],\"x\":\"\xff\"}"}}) {
        EXPECT_EQ(codeOf(body), "push.malformed") << body;
    }
}

TEST(Push, RefusesMoreThanTheLimits)
{
    std::vector<std::string> changes;
    for (std::size_t i = 1; i <= pushChangesMax; ++i) {
        changes.push_back(change(static_cast<std::int64_t>(i)));
    }
    EXPECT_EQ(codeOf(push(changes)), "read");
    changes.push_back(change(static_cast<std::int64_t>(pushChangesMax) + 1));
    EXPECT_EQ(codeOf(push(changes)), "push.too_many");
    EXPECT_EQ(codeOf(std::string(pushBytesMax + 1, ' ')), "push.too_large");
}

TEST(PushReply, ComesBackByteForByte)
{
    const std::string json =
        R"({"last":19,"time":"2026-05-14T09:12:00.000Z","receipts":[)"
        R"({"n":18,"outcome":"applied","seq":991},)"
        R"({"n":19,"outcome":"refused","seq":992,"code":"x.y","reason":{"en":"no","zh":"不"}}]})";

    const auto reply = parsePushReply(json);

    ASSERT_TRUE(reply);
    EXPECT_EQ(toJson(*reply), json);
}

TEST(PushReply, RefusesMalformedReplies)
{
    for (const auto* json : {"", "[]", R"({"last":1,"time":"2026-05-14T09:12:00.000Z"})",
                             R"({"last":1,"time":"noon","receipts":[]})",
                             R"({"time":"2026-05-14T09:12:00.000Z","receipts":[]})",
                             R"({"last":1,"time":"2026-05-14T09:12:00.000Z","receipts":[{}]})"}) {
        const auto reply = parsePushReply(json);
        ASSERT_FALSE(reply) << json;
        EXPECT_EQ(reply.error().code, "push_reply.malformed");
    }
}

TEST(Problem, TellsWhatItCanWhateverTheBodyIs)
{
    const Problem gap = parseProblem(
        R"({"type":"urn:fieldbook:problem:push.gap","status":409,"code":"push.gap","detail":"x","expected":17})");
    EXPECT_EQ(gap.code, "push.gap");
    EXPECT_EQ(gap.detail, "x");
    EXPECT_EQ(gap.expected, 17);

    for (const auto* body : {"", "<html>502</html>", "[]", R"({"code":7,"expected":"x"})"}) {
        const Problem none = parseProblem(body);
        EXPECT_EQ(none.code, "") << body;
        EXPECT_EQ(none.expected, 0) << body;
    }
}

} // namespace
} // namespace fieldbook::sync
