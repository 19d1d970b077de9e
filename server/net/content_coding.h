#pragma once

#include "server/net/http.h"
#include "shared/base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace fieldbook::server::net {

enum class ContentCoding { Identity, Gzip, Zstd };

// What to send to a caller with this Accept-Encoding: zstd, else gzip, else nothing.
[[nodiscard]] ContentCoding chooseCoding(std::string_view acceptEncoding);

// Whether a caller with this Accept-Encoding takes that coding, by its name.
[[nodiscard]] bool acceptsCoding(std::string_view acceptEncoding, std::string_view name);

// The coding named by a Content-Encoding; nothing for one that is not understood.
[[nodiscard]] std::optional<ContentCoding> codingFromName(std::string_view name);

// Compresses the body in place and names the coding, when that is allowed, worth it and smaller. A
// strong ETag is a promise about the bytes, so such a body is left alone; use a weak one.
void encodeBody(Response& response, ContentCoding coding, std::size_t bytesMin);

// The body before coding. Codes `http.body_malformed` and, beyond bytesMax,
// `http.body_too_large`; no more than bytesMax is ever held.
[[nodiscard]] Result<std::string>
decodeBody(std::string_view body, ContentCoding coding, std::size_t bytesMax);

} // namespace fieldbook::server::net
