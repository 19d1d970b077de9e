#include "server/app/configuration.h"

#include "server/app/comma_list.h"
#include "server/app/network_settings.h"
#include "server/app/people_settings.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>

namespace fieldbook::server {
namespace {

using Problem = std::optional<std::string>;

std::optional<std::int64_t> wholeNumber(const std::string& text)
{
    std::int64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [after, error] = std::from_chars(text.data(), end, value);
    return error == std::errc{} && after == end ? std::optional{value} : std::nullopt;
}

Problem
applyNumber(std::int64_t& target, const std::string& text, std::int64_t least, std::int64_t most)
{
    const auto value = wholeNumber(text);
    if (!value || *value < least || *value > most) {
        return "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
    }
    target = *value;
    return std::nullopt;
}

template <std::int64_t Configuration::* Member>
auto number(std::int64_t least, std::int64_t most)
{
    return [least, most](Configuration& configuration, const std::string& text) {
        return applyNumber(configuration.*Member, text, least, most);
    };
}

template <auto Member>
Problem assignText(Configuration& configuration, const std::string& text)
{
    if (text.empty()) {
        return "not empty";
    }
    configuration.*Member = text;
    return std::nullopt;
}

Problem applyPort(Configuration& configuration, const std::string& text)
{
    std::int64_t port = 0;
    if (auto problem = applyNumber(port, text, 0, 65535)) {
        return problem;
    }
    configuration.listenPort = static_cast<std::uint16_t>(port);
    return std::nullopt;
}

template <auto Member>
Problem applyDays(Configuration& configuration, const std::string& text)
{
    std::int64_t count = 0;
    if (auto problem = applyNumber(count, text, 1, 365)) {
        return problem;
    }
    configuration.*Member = std::chrono::hours{24 * count};
    return std::nullopt;
}

Problem applyLogLevel(Configuration& configuration, const std::string& text)
{
    constexpr std::array<std::string_view, 4> levels{"debug", "info", "warn", "error"};
    if (std::ranges::find(levels, std::string_view{text}) == levels.end()) {
        return "debug, info, warn or error";
    }
    configuration.logLevel = text;
    return std::nullopt;
}

template <bool Configuration::* Member>
auto choice(std::string_view no, std::string_view yes)
{
    return [no, yes](Configuration& configuration, const std::string& text) -> Problem {
        if (text != no && text != yes) {
            return std::string{no} + " or " + std::string{yes};
        }
        configuration.*Member = text == yes;
        return std::nullopt;
    };
}

template <bool Configuration::* Member>
auto shownChoice(std::string_view no, std::string_view yes)
{
    return [no, yes](const Configuration& configuration) {
        return std::string{configuration.*Member ? yes : no};
    };
}

Problem applyHelp(Configuration& configuration, const std::string& text)
{
    constexpr std::size_t bytesMax = 120;
    if (text.size() > bytesMax) {
        return "at most " + std::to_string(bytesMax) + " bytes";
    }
    configuration.deviceHelp = text;
    return std::nullopt;
}

Problem applyVersion(Configuration& configuration, const std::string& text)
{
    if (text.empty() || text.find_first_not_of("0123456789.") != std::string::npos ||
        text.starts_with('.') || text.ends_with('.') || text.find("..") != std::string::npos) {
        return "a version such as 1.4.0";
    }
    configuration.oldestApp = text;
    return std::nullopt;
}

Problem applyCountry(Configuration& configuration, const std::string& text)
{
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (text.size() != 2 || !std::ranges::all_of(text, capital)) {
        return "two capital letters (ISO 3166)";
    }
    configuration.defaultCountry = text;
    return std::nullopt;
}

// A password that is all there is must be this long (NIST SP 800-63B-4, section 3.1.1.2).
constexpr std::int64_t passwordAloneMin = 15;

tl::unexpected<Error>
wrongValue(std::string_view key, const std::string& text, const std::string& wanted)
{
    return fail(ErrorKind::Invalid, "config.value",
                std::string{key} + " is \"" + text + "\", but must be " + wanted);
}

template <auto Member>
std::string shown(const Configuration& configuration)
{
    using Held = std::decay_t<decltype(configuration.*Member)>;
    if constexpr (std::is_same_v<Held, std::filesystem::path>) {
        return (configuration.*Member).string();
    } else if constexpr (std::is_same_v<Held, std::string>) {
        return configuration.*Member;
    } else {
        return std::to_string(configuration.*Member);
    }
}

template <auto Member>
std::string shownDays(const Configuration& configuration)
{
    return std::to_string(configuration.*Member / std::chrono::hours{24});
}

const Setting* findSetting(std::string_view key)
{
    const auto settings = allSettings();
    const auto found = std::ranges::find(settings, key, &Setting::key);
    return found == settings.end() ? nullptr : &*found;
}

std::string textOf(const toml::node& node)
{
    if (const auto* text = node.as_string()) {
        return text->get();
    }
    const auto* list = node.as_array();
    const auto isNumber = [](const toml::node& each) { return each.is_number(); };
    // A list is of names or days; one number in brackets is no number.
    if (list != nullptr && std::ranges::none_of(*list, isNumber)) {
        std::vector<std::string> words;
        for (const auto& each : *list) {
            words.push_back(textOf(each));
        }
        return listOf(words);
    }
    std::ostringstream out;
    node.visit([&](const auto& value) { out << value; });
    return out.str();
}

// Every key of the file, flattened to "table.key".
Result<std::map<std::string, std::string>> readFile(const std::filesystem::path& file)
{
    std::map<std::string, std::string> values;
    if (!std::filesystem::is_regular_file(file)) {
        return fail(ErrorKind::NotFound, "config.unreadable",
                    "there is no configuration file " + file.string());
    }
    try {
        const toml::table tree = toml::parse_file(file.string());
        for (const auto& [table, node] : tree) {
            const auto* section = node.as_table();
            if (section == nullptr) {
                values[std::string{table.str()}] = textOf(node);
                continue;
            }
            for (const auto& [key, value] : *section) {
                values[std::string{table.str()} + '.' + std::string{key.str()}] = textOf(value);
            }
        }
    } catch (const toml::parse_error& error) {
        return fail(ErrorKind::Invalid, "config.malformed",
                    file.string() + " line " + std::to_string(error.source().begin.line) + ": " +
                        std::string{error.description()});
    }
    return values;
}

} // namespace

std::span<const Setting> allSettings()
{
    static const std::array settings{
        Setting{"data.folder", "FIELDBOOK_DATA", "Folder of the store and the uploaded files",
                assignText<&Configuration::data>, shown<&Configuration::data>},
        Setting{"server.address", "FIELDBOOK_ADDRESS", "Address to listen on",
                assignText<&Configuration::listenAddress>, shown<&Configuration::listenAddress>},
        Setting{"server.port", "FIELDBOOK_PORT", "Port to listen on; 0 lets the system choose",
                applyPort, shown<&Configuration::listenPort>},
        Setting{"server.certificate", "FIELDBOOK_CERTIFICATE",
                "Certificate chain (PEM); with it the server speaks TLS only",
                assignText<&Configuration::certificate>, shown<&Configuration::certificate>},
        Setting{"server.certificate_key", "FIELDBOOK_CERTIFICATE_KEY", "Its private key (PEM)",
                assignText<&Configuration::certificateKey>, shown<&Configuration::certificateKey>},
        Setting{"server.names", "FIELDBOOK_NAMES",
                "Host names of this server; a request for any other is refused", applyNames,
                shownNames},
        Setting{"server.trusted_proxies", "FIELDBOOK_TRUSTED_PROXIES",
                "Load balancers whose X-Forwarded-For, -Proto and -Host are believed", applyProxies,
                shownProxies},
        Setting{"server.read_threads", "FIELDBOOK_READ_THREADS", "Threads that answer reads",
                number<&Configuration::readThreads>(1, 64), shown<&Configuration::readThreads>},
        Setting{"limits.connections", "FIELDBOOK_CONNECTIONS", "Connections at once",
                number<&Configuration::connectionsMax>(1, 100'000),
                shown<&Configuration::connectionsMax>},
        Setting{"limits.connections_per_address", "FIELDBOOK_CONNECTIONS_PER_ADDRESS",
                "Connections at once from one address",
                number<&Configuration::connectionsPerAddressMax>(1, 100'000),
                shown<&Configuration::connectionsPerAddressMax>},
        Setting{"limits.requests_per_address", "FIELDBOOK_REQUESTS_PER_ADDRESS",
                "Requests a minute from one address; 0: any number",
                number<&Configuration::requestsPerAddressMax>(0, 10'000'000),
                shown<&Configuration::requestsPerAddressMax>},
        Setting{"limits.requests_per_user", "FIELDBOOK_REQUESTS_PER_USER",
                "Requests a minute of one user; 0: any number",
                number<&Configuration::requestsPerUserMax>(0, 10'000'000),
                shown<&Configuration::requestsPerUserMax>},
        Setting{"limits.file_bytes", "FIELDBOOK_FILE_BYTES", "Largest uploaded file, in bytes",
                number<&Configuration::fileBytesMax>(1024, 4LL * 1024 * 1024 * 1024),
                shown<&Configuration::fileBytesMax>},
        Setting{"sessions.days", "FIELDBOOK_SESSION_DAYS", "Days until a tablet must sign in anew",
                applyDays<&Configuration::sessionLifetime>,
                shownDays<&Configuration::sessionLifetime>},
        Setting{"server.public_address", "FIELDBOOK_PUBLIC_ADDRESS",
                "Address at which tablets reach this server", applyPublicAddress,
                shown<&Configuration::publicAddress>},
        Setting{"devices.approval", "FIELDBOOK_DEVICES_APPROVAL",
                "automatic, or required: an administrator approves each new device",
                choice<&Configuration::approvesDevices>("automatic", "required"),
                shownChoice<&Configuration::approvesDevices>("automatic", "required")},
        Setting{"devices.enrolment", "FIELDBOOK_DEVICES_ENROLMENT",
                "open, or code: a new device needs a one-time code",
                choice<&Configuration::enrolsByCode>("open", "code"),
                shownChoice<&Configuration::enrolsByCode>("open", "code")},
        Setting{"devices.help", "FIELDBOOK_DEVICES_HELP",
                "Whom to call when a tablet waits or is locked, such as a name and a number",
                applyHelp, shown<&Configuration::deviceHelp>},
        Setting{
            "passwords.characters_min", "FIELDBOOK_PASSWORD_CHARACTERS_MIN",
            "Least number of characters of a password chosen from now on; below 15 only where all "
            "have a second factor",
            number<&Configuration::passwordCharactersMin>(8, 64),
            shown<&Configuration::passwordCharactersMin>},
        Setting{"company.weekdays", "FIELDBOOK_WEEKDAYS",
                "Days of the week that are worked: mon,tue,wed,thu,fri", applyWeekdays,
                shownWeekdays},
        Setting{"company.holidays", "FIELDBOOK_HOLIDAYS",
                "Weekdays that are not worked (YYYY-MM-DD, separated by commas)",
                applyDates<&WorkCalendar::holidays>, shownDates<&WorkCalendar::holidays>},
        Setting{"company.worked_days", "FIELDBOOK_WORKED_DAYS",
                "Days that are worked though they are free otherwise",
                applyDates<&WorkCalendar::worked>, shownDates<&WorkCalendar::worked>},
        Setting{"people.execute_requests", "FIELDBOOK_EXECUTE_REQUESTS",
                "Account requests are carried out: on_approval, or by_administrator",
                applyExecution, shownExecution},
        Setting{"people.login_roles", "FIELDBOOK_LOGIN_ROLES",
                "Roles to whom the login rules apply, separated by commas; all; none",
                applyRoles<&Configuration::loginRoles>, shownRoles<&Configuration::loginRoles>},
        Setting{"second_factor.roles", "FIELDBOOK_SECOND_FACTOR_ROLES",
                "Roles that sign in with a second factor only, separated by commas; all; none",
                applyRoles<&Configuration::secondFactorRoles>,
                shownRoles<&Configuration::secondFactorRoles>},
        Setting{"oidc.issuer", "FIELDBOOK_OIDC_ISSUER",
                "Identity provider (OpenID Connect), as it names itself",
                assignText<&Configuration::oidcIssuer>, shown<&Configuration::oidcIssuer>},
        Setting{"oidc.client_id", "FIELDBOOK_OIDC_CLIENT_ID", "How it knows this server",
                assignText<&Configuration::oidcClientId>, shown<&Configuration::oidcClientId>},
        Setting{"oidc.client_secret_file", "FIELDBOOK_OIDC_CLIENT_SECRET_FILE",
                "File with the secret shared with it; without one the server is a public client",
                assignText<&Configuration::oidcClientSecretFile>,
                shown<&Configuration::oidcClientSecretFile>},
        Setting{"oidc.redirect_uri", "FIELDBOOK_OIDC_REDIRECT_URI",
                "Where it sends browsers back to: https://this-server/v1/oidc/return",
                assignText<&Configuration::oidcRedirectUri>,
                shown<&Configuration::oidcRedirectUri>},
        Setting{"oidc.scopes", "FIELDBOOK_OIDC_SCOPES", "What it is asked for",
                assignText<&Configuration::oidcScopes>, shown<&Configuration::oidcScopes>},
        Setting{"oidc.claim", "FIELDBOOK_OIDC_CLAIM", "The claim that holds the sign-in name",
                assignText<&Configuration::oidcClaim>, shown<&Configuration::oidcClaim>},
        Setting{"oidc.authorities", "FIELDBOOK_OIDC_AUTHORITIES",
                "Certificate authorities (PEM) trusted for it, in place of the system's",
                assignText<&Configuration::oidcAuthorities>,
                shown<&Configuration::oidcAuthorities>},
        Setting{"oidc.name", "FIELDBOOK_OIDC_NAME", "What people call the company's account",
                assignText<&Configuration::oidcName>, shown<&Configuration::oidcName>},
        Setting{"ldap.url", "FIELDBOOK_LDAP_URL",
                "LDAP directory that has the passwords: ldaps://host or ldap://host",
                assignText<&Configuration::ldapUrl>, shown<&Configuration::ldapUrl>},
        Setting{"ldap.start_tls", "FIELDBOOK_LDAP_START_TLS", "With ldap://: true or false",
                applySwitch<&Configuration::ldapStartTls>,
                shownSwitch<&Configuration::ldapStartTls>},
        Setting{"ldap.authorities", "FIELDBOOK_LDAP_AUTHORITIES",
                "Certificate authorities (PEM) trusted for it, in place of the system's",
                assignText<&Configuration::ldapAuthorities>,
                shown<&Configuration::ldapAuthorities>},
        Setting{"ldap.dn_template", "FIELDBOOK_LDAP_DN_TEMPLATE",
                "Name of a person's entry: uid={login},ou=people,dc=example,dc=com",
                assignText<&Configuration::ldapDnTemplate>, shown<&Configuration::ldapDnTemplate>},
        Setting{"ldap.base", "FIELDBOOK_LDAP_BASE", "Or: where a person's entry is searched for",
                assignText<&Configuration::ldapBase>, shown<&Configuration::ldapBase>},
        Setting{"ldap.filter", "FIELDBOOK_LDAP_FILTER", "... and by what",
                assignText<&Configuration::ldapFilter>, shown<&Configuration::ldapFilter>},
        Setting{"ldap.bind_dn", "FIELDBOOK_LDAP_BIND_DN", "... and as whom; nobody unless set",
                assignText<&Configuration::ldapBindDn>, shown<&Configuration::ldapBindDn>},
        Setting{"ldap.bind_password_file", "FIELDBOOK_LDAP_BIND_PASSWORD_FILE",
                "File with the password of that entry",
                assignText<&Configuration::ldapBindPasswordFile>,
                shown<&Configuration::ldapBindPasswordFile>},
        Setting{"app.oldest", "FIELDBOOK_APP_OLDEST",
                "Oldest version of the app that is served pulls; older ones only push",
                applyVersion, shown<&Configuration::oldestApp>},
        Setting{"log.level", "FIELDBOOK_LOG_LEVEL", "debug, info, warn or error", applyLogLevel,
                shown<&Configuration::logLevel>},
        Setting{"company.lease_days", "FIELDBOOK_LEASE_DAYS",
                "Days for which a tablet can be unlocked without contact",
                applyDays<&Configuration::leaseDuration>, shownDays<&Configuration::leaseDuration>},
        Setting{"company.country", "FIELDBOOK_COUNTRY",
                "Country of phone numbers typed without a country code", applyCountry,
                shown<&Configuration::defaultCountry>},
    };
    return settings;
}

std::vector<SettingInForce> settingsInForce(const LoadedConfiguration& loaded)
{
    std::vector<SettingInForce> all;
    for (const Setting& setting : allSettings()) {
        const auto origin = loaded.origins.find(setting.key);
        all.push_back({.key = setting.key,
                       .environment = setting.environment,
                       .value = setting.show(loaded.configuration),
                       .from = origin == loaded.origins.end() ? "built-in" : origin->second});
    }
    return all;
}

Result<LoadedConfiguration>
loadConfiguration(const std::optional<std::filesystem::path>& file,
                  const std::function<std::optional<std::string>(const std::string&)>& variable,
                  const std::map<std::string, std::string>& overrides)
{
    LoadedConfiguration loaded;
    const auto put = [&](std::string_view key, const std::string& text,
                         const char* origin) -> Result<void> {
        const Setting* setting = findSetting(key);
        if (setting == nullptr) {
            return fail(ErrorKind::Invalid, "config.unknown_key",
                        "there is no setting " + std::string{key} + " (from the " + origin + ")");
        }
        if (const auto wanted = setting->apply(loaded.configuration, text)) {
            return wrongValue(key, text, *wanted);
        }
        loaded.origins[std::string{key}] = origin;
        return {};
    };
    if (file) {
        const auto values = readFile(*file);
        if (!values) {
            return fail(values.error());
        }
        for (const auto& [key, text] : *values) {
            if (auto done = put(key, text, "file"); !done) {
                return fail(done.error());
            }
        }
    }
    for (const Setting& setting : allSettings()) {
        const auto text = variable(std::string{setting.environment});
        if (!text) {
            continue;
        }
        if (auto done = put(setting.key, *text, "environment"); !done) {
            return fail(done.error());
        }
    }
    for (const auto& [key, text] : overrides) {
        if (auto done = put(key, text, "command line"); !done) {
            return fail(done.error());
        }
    }
    const Configuration& result = loaded.configuration;
    if (result.passwordCharactersMin < passwordAloneMin &&
        result.secondFactorRoles.size() < rules::allRoles().size()) {
        return fail(ErrorKind::Invalid, "config.passwords",
                    "passwords.characters_min is below 15, but second_factor.roles is not all");
    }
    if (result.certificate.empty() != result.certificateKey.empty()) {
        return fail(ErrorKind::Invalid, "config.certificate",
                    "server.certificate and server.certificate_key go together; only one is set");
    }
    if (auto safe = checkSignInSettings(result); !safe) {
        return fail(safe.error());
    }
    return loaded;
}

} // namespace fieldbook::server
