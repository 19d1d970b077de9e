#include "client/local/customer_pages.h"

#include <array>
#include <charconv>

namespace fieldbook::client {

std::string CustomerPlace::write() const
{
    return std::string{static_cast<char>(part)} + ' ' + std::to_string(total) + ' ' +
           std::to_string(number) + ' ' + std::to_string(row) + ' ' + text;
}

std::optional<CustomerPlace> CustomerPlace::read(std::string_view written)
{
    if (written.size() < 2 || (written[0] != 'k' && written[0] != 'r' && written[0] != 'c')) {
        return std::nullopt;
    }
    CustomerPlace place;
    place.part = static_cast<Part>(written[0]);
    written.remove_prefix(2);
    for (std::int64_t* number : {&place.total, &place.number, &place.row}) {
        const char* end = written.data() + written.size();
        const auto [stopped, error] = std::from_chars(written.data(), end, *number);
        if (error != std::errc{} || stopped == end || *stopped != ' ') {
            return std::nullopt;
        }
        written.remove_prefix(static_cast<std::size_t>(stopped - written.data()) + 1);
    }
    place.text = written;
    return place;
}

std::string_view scopeSql(CustomerQuery::Scope scope)
{
    using Scope = CustomerQuery::Scope;
    switch (scope) {
    case Scope::All:
        return "deleted_at IS NULL";
    case Scope::Mine:
        return "owner = :me AND deleted_at IS NULL";
    case Scope::Vip:
        return "tier = 'vip' AND deleted_at IS NULL";
    case Scope::Nearby:
        return "position_lat IS NOT NULL AND deleted_at IS NULL";
    case Scope::DueContact:
        // What was agreed comes due, or the rhythm of visits says so.
        return R"sql(deleted_at IS NULL AND rowid IN (
            SELECT rowid FROM customer
            WHERE next_contact_at IS NOT NULL AND deleted_at IS NULL AND next_contact_at < :soon
            UNION SELECT rowid FROM customer
            WHERE visit_every_days IS NOT NULL AND deleted_at IS NULL
            AND coalesce(last_contact_at, 0) + visit_every_days * 86400000 < :now))sql";
    }
    return "0";
}

} // namespace fieldbook::client
