#pragma once

#include "tests/sim/trace.h"
#include "tests/support/seeded_entropy.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace fieldbook::sim {

using testing::SeededEntropy;

// A request as a tablet sends it, without HTTP around it.
struct Request {
    std::string path; // "/v1/pull"
    std::string query; // The cursor of a pull; the offset of a piece of a file.
    std::string token;
    std::string body;
};

// Where uploads begin; they go on below, at a path of their own.
inline constexpr std::string_view filesPath{"/v1/files"};

struct Answer {
    int status = 0; // 0: none came.
    std::string body;
    milliseconds retryAfter{0};
    [[nodiscard]] bool succeeded() const { return status >= 200 && status < 300; }
};

// What the road does to messages, in percent.
struct Weather {
    unsigned lost = 0; // Without a word: only a time limit tells.
    unsigned broken = 0; // The connection fails, which the sender notices.
    unsigned repeated = 0;
    unsigned proxy = 0; // Something between answers by itself.
    milliseconds delayMax{200};
    unsigned late = 0; // Takes up to lateMax instead.
    milliseconds lateMax{120'000};
};

// Gone when the program that awaits something has gone; then nobody takes the answer.
using Life = std::weak_ptr<const int>;

// Carries requests to the server and answers back, by the weather.
class Network {
public:
    using Server = std::function<Answer(const Request&)>;
    using Taker = std::function<void(const Answer&)>;

    Network(Agenda& agenda, Trace& trace, SeededEntropy& dice, Server server)
        : agenda_{agenda}, trace_{trace}, dice_{dice}, server_{std::move(server)}
    {}

    void setWeather(const Weather& weather) { weather_ = weather; }
    [[nodiscard]] const Weather& weather() const { return weather_; }

    // `taker` is called at most once, and not at all once `life` is over.
    void send(Request request, Life life, Taker taker);
    // One way, and lost like anything else.
    void tell(Life life, std::function<void()> what);
    [[nodiscard]] milliseconds delay();

private:
    struct Exchange;
    void deliver(const std::shared_ptr<Exchange>& exchange);
    void answer(const std::shared_ptr<Exchange>& exchange, Answer answer);

    Agenda& agenda_;
    Trace& trace_;
    SeededEntropy& dice_;
    Server server_;
    Weather weather_;
};

} // namespace fieldbook::sim
