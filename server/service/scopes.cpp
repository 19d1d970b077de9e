#include "server/service/scopes.h"

#include <algorithm>
#include <array>

namespace fieldbook::server {
namespace {

constexpr std::array scopes{Scope::RecordsRead, Scope::RecordsWrite, Scope::FilesRead,
                            Scope::FilesWrite,  Scope::ReportsRead,  Scope::MetricsRead,
                            Scope::CalendarRead};

} // namespace

std::span<const Scope> allScopes() { return scopes; }

std::string_view nameOf(Scope scope)
{
    switch (scope) {
    case Scope::RecordsRead:
        return "records.read";
    case Scope::RecordsWrite:
        return "records.write";
    case Scope::FilesRead:
        return "files.read";
    case Scope::FilesWrite:
        return "files.write";
    case Scope::ReportsRead:
        return "reports.read";
    case Scope::MetricsRead:
        return "metrics.read";
    case Scope::CalendarRead:
        return "calendar.read";
    case Scope::None:
    case Scope::Any:
        break;
    }
    return {};
}

Result<ScopeSet> ScopeSet::parse(std::string_view text)
{
    ScopeSet set;
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        const auto found = std::ranges::find(scopes, word, nameOf);
        if (found == scopes.end()) {
            return fail(ErrorKind::Invalid, "key.scope", std::string{word});
        }
        set.add(*found);
    }
    return set.bits_ == 0 ? fail(ErrorKind::Invalid, "key.scope") : Result<ScopeSet>{set};
}

bool ScopeSet::opens(Scope scope) const
{
    if (scope == Scope::Any) {
        return (bits_ & ~bitOf(Scope::CalendarRead)) != 0;
    }
    return scope != Scope::None && (bits_ & bitOf(scope)) != 0;
}

std::string ScopeSet::text() const
{
    std::string text;
    for (const Scope scope : scopes) {
        if (opens(scope)) {
            text.append(text.empty() ? "" : " ").append(nameOf(scope));
        }
    }
    return text;
}

} // namespace fieldbook::server
