#include "client/vault/vault_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fieldbook::client {
namespace {

using nlohmann::json;

constexpr int format = 1;
constexpr std::array<const char*, 3> endings{"none", "kept", "dropped"};

tl::unexpected<Error> damaged(const char* member)
{
    return fail(ErrorKind::Invalid, "vault.damaged", member);
}

template <std::size_t Size>
bool take(const json& object, const char* name, std::array<std::uint8_t, Size>& into)
{
    const auto bytes = fromBase64Url(object.value(name, ""));
    if (!bytes || bytes->size() != Size) {
        return false;
    }
    std::ranges::copy(*bytes, into.begin());
    return true;
}

bool take(const json& object, const char* name, Bytes& into)
{
    auto bytes = fromBase64Url(object.value(name, ""));
    if (bytes) {
        into = std::move(*bytes);
    }
    return bytes.has_value();
}

bool take(const json& object, const char* name, Uuid& into)
{
    const auto id = Uuid::parse(object.value(name, ""));
    into = id.value_or(Uuid{});
    return id.has_value();
}

} // namespace

std::string toText(const VaultFile& file)
{
    const json object{
        {"format", format},
        {"id", file.id.text()},
        {"user", file.owner.user.text()},
        {"install", file.owner.install.text()},
        {"server", file.owner.server},
        {"login", file.owner.login},
        {"user_name", file.owner.userName},
        {"unlocks_by", file.kind == SecretKind::Pin ? "pin" : "password"},
        {"pin_digits", file.pinDigits},
        {"salt", toBase64Url(file.salt)},
        {"argon2_passes", file.cost.passes},
        {"argon2_memory", file.cost.memoryBytes},
        {"key", toBase64Url(file.key)},
        {"recovery", toBase64Url(file.recovery)},
        {"escrow", toBase64Url(file.escrow)},
        {"lease_key", toBase64Url(file.leaseKey)},
        {"company_key", toBase64Url(file.companyKey)},
        {"lease", file.lease},
        {"ending", endings.at(static_cast<std::size_t>(file.ending))},
    };
    return object.dump(1) + '\n';
}

Result<VaultFile> parseVaultFile(std::string_view text)
{
    const auto object = json::parse(text, nullptr, false);
    if (!object.is_object()) {
        return damaged("");
    }
    try {
        VaultFile file;
        const bool whole =
            object.value("format", 0) == format && take(object, "id", file.id) &&
            take(object, "user", file.owner.user) && take(object, "install", file.owner.install) &&
            take(object, "salt", file.salt) && take(object, "key", file.key) &&
            take(object, "recovery", file.recovery) && take(object, "escrow", file.escrow) &&
            take(object, "lease_key", file.leaseKey) &&
            take(object, "company_key", file.companyKey);
        if (!whole) {
            return damaged("member");
        }
        file.owner.server = object.value("server", "");
        file.owner.login = object.value("login", "");
        file.owner.userName = object.value("user_name", "");
        file.kind =
            object.value("unlocks_by", "") == "pin" ? SecretKind::Pin : SecretKind::Password;
        file.pinDigits = object.value("pin_digits", std::size_t{0});
        file.cost = {.passes = object.value("argon2_passes", argon2Interactive.passes),
                     .memoryBytes = object.value("argon2_memory", argon2Interactive.memoryBytes)};
        file.lease = object.value("lease", "");
        const std::string ending = object.value("ending", "");
        file.ending = ending == "kept"      ? Ending::Kept
                      : ending == "dropped" ? Ending::Dropped
                                            : Ending::None;
        return file;
    } catch (const json::type_error& error) {
        return fail(ErrorKind::Invalid, "vault.damaged", error.what());
    }
}

} // namespace fieldbook::client
