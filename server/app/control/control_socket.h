#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fieldbook::server {

// A command line for a running server, and what it needs of where it was typed.
struct ControlRequest {
    std::vector<std::string> arguments;
    std::map<std::string, std::string> environment;
    std::filesystem::path folder; // What relative paths are relative to.

    friend bool operator==(const ControlRequest&, const ControlRequest&) = default;
};

struct ControlAnswer {
    int code = 0; // Of the program.
    std::string out;
    std::string err;
    std::string refused; // The stable code of the refusal, if it was one.

    friend bool operator==(const ControlAnswer&, const ControlAnswer&) = default;
};

// Administration while the server runs: it has the store, so a command typed beside it hands its
// words over through a Unix socket in the data folder. Whoever may read and write that folder as
// the server's user may use it, nobody else. One JSON object a line each way; one command at a
// time, on a thread of its own.
class ControlSocket {
public:
    using Execute = std::function<ControlAnswer(const ControlRequest&)>;

    // Throws std::exception where no socket can be made.
    ControlSocket(const std::filesystem::path& file, Execute execute);
    ControlSocket(const ControlSocket&) = delete;
    ControlSocket& operator=(const ControlSocket&) = delete;
    // Lets a command that runs finish.
    ~ControlSocket();

private:
    class Door;
    std::unique_ptr<Door> door_;
};

// Nothing where no server listens, or it does not answer.
[[nodiscard]] std::optional<ControlAnswer> askControl(const std::filesystem::path& file,
                                                      const ControlRequest& request);

} // namespace fieldbook::server
