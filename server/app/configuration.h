#pragma once

#include "shared/base/result.h"
#include "shared/calendar/work_calendar.h"
#include "shared/rules/roles.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::server {

// The settings of a server. Later sources win: built-in, the TOML file, the environment, the
// command line.
struct Configuration {
    std::filesystem::path data = "fieldbook-data"; // Folder of the store and the files.
    std::string listenAddress = "127.0.0.1";
    std::uint16_t listenPort = 8443;
    std::filesystem::path certificate; // PEM chain; with it the server speaks TLS only.
    std::filesystem::path certificateKey;
    std::vector<std::string> names; // Hosts under which the server is known; empty: any.
    std::vector<std::string> trustedProxies; // Addresses and ranges; see net::ServerOptions.
    std::int64_t readThreads = 2;
    std::int64_t connectionsMax = 4096;
    std::int64_t connectionsPerAddressMax = 256;
    std::int64_t requestsPerAddressMax = 12'000; // A minute.
    std::int64_t requestsPerUserMax = 1'200; // A minute.
    std::chrono::seconds sessionLifetime{std::chrono::hours{24 * 30}};
    bool approvesDevices = false; // An administrator approves each new device.
    bool enrolsByCode = false; // A new device needs a one-time code.
    std::string deviceHelp; // Whom to call when a tablet is locked, as tablets show it.
    std::string publicAddress; // Where tablets reach this server; empty: where it listens.
    std::chrono::seconds leaseDuration{std::chrono::hours{24 * 7}};
    // The company's identity provider (OpenID Connect); without an issuer there is none.
    std::string oidcIssuer;
    std::string oidcClientId;
    std::filesystem::path oidcClientSecretFile;
    std::string oidcRedirectUri;
    std::string oidcScopes = "openid profile email";
    std::string oidcClaim = "preferred_username";
    std::filesystem::path oidcAuthorities;
    std::string oidcName = "Company account";
    // The company's LDAP directory; without an address there is none.
    std::string ldapUrl;
    bool ldapStartTls = true;
    std::filesystem::path ldapAuthorities;
    std::string ldapDnTemplate;
    std::string ldapBase;
    std::string ldapFilter = "(uid={login})";
    std::string ldapBindDn;
    std::filesystem::path ldapBindPasswordFile;
    WorkCalendar calendar; // On which days the company works.
    bool executesOnApproval = true; // Account requests; otherwise an administrator does it.
    // Whose logins are judged by the login rules.
    std::vector<rules::Role> loginRoles{rules::Role::Salesperson, rules::Role::Manager};
    std::int64_t passwordCharactersMin = 15;
    // Who signs in with a second factor only.
    std::vector<rules::Role> secondFactorRoles{rules::Role::BoardAdministrator,
                                               rules::Role::Administrator};
    std::int64_t fileBytesMax = 64LL * 1024 * 1024;
    std::string logLevel = "info";
    std::string oldestApp; // The oldest version of the app that is served pulls; empty: any.
    std::string defaultCountry = "CN"; // For phone numbers typed without a country code.
};

// One setting: its key in the file ("server.port"), its environment variable, and what it means.
struct Setting {
    std::string_view key;
    std::string_view environment;
    std::string_view meaning;
    // Puts a value given as text into place, or tells what it should be.
    std::function<std::optional<std::string>(Configuration&, const std::string&)> apply;
    // The value in force, as it would be written in the file.
    std::function<std::string(const Configuration&)> show;
};
[[nodiscard]] std::span<const Setting> allSettings();

// A configuration with, for each setting that is not built-in, where it came from ("file",
// "environment", "command line").
struct LoadedConfiguration {
    Configuration configuration;
    std::map<std::string, std::string, std::less<>> origins;
};

// A setting as it stands, and where from: "built-in", "file", "environment", "command line".
struct SettingInForce {
    std::string_view key;
    std::string_view environment;
    std::string value;
    std::string from;
};
// All of them, in the order of allSettings().
[[nodiscard]] std::vector<SettingInForce> settingsInForce(const LoadedConfiguration& loaded);

// Reads the file if there is one, then the environment through `variable`, then the overrides
// ("server.port" -> "8443"). Codes: `config.unreadable`, `config.malformed` (with line),
// `config.unknown_key`, `config.value`, `config.certificate` (one of certificate and key without
// the other), `config.passwords` (short ones, and not everybody has a second factor),
// `config.oidc`, `config.ldap` (something is missing, or not safe). The detail
// names the key and what to do.
[[nodiscard]] Result<LoadedConfiguration>
loadConfiguration(const std::optional<std::filesystem::path>& file,
                  const std::function<std::optional<std::string>(const std::string&)>& variable,
                  const std::map<std::string, std::string>& overrides);

} // namespace fieldbook::server
