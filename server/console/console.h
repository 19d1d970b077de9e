#pragma once

#include "server/net/router.h"

#include <span>
#include <string_view>

// The managers' and IT's pages: files made of `web` by Vite, compressed, and part of the program
// (embed.mjs). What they show they ask of the REST API like anybody else.
namespace fieldbook::server::console {

struct File {
    std::string_view path; // "/assets/main-8f3a.js"; the page itself is "/".
    std::string_view mediaType;
    std::string_view tag; // ETag, with its quotes: a digest of the content.
    // Empty where it would not be smaller.
    std::string_view plain;
    std::string_view gzip;
    std::string_view brotli;
};

// All there are. Made by the build (embed.mjs).
[[nodiscard]] std::span<const File> files();

// Adds the routes of the files, and of the page under every address that it shows something at:
// "/" and "/app/...".
void addConsole(net::Router& router);

// What the page may do, whatever is written into it: nothing from elsewhere, nothing inline.
inline constexpr std::string_view contentSecurityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

} // namespace fieldbook::server::console
