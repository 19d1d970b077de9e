#include "client/local/number_blocks.h"

#include <algorithm>

namespace fieldbook::client {
namespace {

constexpr std::size_t numberDigitsMin = 4;

std::string padded(std::string digits, std::size_t width)
{
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

} // namespace

void keepBlock(db::Transaction& transaction, const NumberBlock& block)
{
    transaction.database()
        .prepare("INSERT INTO number_block (series, first, last, next, prefix) "
                 "VALUES (:series, :first, :last, :first, :prefix) "
                 "ON CONFLICT (series, first) DO NOTHING")
        .bind(":series", block.series)
        .bind(":first", block.first)
        .bind(":last", block.last)
        .bind(":prefix", block.prefix)
        .run();
}

Result<DocumentNumber> takeNumber(db::Transaction& transaction, std::string_view series)
{
    auto& database = transaction.database();
    DocumentNumber taken;
    std::int64_t block = 0;
    {
        auto next = database.prepare("SELECT first, next, prefix FROM number_block "
                                     "WHERE series = :series AND next <= last "
                                     "ORDER BY first LIMIT 1");
        next.bind(":series", series);
        if (!next.step()) {
            return fail(ErrorKind::Unavailable, "numbers.none", std::string{series});
        }
        block = next.int64(0);
        taken = {next.get<std::string>(2), next.int64(1)};
    }
    database
        .prepare("UPDATE number_block SET next = next + 1 "
                 "WHERE series = :series AND first = :first")
        .bind(":series", series)
        .bind(":first", block)
        .run();
    return taken;
}

std::int64_t lastNumber(db::Database& database, std::string_view series)
{
    auto last = database.prepare("SELECT coalesce(max(last), 0) FROM number_block "
                                 "WHERE series = :series");
    last.bind(":series", series);
    return last.step() ? last.int64(0) : 0;
}

std::int64_t numbersLeft(db::Database& database, std::string_view series)
{
    auto left = database.prepare("SELECT coalesce(sum(last - next + 1), 0) FROM number_block "
                                 "WHERE series = :series AND next <= last");
    left.bind(":series", series);
    return left.step() ? left.int64(0) : 0;
}

std::string documentNumber(const DocumentNumber& number, Date day, std::string_view deviceCode)
{
    const auto year = padded(std::to_string(static_cast<int>(day.year()) % 100), 2);
    const auto month = padded(std::to_string(static_cast<unsigned>(day.month())), 2);
    return number.prefix + '-' + year + month + '-' + std::string{deviceCode} + '-' +
           padded(std::to_string(number.number), numberDigitsMin);
}

} // namespace fieldbook::client
