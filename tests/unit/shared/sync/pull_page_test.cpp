#include "shared/sync/pull_page.h"

#include <gtest/gtest.h>

namespace fieldbook::sync {
namespace {

const std::string one = R"({"type":"customer","id":"x","f":{"name":"] } \" , 甲"}})";
const std::string two = R"({"a":[{"b":{}}]})";

std::string page(const std::string& records, const std::string& rest)
{
    return R"({"records":[)" + records + "]," + rest + "}";
}

const std::string rest =
    R"("left":["0190b1c2-d3e4-7f56-8a9b-0c1d2e3f4a5b"],"cursor":"abc","upto":991,)"
    R"("complete":true,"time":"2026-05-14T09:12:00.000Z")";

TEST(PullPage, SaysWhichChangesTheServerHasOrNothing)
{
    std::string newer = page(one, rest + R"(,"last":7)");
    std::string older = page(one, rest);
    std::string wrong = page(one, rest + R"(,"last":-2)");

    EXPECT_EQ(parsePage(newer)->last, 7);
    EXPECT_EQ(parsePage(older)->last, -1);
    EXPECT_FALSE(parsePage(wrong));
}

TEST(PullPage, GivesEachDocumentAsItStandsInTheText)
{
    std::string body = page(one + " \n, " + two, rest);

    const auto view = parsePage(body);

    ASSERT_TRUE(view);
    ASSERT_EQ(view->documents.size(), 2U);
    EXPECT_EQ(view->documents[0], one);
    EXPECT_EQ(view->documents[1], two);
    EXPECT_GE(view->documents[0].data(), body.data());
    EXPECT_LT(view->documents[1].data(), body.data() + body.size());
    EXPECT_EQ(view->left.size(), 1U);
    EXPECT_EQ(view->cursor, "abc");
    EXPECT_EQ(view->upTo, 991);
    EXPECT_TRUE(view->complete);
    EXPECT_EQ(toRfc3339(view->serverTime), "2026-05-14T09:12:00.000Z");
}

TEST(PullPage, WhatTheWriterWritesTheReaderReads)
{
    const Uuid gone = *Uuid::parse("0190b1c2-d3e4-7f56-8a9b-0c1d2e3f4a5b");
    PageWriter writer;
    writer.add(one);
    writer.add(two);
    writer.leave(gone);
    writer.leave(gone);
    EXPECT_EQ(writer.documents(), 2U);
    std::string body = std::move(writer).finish(
        {.cursor = "c\"1", .upTo = 7, .complete = false, .serverTime = fromMillis(5)});

    const auto view = parsePage(body);

    ASSERT_TRUE(view) << body;
    EXPECT_EQ(view->documents, (std::vector<std::string_view>{one, two}));
    EXPECT_EQ(view->left, (std::vector<Uuid>{gone, gone}));
    EXPECT_EQ(view->cursor, "c\"1");
    EXPECT_EQ(view->upTo, 7);
    EXPECT_FALSE(view->complete);
}

TEST(PullPage, AnEmptyPageIsAPage)
{
    std::string body =
        PageWriter{}.finish({.cursor = "", .upTo = 0, .complete = true, .serverTime = {}});

    const auto view = parsePage(body);

    ASSERT_TRUE(view);
    EXPECT_TRUE(view->documents.empty() && view->left.empty());
}

TEST(PullPage, UnknownMembersArePassedOver)
{
    std::string body = page("", rest + R"(,"weather":{"sun":[1,2]})");

    EXPECT_TRUE(parsePage(body));
}

TEST(PullPage, RefusesWhatIsNotAPage)
{
    for (std::string body :
         {std::string{}, std::string{"[]"}, std::string{"{}"}, page(one, rest) + "x",
          page("7", rest), page(one + two, rest), page(one, rest + R"(,"left":[])"),
          page(one,
               R"("left":[],"cursor":"","upto":-1,"complete":true,"time":"2026-05-14T09:12:00Z")"),
          page(
              one,
              R"("left":["x"],"cursor":"","upto":1,"complete":true,"time":"2026-05-14T09:12:00Z")"),
          page(one, R"("left":[],"cursor":"","upto":1,"complete":1,"time":"2026-05-14T09:12:00Z")"),
          page(one, R"("left":[],"cursor":"","upto":1,"complete":true,"time":"now")"),
          page(one, R"("left":[],"cursor":"","upto":1,"complete":true)"),
          page(one, rest).substr(0, 60)}) {
        const auto view = parsePage(body);
        ASSERT_FALSE(view) << body;
        EXPECT_EQ(view.error().code, "page.malformed");
    }
}

} // namespace
} // namespace fieldbook::sync
