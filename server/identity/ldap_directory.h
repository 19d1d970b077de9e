#pragma once

#include "shared/base/result.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

namespace fieldbook::server::identity {

struct LdapOptions {
    std::string url; // ldaps://host, or ldap://host with StartTLS.
    bool startTls = true; // With ldap://.
    std::filesystem::path authorities = {}; // PEM, in place of the system's.
    // Either the person's name is made from the sign-in name ("uid={login},ou=people,dc=example")
    // ...
    std::string dnTemplate = {};
    // ... or searched for, as somebody who may search.
    std::string base = {};
    std::string filter = "(uid={login})";
    std::string bindDn = {}; // Empty: anonymously.
    std::string bindPassword = {};
    std::chrono::seconds timeout{5};
};

// Whether a password is the one that the company's LDAP directory has for a sign-in name (RFC 4513,
// simple bind). A connection for each question. Blocks; any thread.
class LdapDirectory {
public:
    explicit LdapDirectory(LdapOptions options) : options_{std::move(options)} {}

    // False for a wrong password, nobody of that name, and several. Code `ldap.unavailable` when
    // the directory cannot be asked; the detail says what it or OpenLDAP says.
    [[nodiscard]] Result<bool> check(const std::string& login, const std::string& password) const;

private:
    const LdapOptions options_;
};

// The template with the login in its place, which cannot be more than a value there.
[[nodiscard]] std::string ldapFilterFor(std::string_view filter, std::string_view login);
[[nodiscard]] std::string ldapNameFor(std::string_view dnTemplate, std::string_view login);

} // namespace fieldbook::server::identity
