#include "server/import/table_look.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fieldbook::server::import {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> fieldsOf(const TableLook& look)
{
    std::vector<std::string> fields;
    std::ranges::transform(look.columns, std::back_inserter(fields), &ColumnLook::field);
    return fields;
}

TEST(TableLook, KnowsWhatColumnsAreCalledInEitherLanguage)
{
    const auto look = lookAt("客户名称,客户编码,负责人,手机,创建日期,颜色\n"
                             "恒通,C1,ming,13800138000,2026/5/14,红\n",
                             typeNamed("customer"), {});

    ASSERT_TRUE(look);
    EXPECT_THAT(fieldsOf(*look), ElementsAre("name", "code", "owner", "phone", "created_at", ""));
    EXPECT_EQ(look->columns[4].date, "%Y/%m/%d");
    EXPECT_THAT(look->key, ElementsAre("客户编码"));

    const auto english = lookAt("Customer name;City;Salesperson;Name\nBakery;Rome;ming;x\n",
                                typeNamed("customer"), {});
    ASSERT_TRUE(english);
    EXPECT_EQ(english->delimiter, ';');
    EXPECT_THAT(fieldsOf(*english), ElementsAre("name", "city", "owner", ""))
        << "two columns do not fill one field";
}

TEST(TableLook, TakesForAKeyOnlyWhatTellsRowsApart)
{
    const auto look =
        lookAt("Code,Name,Phone\nA,Bakery,1\nA,Smithy,2\n", typeNamed("customer"), {});

    ASSERT_TRUE(look);
    EXPECT_THAT(look->key, ElementsAre("Phone"));
    const auto none = lookAt("Name\nBakery\nBakery\n", typeNamed("customer"), {});
    ASSERT_TRUE(none);
    EXPECT_TRUE(none->key.empty());
}

TEST(TableLook, ReadsADayInOneWayForAllRows)
{
    const auto dateOf = [](const std::string& days) {
        const auto look = lookAt("When\n" + days, typeNamed("activity"), {});
        return look ? look->columns[0].date : look.error().code;
    };

    EXPECT_EQ(dateOf("03/04/2026\n13/04/2026\n"), "%d/%m/%Y");
    EXPECT_EQ(dateOf("03/04/2026\n04/13/2026\n"), "%m/%d/%Y");
    EXPECT_EQ(dateOf("2026年5月14日\n"), "%Y年%m月%d日");
    EXPECT_EQ(dateOf("2026-05-14 09:30\n"), "%Y-%m-%d %H:%M");
    EXPECT_EQ(dateOf("2026-05-14T09:30:00Z\n"), "");
    EXPECT_EQ(dateOf("soon\n"), "");
    EXPECT_EQ(dateOf("03/04/26\n"), "") << "of which century";
}

TEST(TableLook, TellsWhichRowsCannotBeRead)
{
    const auto look = lookAt("Name,City\nBakery,Rome\nSmithy\n", typeNamed("customer"), {});

    ASSERT_TRUE(look);
    ASSERT_EQ(look->findings.size(), 1U);
    EXPECT_EQ(look->findings[0].code, "import.cells");
    EXPECT_EQ(look->findings[0].line, 3U);
    EXPECT_EQ(lookAt("", typeNamed("customer"), {}).error().code, "import.file_empty");
    EXPECT_EQ(lookAt("A,A\n1,2\n", typeNamed("customer"), {}).error().code, "import.column_twice");
}

} // namespace
} // namespace fieldbook::server::import
