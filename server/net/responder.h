#pragma once

#include "server/net/http.h"

#include <functional>
#include <memory>

namespace fieldbook::server::net {

// The one answer an asynchronous handler owes. Copyable and callable from any thread, also after
// the connection has gone. The first call counts; later ones do nothing. When the last copy dies
// unanswered the caller gets a 500, so a request never hangs on a forgotten path.
class Responder {
public:
    // deliver is called once, on the thread that answers.
    explicit Responder(std::function<void(Response)> deliver);

    void operator()(Response response) const;

private:
    class Debt;

    std::shared_ptr<Debt> debt_;
};

} // namespace fieldbook::server::net
