#include "server/console/console.h"

#include "server/net/content_coding.h"

#include <string>

namespace fieldbook::server::console {
namespace {

// A file with a digest in its name never changes.
constexpr std::string_view forEver = "public, max-age=31536000, immutable";
// What keeps its name is asked for again, and answered by 304 while it is the same.
constexpr std::string_view askAgain = "no-cache";

bool isKnownToCaller(const net::Request& request, std::string_view tag)
{
    auto known = request.header("If-None-Match").value_or("");
    return known == "*" || known.find(tag) != std::string_view::npos;
}

void takeBody(net::Response& response, const File& file, std::string_view acceptEncoding)
{
    if (!file.brotli.empty() && net::acceptsCoding(acceptEncoding, "br")) {
        response.body = file.brotli;
        response.headers.add("Content-Encoding", "br");
    } else if (!file.gzip.empty() && net::acceptsCoding(acceptEncoding, "gzip")) {
        response.body = file.gzip;
        response.headers.add("Content-Encoding", "gzip");
    } else {
        response.body = file.plain;
    }
}

net::Response serve(const File& file, const net::Request& request)
{
    net::Response response;
    response.compressible = false;
    response.headers.add("Content-Type", file.mediaType);
    response.headers.add("ETag", file.tag);
    response.headers.add("Vary", "Accept-Encoding");
    response.headers.add("Cache-Control", file.path.starts_with("/assets/") ? forEver : askAgain);
    if (file.path == "/") {
        response.headers.add("Content-Security-Policy", contentSecurityPolicy);
        response.headers.add("Cross-Origin-Opener-Policy", "same-origin");
    }
    if (isKnownToCaller(request, file.tag)) {
        response.status = 304;
        return response;
    }
    takeBody(response, file, request.header("Accept-Encoding").value_or(""));
    return response;
}

void add(net::Router& router, std::string_view pattern, const File& file)
{
    router.add(net::Method::Get, pattern, {},
               [&file](const net::Request& request) { return serve(file, request); });
}

} // namespace

void addConsole(net::Router& router)
{
    for (const File& file : files()) {
        add(router, file.path, file);
        if (file.path == "/") {
            add(router, "/app/{page*}", file);
        }
    }
}

} // namespace fieldbook::server::console
