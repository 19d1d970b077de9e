#include "server/identity/ldap_directory.h"

#include <array>
#include <ldap.h>
#include <memory>
#include <optional>
#include <stdexcept>

namespace fieldbook::server::identity {
namespace {

constexpr std::string_view place = "{login}";

struct Unbind {
    void operator()(LDAP* connection) const { ldap_unbind_ext_s(connection, nullptr, nullptr); }
};
using Connection = std::unique_ptr<LDAP, Unbind>;

struct FreeMemory {
    void operator()(char* text) const { ldap_memfree(text); }
};
struct FreeMessage {
    void operator()(LDAPMessage* message) const { ldap_msgfree(message); }
};

tl::unexpected<Error> unavailable(int code)
{
    return fail(ErrorKind::Unavailable, "ldap.unavailable", ldap_err2string(code));
}

timeval timeOf(std::chrono::seconds time) { return {.tv_sec = time.count(), .tv_usec = 0}; }

std::string replaced(std::string_view text, const std::string& value)
{
    std::string result{text};
    for (auto at = result.find(place); at != std::string::npos;
         at = result.find(place, at + value.size())) {
        result.replace(at, place.size(), value);
    }
    return result;
}

void setSafety(LDAP* connection, const LdapOptions& options)
{
    const int version = LDAP_VERSION3;
    const timeval time = timeOf(options.timeout);
    ldap_set_option(connection, LDAP_OPT_PROTOCOL_VERSION, &version);
    ldap_set_option(connection, LDAP_OPT_NETWORK_TIMEOUT, &time);
    ldap_set_option(connection, LDAP_OPT_TIMEOUT, &time);
    // A referral would carry the password to a server that nobody named.
    ldap_set_option(connection, LDAP_OPT_REFERRALS, LDAP_OPT_OFF);
    const int demand = LDAP_OPT_X_TLS_HARD;
    ldap_set_option(connection, LDAP_OPT_X_TLS_REQUIRE_CERT, &demand);
    if (!options.authorities.empty()) {
        ldap_set_option(connection, LDAP_OPT_X_TLS_CACERTFILE, options.authorities.c_str());
    }
    const int client = 0;
    ldap_set_option(connection, LDAP_OPT_X_TLS_NEWCTX, &client);
}

Result<Connection> connected(const LdapOptions& options)
{
    LDAP* made = nullptr;
    if (const int code = ldap_initialize(&made, options.url.c_str()); code != LDAP_SUCCESS) {
        return unavailable(code);
    }
    Connection connection{made};
    setSafety(connection.get(), options);
    if (options.startTls && options.url.starts_with("ldap:")) {
        if (const int code = ldap_start_tls_s(connection.get(), nullptr, nullptr);
            code != LDAP_SUCCESS) {
            return unavailable(code);
        }
    }
    return connection;
}

int bindAs(LDAP* connection, const std::string& name, const std::string& password)
{
    berval secret{.bv_len = password.size(), .bv_val = const_cast<char*>(password.data())};
    return ldap_sasl_bind_s(connection, name.c_str(), LDAP_SASL_SIMPLE, &secret, nullptr, nullptr,
                            nullptr);
}

// The name of the one entry that the filter finds; nothing for none, and for several.
Result<std::optional<std::string>>
found(LDAP* connection, const LdapOptions& options, const std::string& login)
{
    if (!options.bindDn.empty()) {
        if (const int code = bindAs(connection, options.bindDn, options.bindPassword);
            code != LDAP_SUCCESS) {
            return unavailable(code);
        }
    }
    std::array<char, 4> none{LDAP_NO_ATTRS[0], LDAP_NO_ATTRS[1], LDAP_NO_ATTRS[2], '\0'};
    std::array<char*, 2> attributes{none.data(), nullptr};
    timeval time = timeOf(options.timeout);
    constexpr int sizeLimit = 2;
    LDAPMessage* answer = nullptr;
    const int code =
        ldap_search_ext_s(connection, options.base.c_str(), LDAP_SCOPE_SUBTREE,
                          ldapFilterFor(options.filter, login).c_str(), attributes.data(), 0,
                          nullptr, nullptr, &time, sizeLimit, &answer);
    const std::unique_ptr<LDAPMessage, FreeMessage> held{answer};
    if (code != LDAP_SUCCESS && code != LDAP_SIZELIMIT_EXCEEDED && code != LDAP_NO_SUCH_OBJECT) {
        return unavailable(code);
    }
    if (answer == nullptr || ldap_count_entries(connection, answer) != 1) {
        return std::optional<std::string>{};
    }
    const std::unique_ptr<char, FreeMemory> name{
        ldap_get_dn(connection, ldap_first_entry(connection, answer))};
    return name ? std::optional{std::string{name.get()}} : std::nullopt;
}

} // namespace

std::string ldapFilterFor(std::string_view filter, std::string_view login)
{
    std::string value{login};
    berval in{.bv_len = value.size(), .bv_val = value.data()};
    berval out{};
    if (ldap_bv2escaped_filter_value(&in, &out) != 0) {
        throw std::runtime_error{"a filter cannot be written"};
    }
    const std::unique_ptr<char, FreeMemory> held{out.bv_val};
    return replaced(filter, std::string{out.bv_val, out.bv_len});
}

std::string ldapNameFor(std::string_view dnTemplate, std::string_view login)
{
    // As the library writes it: an attribute "a" with this value, without its "a=".
    std::string attribute{"a"};
    std::string value{login};
    LDAPAVA pair{};
    pair.la_attr = {.bv_len = attribute.size(), .bv_val = attribute.data()};
    pair.la_value = {.bv_len = value.size(), .bv_val = value.data()};
    pair.la_flags = LDAP_AVA_STRING;
    std::array<LDAPAVA*, 2> name{&pair, nullptr};
    char* text = nullptr;
    if (ldap_rdn2str(name.data(), &text, LDAP_DN_FORMAT_LDAPV3) != LDAP_SUCCESS) {
        throw std::runtime_error{"a name cannot be written"};
    }
    const std::unique_ptr<char, FreeMemory> held{text};
    return replaced(dnTemplate, std::string{text}.substr(attribute.size() + 1));
}

Result<bool> LdapDirectory::check(const std::string& login, const std::string& password) const
{
    // A bind without a password is anonymous and always succeeds (RFC 4513, section 5.1.2).
    if (login.empty() || password.empty()) {
        return false;
    }
    const auto connection = connected(options_);
    if (!connection) {
        return fail(connection.error());
    }
    std::string name;
    if (!options_.dnTemplate.empty()) {
        name = ldapNameFor(options_.dnTemplate, login);
    } else {
        const auto entry = found(connection->get(), options_, login);
        if (!entry) {
            return fail(entry.error());
        }
        if (!*entry || (*entry)->empty()) {
            return false;
        }
        name = **entry;
    }
    switch (const int code = bindAs(connection->get(), name, password)) {
    case LDAP_SUCCESS:
        return true;
    case LDAP_INVALID_CREDENTIALS:
    case LDAP_NO_SUCH_OBJECT:
    case LDAP_INVALID_DN_SYNTAX:
    case LDAP_INAPPROPRIATE_AUTH:
    case LDAP_UNWILLING_TO_PERFORM:
        return false;
    default:
        return unavailable(code);
    }
}

} // namespace fieldbook::server::identity
