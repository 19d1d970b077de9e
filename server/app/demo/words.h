#pragma once

#include <cstdint>
#include <span>
#include <string_view>

// What the demonstration company is made of. All names are invented.
namespace fieldbook::server::demo {

struct City {
    std::string_view zh;
    std::string_view en;
    std::string_view areaCode;
    double latitude;
    double longitude;
};

struct Ware {
    std::string_view category;
    std::string_view code;
    std::string_view name;
    std::string_view unit;
    std::int64_t priceMinor; // CNY, tax included
};

[[nodiscard]] std::span<const City> cities();
[[nodiscard]] std::span<const Ware> wares();
[[nodiscard]] std::span<const std::string_view> shopWords(); // 恒通, 甬江, ...
[[nodiscard]] std::span<const std::string_view> shopKinds(); // 汽车销售服务有限公司, ...
[[nodiscard]] std::span<const std::string_view>
englishShops(); // Names of customers abroad or of foreign owners.
[[nodiscard]] std::span<const std::string_view> surnames();
[[nodiscard]] std::span<const std::string_view> givenNames();
[[nodiscard]] std::span<const std::string_view> jobs();
[[nodiscard]] std::span<const std::string_view> streets();
[[nodiscard]] std::span<const std::string_view> talks(); // What was said on visits and calls.
[[nodiscard]] std::span<const std::string_view> englishTalks();
[[nodiscard]] std::span<const std::string_view> dealNames();
[[nodiscard]] std::span<const std::string_view> tasks();

} // namespace fieldbook::server::demo
