#pragma once

#include "shared/base/result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace fieldbook {

// An ISO 4217 currency by its three-letter code.
class Currency {
public:
    // Code `currency.unknown` unless it is three capital letters.
    [[nodiscard]] static Result<Currency> parse(std::string_view code);

    constexpr Currency() = default;
    [[nodiscard]] constexpr std::string_view code() const { return {letters_.data(), 3}; }
    // Digits after the decimal sign: 0 for JPY and its like, 3 for KWD and its like, otherwise 2.
    [[nodiscard]] int decimals() const;

    friend constexpr bool operator==(const Currency&, const Currency&) = default;
    friend constexpr auto operator<=>(const Currency&, const Currency&) = default;

private:
    std::array<char, 3> letters_{'C', 'N', 'Y'};
};

// An exact amount in minor units of one currency. Arithmetic refuses to mix or overflow.
class Money {
public:
    constexpr Money() = default;
    static constexpr Money fromMinor(std::int64_t minor, Currency currency)
    {
        return Money{minor, currency};
    }
    // A decimal such as "-12.34" with at most the currency's decimals; code `money.malformed`
    // otherwise.
    [[nodiscard]] static Result<Money> parseDecimal(std::string_view text, Currency currency);

    [[nodiscard]] constexpr std::int64_t minor() const { return minor_; }
    [[nodiscard]] constexpr Currency currency() const { return currency_; }
    // The plain decimal form, "1234.50", without grouping or sign of currency.
    [[nodiscard]] std::string decimal() const;

    // Codes `money.mixed` and `money.overflow`.
    [[nodiscard]] Result<Money> plus(Money other) const;
    [[nodiscard]] Result<Money> minus(Money other) const;

    friend constexpr bool operator==(const Money&, const Money&) = default;

private:
    constexpr Money(std::int64_t minor, Currency currency) : minor_{minor}, currency_{currency} {}

    std::int64_t minor_ = 0;
    Currency currency_;
};

// value * numerator / denominator, rounded half to even, computed in 128 bits; code
// `money.overflow`.
[[nodiscard]] Result<std::int64_t>
mulDivHalfEven(std::int64_t value, std::int64_t numerator, std::int64_t denominator);

} // namespace fieldbook
