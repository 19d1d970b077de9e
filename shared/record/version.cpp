#include "shared/record/version.h"

#include <charconv>

namespace fieldbook {

std::string Version::text() const
{
    return at.text() + '.' + std::to_string(device) + '.' + std::to_string(change);
}

std::optional<Version> Version::parse(std::string_view text)
{
    const std::size_t first = text.find('.');
    const std::size_t second = first == text.npos ? text.npos : text.find('.', first + 1);
    if (second == text.npos) {
        return std::nullopt;
    }
    const auto at = HybridTime::parse(text.substr(0, second));
    if (!at) {
        return std::nullopt;
    }
    Version version;
    version.at = *at;
    const char* end = text.data() + text.size();
    const auto [afterDevice, deviceError] =
        std::from_chars(text.data() + second + 1, end, version.device);
    if (deviceError != std::errc{} || afterDevice == end || *afterDevice != '.') {
        return std::nullopt;
    }
    const auto [afterChange, changeError] = std::from_chars(afterDevice + 1, end, version.change);
    if (changeError != std::errc{} || afterChange != end || version.device < 0 ||
        version.change < 0) {
        return std::nullopt;
    }
    return version;
}

} // namespace fieldbook
