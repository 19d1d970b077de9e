#pragma once

#include "server/net/connection.h"
#include "server/net/core.h"
#include "server/net/deadline.h"
#include "server/net/exchange.h"
#include "server/net/request_parser.h"
#include "server/net/sessions.h"
#include "server/net/websocket_link.h"

#include <boost/beast/core/flat_buffer.hpp>

#include <memory>
#include <optional>
#include <string>

namespace fieldbook::server::net {

// One connection from accept to close: one coroutine on the strand of its socket. It reads a
// request, has it answered, writes the answer, and only then looks at the next, so pipelined
// requests are answered in order.
class Session final : public Stoppable, public std::enable_shared_from_this<Session> {
public:
    // With the verdict Refuse it answers 503 to the first request and ends.
    Session(Core& core,
            std::unique_ptr<Connection> connection,
            const asio::ip::address& peer,
            std::string addressKey,
            Sessions::Verdict verdict);
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    ~Session() override;

    void start();
    void stop(bool softly) override;

private:
    enum class Read {
        Done,
        Refused, // refusal_ says why.
        Ended, // Nothing more to serve; part in good order.
        Gone, // The connection is broken or out of time.
    };
    enum class Next { Serve, Part, Drop, Upgrade };

    Task<void> run();
    Task<Next> serveOne();
    Task<Read> readHead();
    Task<Read> readBody();
    Task<Response> answer();
    Task<Next> send(Response response);
    Task<IoResult> write(asio::const_buffer head, asio::const_buffer body);
    Task<void> part();
    Task<void> serveWebSocket();

    void beginRequest();
    // Reads more into the buffer; false when the peer has gone or the deadline has passed.
    Task<bool> fill(std::size_t bytes);
    [[nodiscard]] Read refuse(Response response);
    [[nodiscard]] Read refuse(const Refusal& refusal);
    // Judges a whole head: finds the route or the reason why there is none.
    [[nodiscard]] std::optional<Response> examine();
    [[nodiscard]] std::optional<Response> findRoute(Request& request);
    [[nodiscard]] std::optional<Response> examineLength() const;
    [[nodiscard]] std::optional<Response> examineUpgrade();
    // Decides about the body of a request that is refused: read and forgotten, or left unread at
    // the price of the connection. True: read it.
    [[nodiscard]] bool discardsBody();
    [[nodiscard]] bool expectsContinue() const;
    [[nodiscard]] Response
    problem(int status, std::string_view code, std::string_view detail) const;
    [[nodiscard]] Read overdue();
    // Counts what has come of the body; false when all bodies together are too much.
    [[nodiscard]] bool chargeBody();
    void releaseBody();
    void takeRequestId();
    // Who asks, under which name, over what: from the connection, or from the proxy's word.
    [[nodiscard]] std::optional<Response> takeOrigin();
    [[nodiscard]] std::optional<Response> examineRate();
    void report(const Response& response, std::size_t bytesWritten);
    // How long so many bytes may take.
    [[nodiscard]] std::chrono::milliseconds transferTime(std::size_t bytes) const;

    Core& core_;
    std::unique_ptr<Connection> connection_;
    Strand strand_;
    const asio::ip::address peer_;
    const std::string addressKey_;
    const Sessions::Verdict verdict_;
    const std::string id_;
    std::string remoteAddress_; // The caller's, or its load balancer's until that says more.
    Deadline deadline_;

    boost::beast::flat_buffer buffer_;
    std::string out_;
    std::uint64_t requests_ = 0;
    bool idle_ = false; // Between two requests.
    bool stopping_ = false; // End after the request at hand.
    bool aborted_ = false;

    // Of the request at hand.
    std::optional<RequestParser> parser_;
    std::optional<Response> refusal_;
    const Route* route_ = nullptr;
    std::shared_ptr<Exchange> pending_;
    std::string webSocketKey_;
    std::shared_ptr<const Subscription> subscription_;
    std::shared_ptr<WebSocketLink> link_; // Once the connection is a WebSocket.
    SteadyTime begunAt_;
    std::size_t bytesRead_ = 0;
    std::size_t bodyCharged_ = 0;
    bool keepAlive_ = false;
    bool isHead_ = false;
    bool secure_ = false; // Over TLS, if need be as far as the load balancer.
    std::string requestId_;
    std::string target_;
    Method method_ = Method::Get;
};

} // namespace fieldbook::server::net
