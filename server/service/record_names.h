#pragma once

#include "server/store/store.h"
#include "shared/rules/access.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace fieldbook::server {

// What records are called that an answer names, as far as the caller sees them. For one answer;
// `view` and `names` outlive it.
class RecordNames {
public:
    RecordNames(StoreView& view, const rules::Actor& actor, std::map<Uuid, std::string>& names)
        : view_{view}, role_{actor.role}, visible_{rules::subscriptionsOf(actor)}, names_{names}
    {}

    // Each once, also what has no name or is not the caller's to see.
    void learn(const Uuid& id);
    // These fields out of a document, as a JSON object; what they refer to is learned.
    [[nodiscard]] std::string fieldsOf(const nlohmann::json& document,
                                       const TypeSpec& type,
                                       std::span<const std::size_t> fields);

private:
    StoreView& view_;
    rules::Role role_;
    std::vector<FeedName> visible_;
    std::map<Uuid, std::string>& names_;
    std::set<Uuid> asked_;
};

} // namespace fieldbook::server
