#include "client/device/outside.h"

#include <gtest/gtest.h>

namespace fieldbook::client {
namespace {

TEST(Outside, DialsWhatCanBeDialledOfANumber)
{
    EXPECT_EQ(dialUrl(QStringLiteral("0571-8800 1234")), QUrl{QStringLiteral("tel:057188001234")});
    EXPECT_EQ(dialUrl(QStringLiteral("+86 (139) 0571 0005")),
              QUrl{QStringLiteral("tel:+8613905710005")});
    EXPECT_TRUE(dialUrl(QStringLiteral("+")).isEmpty());
    EXPECT_TRUE(dialUrl(QStringLiteral("ask the porter")).isEmpty());
}

TEST(Outside, FindsAPlaceByItsPositionOrByItsAddressAlone)
{
    const QString address = QStringLiteral("杭州市建国路 88 号 & 后门");

    const QUrl both = mapUrl(Place{30.274085, 120.15507}, address);
    const QUrl addressOnly = mapUrl(std::nullopt, address);

    EXPECT_TRUE(both.toString().startsWith(QStringLiteral("geo:30.274085,120.155070?q=")));
    EXPECT_TRUE(addressOnly.toString().startsWith(QStringLiteral("geo:0.000000,0.000000?q=")));
    EXPECT_TRUE(both.toEncoded().contains("%26"));
    EXPECT_EQ(mapUrl(Place{1, 2}, {}).toString(), QStringLiteral("geo:1.000000,2.000000"));
    EXPECT_TRUE(mapUrl(std::nullopt, {}).isEmpty());
}

} // namespace
} // namespace fieldbook::client
