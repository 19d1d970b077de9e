#include "server/net/responder.h"

#include "server/net/problem.h"

#include <atomic>

namespace fieldbook::server::net {

class Responder::Debt {
public:
    explicit Debt(std::function<void(Response)> deliver) : deliver_{std::move(deliver)} {}
    Debt(const Debt&) = delete;
    Debt& operator=(const Debt&) = delete;
    ~Debt() { pay(problemResponse(500, "server.failed", "The handler ended without an answer.")); }

    void pay(Response response)
    {
        if (!paid_.exchange(true))
            deliver_(std::move(response));
    }

private:
    std::function<void(Response)> deliver_;
    std::atomic<bool> paid_ = false;
};

Responder::Responder(std::function<void(Response)> deliver)
    : debt_{std::make_shared<Debt>(std::move(deliver))}
{}

void Responder::operator()(Response response) const { debt_->pay(std::move(response)); }

} // namespace fieldbook::server::net
