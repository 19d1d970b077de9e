#include "shared/rules/acts/open_work.h"

#include "shared/rules/stages.h"

#include <vector>

namespace fieldbook::rules {

std::span<const std::string_view> openStages()
{
    static const std::vector<std::string_view> codes = [] {
        std::vector<std::string_view> open;
        for (const Stage& stage : pipeline()) {
            if (stage.kind == Stage::Kind::Open) {
                open.push_back(stage.code);
            }
        }
        return open;
    }();
    return codes;
}

} // namespace fieldbook::rules
