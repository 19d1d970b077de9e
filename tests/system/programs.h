#pragma once

#include "tests/support/http_client.h"
#include "tests/system/program.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace fieldbook::testing {

// Everybody's in the demonstration company.
inline const std::string demoPassword{"fieldbook"};

// fieldbookd on a data folder of its own: commands, and the running server. The port stays the
// same from start to start.
class ServerProgram {
public:
    explicit ServerProgram(std::filesystem::path data, std::string password = demoPassword)
        : data_{std::move(data)}, password_{std::move(password)}
    {}

    [[nodiscard]] Ended command(Words words) const;
    // Returns when it listens; throws with what it said when it does not.
    void start(const Words& more = {});
    void kill();
    // SIGTERM; returns the exit code.
    int stop();

    [[nodiscard]] Program& program() { return *program_; }
    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    // What POST /v1/sessions answers.
    [[nodiscard]] nlohmann::json signIn(const std::string& login, int install) const;
    // All records of a type that this session may see.
    [[nodiscard]] std::vector<nlohmann::json> records(const nlohmann::json& session,
                                                      const std::string& type) const;

private:
    std::filesystem::path data_;
    std::string password_;
    std::uint16_t port_ = 0;
    std::unique_ptr<Program> program_;
};

[[nodiscard]] HttpClient::Fields bearer(const nlohmann::json& session);

// fieldbook-tablet on a folder of its own, for one person.
class TabletProgram {
public:
    TabletProgram(std::filesystem::path folder,
                  std::string login,
                  std::string password = demoPassword)
        : folder_{std::move(folder)}, login_{std::move(login)}, password_{std::move(password)}
    {}

    [[nodiscard]] const std::string& login() const { return login_; }
    [[nodiscard]] Ended command(Words words) const;
    // The JSON that a command answers; throws when it fails.
    [[nodiscard]] nlohmann::json ask(const Words& words) const;
    void signIn(const std::string& url) const;
    void sync() const;
    // Goes on syncing and takes commands: "sync --commands".
    [[nodiscard]] std::unique_ptr<Program> open() const;

private:
    [[nodiscard]] Words whole(Words words) const;

    std::filesystem::path folder_;
    std::string login_;
    std::string password_;
};

} // namespace fieldbook::testing
