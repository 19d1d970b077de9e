#include "shared/rules/acts/act.h"

// Sensitive fields are shown on request only, and each request is a change like any other: it is
// recorded offline too, and ends in the trail. It writes nothing.
namespace fieldbook::rules {
namespace {

Result<Writes> view(const ActCase& act)
{
    const auto* fields = std::get_if<TextSet>(&act.arguments.get("fields"));
    if (fields == nullptr || fields->empty()) {
        return fail(ErrorKind::Invalid, "act.arguments", "fields");
    }
    if (auto allowed = mayReveal(act.actor().role, act.record.type(), *fields); !allowed) {
        return fail(allowed.error());
    }
    return Writes{};
}

} // namespace

std::vector<ActDeclaration> viewActs()
{
    std::vector<ActDeclaration> acts;
    for (const std::string_view name : {"contact.view", "customer.view"}) {
        acts.push_back({name,
                        {"Show sensitive fields", "查看敏感信息"},
                        ActAccess::Seer,
                        {textSet("fields").required()},
                        view});
    }
    return acts;
}

} // namespace fieldbook::rules
