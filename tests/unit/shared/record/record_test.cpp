#include "shared/record/record.h"
#include "tests/support/random_record.h"

#include <gtest/gtest.h>

namespace fieldbook {
namespace {

TEST(Record, ComesBackFromItsDocumentByteForByte)
{
    testing::SeededEntropy random{7};
    for (int round = 0; round < 200; ++round) {
        for (const TypeSpec* type : allTypes()) {
            const Record record = testing::randomRecord(*type, random);
            const std::string document = record.document();

            const auto read = Record::parse(document);

            ASSERT_TRUE(read) << read.error().code << ' ' << read.error().detail << document;
            ASSERT_EQ(read->document(), document);
        }
    }
}

const std::string head =
    R"({"type":"customer","id":"0190b1c2-d3e4-7f56-8a9b-0c1d2e3f4a5b","v":"1.0.1.1",)";

TEST(Record, KeepsWhatOnlyANewerProgramKnows)
{
    const std::string document =
        head + R"("f":{"name":"A","tier":"emperor","aura":{"a":[1,2.5]}},"w":{"aura":"2.0.1.2"}})";

    const auto record = Record::parse(document);

    ASSERT_TRUE(record) << record.error().code;
    EXPECT_EQ(record->textOf("tier"), "emperor");
    EXPECT_EQ(record->document(), document);
}

TEST(Record, RefusesWhatIsNotADocument)
{
    for (const std::string& document :
         {std::string{}, std::string{"[]"}, std::string{"{}"}, head + R"("f":[]})",
          head + R"("f":{"name":7}})", head + R"("f":{},"w":{"name":7}})",
          head + R"("f":{},"w":{"name":"x"}})", head + R"("f":{},"c":{"name":[7]}})",
          head + R"("f":{"x":)" + std::string(60, '[') + std::string(60, ']') + "}}"}) {
        const auto record = Record::parse(document);
        ASSERT_FALSE(record) << document;
        EXPECT_EQ(record.error().code, "record.malformed");
    }
}

} // namespace
} // namespace fieldbook
