#include "tests/sim/network.h"

#include <utility>

namespace fieldbook::sim {

struct Network::Exchange {
    Request request;
    Life life;
    Taker taker;
    bool answered = false;
};

milliseconds Network::delay()
{
    const bool late = dice_.chance(weather_.late);
    if (late) {
        trace_.count("messages late");
    }
    const auto max = late ? weather_.lateMax : weather_.delayMax;
    return milliseconds{
        1 + static_cast<std::int64_t>(dice_.below(static_cast<std::uint64_t>(max.count())))};
}

void Network::send(Request request, Life life, Taker taker)
{
    trace_.count("messages", 2);
    const auto exchange =
        std::make_shared<Exchange>(Exchange{std::move(request), std::move(life), std::move(taker)});
    if (dice_.chance(weather_.broken)) {
        trace_.count("messages broken");
        return agenda_.after(delay(), [this, exchange] { answer(exchange, {}); });
    }
    if (dice_.chance(weather_.proxy)) {
        trace_.count("answers of a proxy");
        return agenda_.after(delay(), [this, exchange] {
            answer(exchange, {.status = 502, .body = "<html>Bad Gateway</html>"});
        });
    }
    if (dice_.chance(weather_.repeated)) {
        trace_.count("messages repeated");
        agenda_.after(delay() + delay(), [this, exchange] { deliver(exchange); });
    }
    if (dice_.chance(weather_.lost)) {
        trace_.count("messages lost");
        return;
    }
    agenda_.after(delay(), [this, exchange] { deliver(exchange); });
}

void Network::deliver(const std::shared_ptr<Exchange>& exchange)
{
    Answer given = server_(exchange->request);
    if (dice_.chance(weather_.lost)) {
        trace_.count("messages lost");
        return;
    }
    agenda_.after(delay(), [this, exchange, given = std::move(given)] { answer(exchange, given); });
}

void Network::answer(const std::shared_ptr<Exchange>& exchange, Answer answer)
{
    if (exchange->life.expired() || std::exchange(exchange->answered, true)) {
        return;
    }
    exchange->taker(answer);
}

void Network::tell(Life life, std::function<void()> what)
{
    if (dice_.chance(weather_.lost)) {
        trace_.count("messages lost");
        return;
    }
    agenda_.after(delay(), [life = std::move(life), what = std::move(what)] {
        if (!life.expired()) {
            what();
        }
    });
}

} // namespace fieldbook::sim
