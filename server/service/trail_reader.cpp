#include "server/service/trail_reader.h"

#include "shared/rules/access.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view hidden = "***";

void hideFields(const rules::Actor& actor, const TypeSpec& type, ordered_json& fields)
{
    for (auto& [name, value] : fields.items()) {
        const auto index = type.indexOf(name);
        if (!index || rules::accessTo(actor.role, type.fields[*index]) < rules::FieldAccess::View ||
            type.fields[*index].personal == Personal::Sensitive) {
            value = hidden;
        }
    }
}

// What an entry says, as the role sees records. What is sensitive is not shown here at all.
std::string shownTo(const rules::Actor& actor, const std::string& header, std::string_view body)
{
    const auto head = ordered_json::parse(header, nullptr, false);
    auto shown = ordered_json::parse(body, nullptr, false);
    if (!head.is_object() || !shown.is_object()) {
        return {};
    }
    const bool dataOfRecords = shown.contains("fields") || shown.contains("change");
    if (dataOfRecords && !actor.seesUnassigned) {
        return {};
    }
    if (shown.contains("change")) {
        shown["change"] = hidden; // As it was sent, of whatever type.
    }
    const auto* type = findType(head.value("type", ""));
    for (const char* part : {"fields", "beside"}) {
        if (type != nullptr && shown.contains(part) && shown[part].is_object()) {
            hideFields(actor, *type, shown[part]);
        }
    }
    return shown.dump();
}

} // namespace

Result<std::vector<TrailReader::Entry>> TrailReader::search(const Caller& caller,
                                                            const TrailQuery& query)
{
    const auto actor = directory_.current()->actorFor(caller.user);
    if (!actor) {
        return fail(ErrorKind::Unauthorised, "session.ended");
    }
    if (auto allowed = rules::mayAudit(*actor); !allowed) {
        return fail(allowed.error());
    }
    std::vector<Entry> entries;
    store_.read()->searchTrail(query, [&](const TrailEntry& entry) {
        Entry shown{.number = entry.number,
                    .header = std::string{entry.header},
                    .body = {},
                    .erased = !entry.body};
        if (entry.body && !entry.body->empty()) {
            shown.body = shownTo(*actor, shown.header, *entry.body);
        }
        entries.push_back(std::move(shown));
        return true;
    });
    return entries;
}

} // namespace fieldbook::server
