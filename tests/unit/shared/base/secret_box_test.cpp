#include "shared/base/secret_box.h"

#include <gtest/gtest.h>

namespace fieldbook {
namespace {

class SecretBox : public testing::Test {
protected:
    SystemEntropy entropy_;
    SecretKey key_ = SecretKey::random(entropy_);
};

TEST_F(SecretBox, OpensWithItsKey)
{
    for (const std::string_view plain : {"", "x", "客户的电话 13800138000"}) {
        const auto box = seal(key_, asBytes(plain), entropy_);
        const auto opened = unseal(key_, box);

        EXPECT_EQ(box.size(), plain.size() + 40);
        ASSERT_TRUE(opened);
        EXPECT_EQ(asText(*opened), plain);
    }
}

TEST_F(SecretBox, NeverLooksTheSameTwice)
{
    EXPECT_NE(seal(key_, asBytes("same"), entropy_), seal(key_, asBytes("same"), entropy_));
}

TEST_F(SecretBox, StaysShutForAnotherKey)
{
    const auto box = seal(key_, asBytes("plain"), entropy_);

    EXPECT_EQ(unseal(SecretKey::random(entropy_), box).error().code, "secret_box.unreadable");
}

TEST_F(SecretBox, StaysShutOnceAnyBitWasChangedOrAnyByteCut)
{
    const auto box = seal(key_, asBytes("plain"), entropy_);
    for (std::size_t i = 0; i < box.size(); ++i) {
        auto altered = box;
        altered[i] ^= 1;
        EXPECT_FALSE(unseal(key_, altered)) << i;
        EXPECT_FALSE(unseal(key_, std::span{box}.first(i))) << i;
    }
}

} // namespace
} // namespace fieldbook
