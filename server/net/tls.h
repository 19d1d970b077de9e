#pragma once

#include "server/net/server.h"

#include <memory>

namespace boost::asio::ssl {
class context;
}

namespace fieldbook::server::net {

// TLS 1.2 and later with forward-secret authenticated ciphers and a ticket key of its own. Throws
// std::runtime_error when the certificate or the key cannot be read or do not belong together.
[[nodiscard]] std::shared_ptr<boost::asio::ssl::context> makeTlsContext(const TlsFiles& files);

} // namespace fieldbook::server::net
