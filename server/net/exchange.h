#pragma once

#include "server/net/asio.h"
#include "server/net/content_coding.h"
#include "server/net/http.h"
#include "server/net/router.h"

#include <memory>
#include <optional>

namespace fieldbook::server::net {

struct Core;

// Where the answer of a handler that runs elsewhere comes back to its session. Only touched on the
// session's strand, and destroyed before the io_context of that strand.
struct Exchange {
    explicit Exchange(const Strand& sessionStrand) : strand{sessionStrand}, wake{sessionStrand} {}

    Strand strand;
    Timer wake; // Cancelled when the response has come.
    std::optional<Response> response;
};

// A request with the route it belongs to and what its caller can read.
struct Work {
    const Route* route = nullptr;
    Request request;
    ContentCoding accepted = ContentCoding::Identity;
};

// Decodes the body, calls the synchronous handler, encodes the answer, all on this thread. What it
// throws becomes a 500.
[[nodiscard]] Response perform(const Core& core, Work work);

// Starts a handler that runs on a pool or answers later. A full pool answers 503 at once.
[[nodiscard]] std::shared_ptr<Exchange>
dispatch(const std::shared_ptr<Core>& core, const Strand& strand, Work work);

} // namespace fieldbook::server::net
