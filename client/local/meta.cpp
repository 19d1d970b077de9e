#include "client/local/meta.h"

#include <charconv>

namespace fieldbook::client {

std::optional<std::string> Meta::text(std::string_view name) const
{
    auto query = database_.prepare("SELECT value FROM meta WHERE name = :name");
    query.bind(":name", name);
    return query.step() ? std::optional{query.get<std::string>(0)} : std::nullopt;
}

std::string Meta::textOr(std::string_view name, std::string_view fallback) const
{
    auto value = text(name);
    return value ? std::move(*value) : std::string{fallback};
}

std::int64_t Meta::number(std::string_view name, std::int64_t fallback) const
{
    const auto value = text(name);
    std::int64_t number = fallback;
    if (value) {
        std::from_chars(value->data(), value->data() + value->size(), number);
    }
    return number;
}

std::optional<Uuid> Meta::uuid(std::string_view name) const
{
    const auto value = text(name);
    return value ? Uuid::parse(*value) : std::nullopt;
}

std::optional<Timestamp> Meta::time(std::string_view name) const
{
    return text(name) ? std::optional{fromMillis(number(name))} : std::nullopt;
}

void Meta::set(db::Transaction& transaction, std::string_view name, std::string_view value)
{
    transaction.database()
        .prepare("INSERT INTO meta (name, value) VALUES (:name, :value) "
                 "ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        .bind(":name", name)
        .bind(":value", value)
        .run();
}

void Meta::set(db::Transaction& transaction, std::string_view name, std::int64_t value)
{
    set(transaction, name, std::to_string(value));
}

void Meta::remove(db::Transaction& transaction, std::string_view name)
{
    transaction.database().prepare("DELETE FROM meta WHERE name = :name").bind(":name", name).run();
}

} // namespace fieldbook::client
