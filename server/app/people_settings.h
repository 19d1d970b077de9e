#pragma once

#include "server/app/configuration.h"

// How settings about people and the company's calendar are read from text and shown. Each apply
// function gives what the value should be when it is none.
namespace fieldbook::server {

[[nodiscard]] std::optional<std::string> parseRoles(std::vector<rules::Role>& target,
                                                    const std::string& text);
[[nodiscard]] std::string textOfRoles(const std::vector<rules::Role>& roles);

template <auto Member>
std::optional<std::string> applyRoles(Configuration& configuration, const std::string& text)
{
    return parseRoles(configuration.*Member, text);
}

template <auto Member>
std::string shownRoles(const Configuration& configuration)
{
    return textOfRoles(configuration.*Member);
}

[[nodiscard]] std::optional<std::string> parseDays(std::set<Date>& target, const std::string& text);
[[nodiscard]] std::string textOfDays(const std::set<Date>& days);

template <auto Member>
std::optional<std::string> applyDates(Configuration& configuration, const std::string& text)
{
    return parseDays(configuration.calendar.*Member, text);
}

template <auto Member>
std::string shownDates(const Configuration& configuration)
{
    return textOfDays(configuration.calendar.*Member);
}

[[nodiscard]] std::optional<std::string> applyWeekdays(Configuration& configuration,
                                                       const std::string& text);
[[nodiscard]] std::string shownWeekdays(const Configuration& configuration);
[[nodiscard]] std::optional<std::string> applyExecution(Configuration& configuration,
                                                        const std::string& text);
[[nodiscard]] std::string shownExecution(const Configuration& configuration);

template <auto Member>
std::optional<std::string> applySwitch(Configuration& configuration, const std::string& text)
{
    if (text != "true" && text != "false") {
        return "true or false";
    }
    configuration.*Member = text == "true";
    return std::nullopt;
}

template <auto Member>
std::string shownSwitch(const Configuration& configuration)
{
    return configuration.*Member ? "true" : "false";
}

// Whether what is said of the company's identity provider and directory is whole and safe. Codes
// `config.oidc`, `config.ldap`.
[[nodiscard]] Result<void> checkSignInSettings(const Configuration& configuration);

} // namespace fieldbook::server
