// What the design promises to eyes and sunlight: the contrast of every pair of colours it names, by
// the formula of WCAG 2.

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <string>

namespace {

double channel(const std::string& color, std::size_t at)
{
    const double value = std::stoi(color.substr(at, 2), nullptr, 16) / 255.0;
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const std::string& color)
{
    return 0.2126 * channel(color, 1) + 0.7152 * channel(color, 3) + 0.0722 * channel(color, 5);
}

double contrast(const std::string& one, const std::string& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

nlohmann::json tokens()
{
    std::ifstream file{FIELDBOOK_TOKENS};
    return nlohmann::json::parse(file);
}

} // namespace

TEST(Tokens, KeepTheContrastTheyPromise)
{
    const nlohmann::json all = tokens();

    for (const char* theme : {"light", "dark"}) {
        const auto& colors = all.at("color").at(theme);
        ASSERT_GT(all.at("contrast").at(theme).size(), 70U);
        for (const auto& pair : all.at("contrast").at(theme)) {
            const std::string front = colors.at(pair.at("fg").get<std::string>());
            const std::string back = colors.at(pair.at("bg").get<std::string>());
            EXPECT_GE(contrast(front, back), pair.at("min").get<double>()) << theme << " " << pair;
        }
    }
}

TEST(Tokens, NameTheSameColoursInBothThemes)
{
    const nlohmann::json all = tokens();

    for (const auto& [name, value] : all.at("color").at("light").items())
        EXPECT_TRUE(all.at("color").at("dark").contains(name)) << name;
    EXPECT_EQ(all.at("color").at("light").size(), all.at("color").at("dark").size());
}
