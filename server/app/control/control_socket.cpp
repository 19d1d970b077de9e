#include "server/app/control/control_socket.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <nlohmann/json.hpp>

#include <chrono>
#include <thread>
#include <utility>

namespace fieldbook::server {
namespace {

namespace asio = boost::asio;
using Local = asio::local::stream_protocol;
using IoError = boost::system::error_code;
using nlohmann::json;

constexpr std::size_t lineBytesMax = std::size_t{1} << 20;
constexpr std::size_t answerBytesMax = std::size_t{64} << 20;
// Whoever connects and says nothing must not keep the others waiting.
constexpr std::chrono::seconds silenceMax{10};

std::string toLine(const ControlAnswer& answer)
{
    return json{{"code", answer.code},
                {"out", answer.out},
                {"err", answer.err},
                {"refused", answer.refused}}
               .dump(-1, ' ', false, json::error_handler_t::replace) +
           '\n';
}

std::string toLine(const ControlRequest& request)
{
    return json{{"arguments", request.arguments},
                {"environment", request.environment},
                {"folder", request.folder.string()}}
               .dump(-1, ' ', false, json::error_handler_t::replace) +
           '\n';
}

std::optional<ControlRequest> readRequest(const std::string& line)
{
    const auto body = json::parse(line, nullptr, false);
    try {
        return ControlRequest{.arguments = body.at("arguments").get<std::vector<std::string>>(),
                              .environment =
                                  body.at("environment").get<std::map<std::string, std::string>>(),
                              .folder = body.at("folder").get<std::string>()};
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

std::optional<ControlAnswer> readAnswer(const std::string& line)
{
    const auto body = json::parse(line, nullptr, false);
    try {
        return ControlAnswer{.code = body.at("code").get<int>(),
                             .out = body.at("out").get<std::string>(),
                             .err = body.at("err").get<std::string>(),
                             .refused = body.at("refused").get<std::string>()};
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

// One command and its answer.
class Exchange : public std::enable_shared_from_this<Exchange> {
public:
    Exchange(Local::socket socket, const ControlSocket::Execute& execute)
        : socket_{std::move(socket)}, silence_{socket_.get_executor()}, execute_{execute}
    {}

    void start()
    {
        silence_.expires_after(silenceMax);
        silence_.async_wait([self = shared_from_this()](IoError error) {
            if (!error) {
                IoError ignored;
                self->socket_.close(ignored);
            }
        });
        asio::async_read_until(
            socket_, asio::dynamic_buffer(text_, lineBytesMax), '\n',
            [self = shared_from_this()](IoError error, std::size_t) { self->answer(error); });
    }

private:
    void answer(IoError error)
    {
        silence_.cancel();
        const auto request = error ? std::nullopt : readRequest(text_);
        if (!request) {
            return;
        }
        text_ = toLine(execute_(*request));
        asio::async_write(socket_, asio::buffer(text_),
                          [self = shared_from_this()](IoError, std::size_t) {});
    }

    Local::socket socket_;
    asio::steady_timer silence_;
    const ControlSocket::Execute& execute_;
    std::string text_;
};

} // namespace

class ControlSocket::Door {
public:
    Door(std::filesystem::path file, Execute execute)
        : file_{std::move(file)}, execute_{std::move(execute)}, acceptor_{context_}
    {
        // Left by a server that was killed; the folder is held, so no other listens there.
        std::filesystem::remove(file_);
        acceptor_.open();
        acceptor_.bind(Local::endpoint{file_.string()});
        std::filesystem::permissions(file_, std::filesystem::perms::owner_read |
                                                std::filesystem::perms::owner_write);
        acceptor_.listen();
        accept();
        thread_ = std::thread{[this] { context_.run(); }};
    }
    Door(const Door&) = delete;
    Door& operator=(const Door&) = delete;
    ~Door()
    {
        context_.stop();
        thread_.join();
        std::error_code ignored;
        std::filesystem::remove(file_, ignored);
    }

private:
    void accept()
    {
        acceptor_.async_accept([this](IoError error, Local::socket socket) {
            if (!error) {
                std::make_shared<Exchange>(std::move(socket), execute_)->start();
            }
            accept();
        });
    }

    std::filesystem::path file_;
    Execute execute_;
    asio::io_context context_{1};
    Local::acceptor acceptor_;
    std::thread thread_;
};

ControlSocket::ControlSocket(const std::filesystem::path& file, Execute execute)
    : door_{std::make_unique<Door>(file, std::move(execute))}
{}

ControlSocket::~ControlSocket() = default;

std::optional<ControlAnswer> askControl(const std::filesystem::path& file,
                                        const ControlRequest& request)
{
    asio::io_context context;
    Local::socket socket{context};
    IoError error;
    socket.connect(Local::endpoint{file.string()}, error);
    std::string text = toLine(request);
    if (!error) {
        asio::write(socket, asio::buffer(text), error);
    }
    text.clear();
    if (!error) {
        asio::read_until(socket, asio::dynamic_buffer(text, answerBytesMax), '\n', error);
    }
    return error ? std::nullopt : readAnswer(text);
}

} // namespace fieldbook::server
