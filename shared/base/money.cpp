#include "shared/base/money.h"

#include "shared/base/assert.h"

#include <algorithm>
#include <limits>

namespace fieldbook {
namespace {

__extension__ using Wide = __int128;

constexpr std::array<std::string_view, 7> withoutDecimals{"JPY", "KRW", "VND", "CLP",
                                                          "ISK", "XAF", "XOF"};
constexpr std::array<std::string_view, 6> withThreeDecimals{"KWD", "BHD", "OMR",
                                                            "TND", "JOD", "IQD"};

Result<std::int64_t> narrow(Wide value)
{
    if (value > std::numeric_limits<std::int64_t>::max() ||
        value < std::numeric_limits<std::int64_t>::min()) {
        return fail(ErrorKind::Invalid, "money.overflow");
    }
    return static_cast<std::int64_t>(value);
}

} // namespace

Result<Currency> Currency::parse(std::string_view code)
{
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (code.size() != 3 || !std::ranges::all_of(code, capital)) {
        return fail(ErrorKind::Invalid, "currency.unknown", std::string{code});
    }
    Currency currency;
    std::ranges::copy(code, currency.letters_.begin());
    return currency;
}

int Currency::decimals() const
{
    if (std::ranges::find(withoutDecimals, code()) != withoutDecimals.end()) {
        return 0;
    }
    return std::ranges::find(withThreeDecimals, code()) != withThreeDecimals.end() ? 3 : 2;
}

Result<Money> Money::parseDecimal(std::string_view text, Currency currency)
{
    const auto malformed = [&] {
        return fail(ErrorKind::Invalid, "money.malformed", std::string{text});
    };
    const bool negative = text.starts_with('-');
    const std::string_view body = text.substr(negative || text.starts_with('+') ? 1 : 0);
    const std::size_t point = std::min(body.find('.'), body.size());
    const std::string_view whole = body.substr(0, point);
    const std::string_view fraction =
        point == body.size() ? std::string_view{} : body.substr(point + 1);
    const auto places = static_cast<std::size_t>(currency.decimals());
    if (whole.empty() || fraction.size() > places || whole.size() > 18 ||
        (point != body.size() && fraction.empty())) {
        return malformed();
    }
    Wide minor = 0;
    for (const char c : whole) {
        if (c < '0' || c > '9') {
            return malformed();
        }
        minor = minor * 10 + (c - '0');
    }
    for (std::size_t i = 0; i < places; ++i) {
        const char c = i < fraction.size() ? fraction[i] : '0';
        if (c < '0' || c > '9') {
            return malformed();
        }
        minor = minor * 10 + (c - '0');
    }
    const auto narrowed = narrow(negative ? -minor : minor);
    if (!narrowed) {
        return fail(narrowed.error());
    }
    return Money{*narrowed, currency};
}

std::string Money::decimal() const
{
    const auto places = static_cast<std::size_t>(currency_.decimals());
    const bool negative = minor_ < 0;
    const auto magnitude =
        negative ? ~static_cast<std::uint64_t>(minor_) + 1 : static_cast<std::uint64_t>(minor_);
    std::string digits = std::to_string(magnitude);
    if (digits.size() <= places) {
        digits.insert(0, places + 1 - digits.size(), '0');
    }
    if (places > 0) {
        digits.insert(digits.size() - places, 1, '.');
    }
    return negative ? "-" + digits : digits;
}

Result<Money> Money::plus(Money other) const
{
    if (currency_ != other.currency_) {
        return fail(ErrorKind::Invalid, "money.mixed");
    }
    const auto sum = narrow(Wide{minor_} + other.minor_);
    if (!sum) {
        return fail(sum.error());
    }
    return Money{*sum, currency_};
}

Result<Money> Money::minus(Money other) const
{
    if (currency_ != other.currency_) {
        return fail(ErrorKind::Invalid, "money.mixed");
    }
    const auto difference = narrow(Wide{minor_} - other.minor_);
    if (!difference) {
        return fail(difference.error());
    }
    return Money{*difference, currency_};
}

Result<std::int64_t>
mulDivHalfEven(std::int64_t value, std::int64_t numerator, std::int64_t denominator)
{
    FIELDBOOK_ASSERT(denominator > 0);
    const Wide product = Wide{value} * numerator;
    Wide quotient = product / denominator;
    const Wide remainder = product % denominator;
    const Wide twice = 2 * (remainder < 0 ? -remainder : remainder);
    if (twice > denominator || (twice == denominator && quotient % 2 != 0)) {
        quotient += product < 0 ? -1 : 1;
    }
    return narrow(quotient);
}

} // namespace fieldbook
