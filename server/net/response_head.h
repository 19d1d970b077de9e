#pragma once

#include "server/net/http.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace fieldbook::server::net {

// What the session knows about an answer besides the response itself.
struct HeadFacts {
    std::string_view requestId;
    std::size_t bodySize = 0;
    bool keepAlive = true;
    bool http10 = false;
    bool secure = false; // The caller came over TLS.
};

// Appends the status line and fields: those of the response (but none that frames the message,
// which is the session's business), then what it left unsaid of the safe ones.
void appendHead(std::string& out, const Response& response, const HeadFacts& facts);

// 1xx, 204 and 304 have no body, whatever the response holds.
[[nodiscard]] constexpr bool mayHaveBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

} // namespace fieldbook::server::net
