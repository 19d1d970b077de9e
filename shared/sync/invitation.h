#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fieldbook::sync {

// What somebody needs to enrol a tablet: a one-time code and where the server is. People type it as
// "K7QM-4TRD-9XWF@fieldbook.example:8443"; a picture of it (QR) begins with "fieldbook:", so that
// the tablet's own camera knows which app to open.
struct Invitation {
    std::string code;
    std::string server; // With its scheme; empty where the text named none.

    friend bool operator==(const Invitation&, const Invitation&) = default;
};

[[nodiscard]] std::string typedText(const Invitation& invitation);
[[nodiscard]] std::string linkText(const Invitation& invitation);
// Reads either, and a bare code. Where no scheme is named it is https. Nothing for anything else.
[[nodiscard]] std::optional<Invitation> parseInvitation(std::string_view text);

} // namespace fieldbook::sync
