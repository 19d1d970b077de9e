#include "server/import/told_findings.h"

#include "shared/base/utf8.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace fieldbook::server::import {
namespace {

constexpr std::size_t detailBytesMax = 200;

} // namespace

std::vector<Finding> toldOf(std::span<const Finding> findings, std::size_t most)
{
    std::vector<Finding> told{findings.begin(), findings.end()};
    const auto where = [](const Finding& each) {
        return std::tie(each.line, each.code, each.column);
    };
    std::ranges::sort(told, [&](const Finding& one, const Finding& other) {
        return one.severity == other.severity ? where(one) < where(other)
                                              : one.severity == Severity::Error;
    });
    told.resize(std::min(told.size(), most));
    std::ranges::sort(told, std::less{}, where);
    return told;
}

void shorten(Finding& finding, const ImportOrder& order)
{
    // Of the key all columns are told.
    const bool isOfKey = finding.code == "import.key_twice";
    const bool isSensitive = std::ranges::any_of(order.fields, [&](const FieldOrder& each) {
        const auto field = order.type->indexOf(each.field);
        const bool isMeant =
            each.column == finding.column || each.field == finding.column ||
            (isOfKey && std::ranges::find(order.key, each.column) != order.key.end());
        return isMeant && field && order.type->fields[*field].personal == Personal::Sensitive;
    });
    finding.detail =
        isSensitive ? std::string{} : std::string{utf8Prefix(finding.detail, detailBytesMax)};
}

} // namespace fieldbook::server::import
