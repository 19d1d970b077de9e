#include "server/app/people_settings.h"

#include "server/app/comma_list.h"

#include <algorithm>
#include <array>

namespace fieldbook::server {
namespace {

constexpr std::array<std::string_view, 7> weekdayNames{"mon", "tue", "wed", "thu",
                                                       "fri", "sat", "sun"};

// Tests and trials run on one machine, where nobody listens in.
bool isOnThisMachine(std::string_view url)
{
    const auto scheme = url.find("://");
    const auto host = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
    return host.starts_with("127.0.0.1:") || host.starts_with("[::1]:");
}

bool isSafe(std::string_view url, std::string_view scheme)
{
    return url.starts_with(scheme) || isOnThisMachine(url);
}

tl::unexpected<Error> wrong(std::string_view code, std::string what)
{
    return fail(ErrorKind::Invalid, code, std::move(what));
}

} // namespace

Result<void> checkSignInSettings(const Configuration& configuration)
{
    if (!configuration.oidcIssuer.empty()) {
        if (configuration.oidcClientId.empty() || configuration.oidcRedirectUri.empty()) {
            return wrong("config.oidc", "oidc.issuer needs oidc.client_id and oidc.redirect_uri");
        }
        if (!isSafe(configuration.oidcIssuer, "https://") ||
            !isSafe(configuration.oidcRedirectUri, "https://")) {
            return wrong("config.oidc", "oidc.issuer and oidc.redirect_uri begin with https://");
        }
    }
    if (!configuration.ldapUrl.empty()) {
        const auto& url = configuration.ldapUrl;
        const bool isPlain = url.starts_with("ldap://");
        if ((!isPlain && !url.starts_with("ldaps://")) ||
            (isPlain && !configuration.ldapStartTls && !isOnThisMachine(url))) {
            return wrong("config.ldap", "ldap.url is ldaps://, or ldap:// with ldap.start_tls");
        }
        const auto& text = configuration.ldapDnTemplate.empty() ? configuration.ldapFilter
                                                                : configuration.ldapDnTemplate;
        const bool isSearched = configuration.ldapDnTemplate.empty();
        if ((isSearched && configuration.ldapBase.empty()) ||
            text.find("{login}") == std::string::npos) {
            return wrong("config.ldap",
                         "ldap.dn_template, or ldap.base with ldap.filter, says {login} somewhere");
        }
    }
    return {};
}

std::optional<std::string> parseRoles(std::vector<rules::Role>& target, const std::string& text)
{
    std::vector<rules::Role> roles;
    const auto all = rules::allRoles();
    for (const auto& word : text == "none" ? std::vector<std::string>{} : wordsOf(text)) {
        const auto known = std::ranges::find(all, std::string_view{word}, &rules::RoleSpec::code);
        if (known == all.end() && word != "all") {
            return "roles such as administrator, separated by commas, or all, or none";
        }
        for (const auto& role : all) {
            if (word == "all" || role.code == word) {
                roles.push_back(role.role);
            }
        }
    }
    std::ranges::sort(roles);
    const auto repeated = std::ranges::unique(roles);
    roles.erase(repeated.begin(), repeated.end());
    target = std::move(roles);
    return std::nullopt;
}

std::string textOfRoles(const std::vector<rules::Role>& roles)
{
    if (roles.empty() || roles.size() == rules::allRoles().size()) {
        return roles.empty() ? "none" : "all";
    }
    std::string text;
    for (const auto role : roles) {
        appendWord(text, rules::specOf(role).code);
    }
    return text;
}

std::optional<std::string> parseDays(std::set<Date>& target, const std::string& text)
{
    std::set<Date> days;
    for (const auto& word : wordsOf(text)) {
        const auto day = parseIsoDate(word);
        if (!day) {
            return "days such as 2026-10-01, separated by commas";
        }
        days.insert(*day);
    }
    target = std::move(days);
    return std::nullopt;
}

std::string textOfDays(const std::set<Date>& days)
{
    std::string text;
    for (const Date day : days) {
        appendWord(text, toIsoDate(day));
    }
    return text;
}

std::optional<std::string> applyWeekdays(Configuration& configuration, const std::string& text)
{
    std::array<bool, 7> weekdays{};
    for (const auto& word : wordsOf(text)) {
        const auto* known = std::ranges::find(weekdayNames, std::string_view{word});
        if (known == weekdayNames.end()) {
            return "days of the week such as mon,tue,wed,thu,fri";
        }
        weekdays.at(static_cast<std::size_t>(known - weekdayNames.begin())) = true;
    }
    if (std::ranges::find(weekdays, true) == weekdays.end()) {
        return "days of the week such as mon,tue,wed,thu,fri";
    }
    configuration.calendar.weekdays = weekdays;
    return std::nullopt;
}

std::string shownWeekdays(const Configuration& configuration)
{
    std::string text;
    for (std::size_t i = 0; i < weekdayNames.size(); ++i) {
        if (configuration.calendar.weekdays.at(i)) {
            appendWord(text, weekdayNames.at(i));
        }
    }
    return text;
}

std::optional<std::string> applyExecution(Configuration& configuration, const std::string& text)
{
    if (text != "on_approval" && text != "by_administrator") {
        return "on_approval or by_administrator";
    }
    configuration.executesOnApproval = text == "on_approval";
    return std::nullopt;
}

std::string shownExecution(const Configuration& configuration)
{
    return configuration.executesOnApproval ? "on_approval" : "by_administrator";
}

} // namespace fieldbook::server
