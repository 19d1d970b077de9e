#include "server/service/qr_code.h"

#include <memory>
#include <qrencode.h>
#include <stdexcept>

namespace fieldbook::server {
namespace {

constexpr int quietModules = 4;

class Modules {
public:
    explicit Modules(std::string_view text)
        : code_{QRcode_encodeString8bit(std::string{text}.c_str(), 0, QR_ECLEVEL_M), &QRcode_free}
    {
        if (!code_) {
            throw std::runtime_error{"the text is too long for a QR code"};
        }
    }

    // With the quiet zone.
    [[nodiscard]] int size() const { return code_->width + 2 * quietModules; }
    [[nodiscard]] bool isDark(int x, int y) const
    {
        const int column = x - quietModules;
        const int row = y - quietModules;
        const bool inside = column >= 0 && row >= 0 && column < code_->width && row < code_->width;
        return inside && (code_->data[row * code_->width + column] & 1U) != 0;
    }

private:
    std::unique_ptr<QRcode, decltype(&QRcode_free)> code_;
};

} // namespace

std::string qrForTerminal(std::string_view text)
{
    constexpr std::string_view blackOnWhite = "\x1b[30;107m";
    constexpr std::string_view plain = "\x1b[0m";
    const Modules modules{text};
    std::string lines;
    for (int y = 0; y < modules.size(); y += 2) {
        lines += blackOnWhite;
        for (int x = 0; x < modules.size(); ++x) {
            const bool upper = modules.isDark(x, y);
            const bool lower = modules.isDark(x, y + 1);
            lines += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ");
        }
        lines += plain;
        lines += '\n';
    }
    return lines;
}

std::string qrAsSvg(std::string_view text)
{
    const Modules modules{text};
    const auto size = std::to_string(modules.size());
    std::string path;
    for (int y = 0; y < modules.size(); ++y) {
        for (int x = 0; x < modules.size(); ++x) {
            if (modules.isDark(x, y)) {
                path += 'M' + std::to_string(x) + ' ' + std::to_string(y) + "h1v1h-1z";
            }
        }
    }
    return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 )" + size + ' ' + size +
           R"(" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h)" + size + 'v' + size +
           "H0z\"/><path d=\"" + path + "\"/></svg>";
}

} // namespace fieldbook::server
