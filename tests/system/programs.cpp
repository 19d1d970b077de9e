#include "tests/system/programs.h"

#include <csignal>
#include <stdexcept>

namespace fieldbook::testing {
namespace {

using nlohmann::json;

const std::string fieldbookd{std::string{FIELDBOOK_BIN} + "/fieldbookd"};
const std::string fieldbookTablet{std::string{FIELDBOOK_BIN} + "/fieldbook-tablet"};

// The PIN opens tablets; servers pass it over.
Environment with(const std::string& password)
{
    return {{"FIELDBOOK_PASSWORD", password}, {"FIELDBOOK_PIN", "482915"}};
}

} // namespace

Ended ServerProgram::command(Words words) const
{
    words.insert(words.begin(), {"--data", data_.string()});
    return run(fieldbookd, words, with(password_));
}

void ServerProgram::start(const Words& more)
{
    Words words{"--data", data_.string(), "serve", "--port", std::to_string(port_)};
    words.insert(words.end(), more.begin(), more.end());
    program_ = std::make_unique<Program>(fieldbookd, words);
    const auto line = program_->readLine();
    const auto colon = line ? line->rfind(':') : std::string::npos;
    if (colon == std::string::npos) {
        throw std::runtime_error{"the server did not start: " + program_->restOfErrors()};
    }
    port_ = static_cast<std::uint16_t>(std::stoi(line->substr(colon + 1)));
}

void ServerProgram::kill()
{
    program_->signal(SIGKILL);
    program_->wait();
}

int ServerProgram::stop()
{
    program_->signal(SIGTERM);
    return program_->wait();
}

json ServerProgram::signIn(const std::string& login, int install) const
{
    const json body{{"login", login},
                    {"password", password_},
                    {"device",
                     {{"id", "01890000-0000-7000-8000-0000000000" + std::to_string(10 + install)},
                      {"name", "test"},
                      {"platform", "linux"},
                      {"app_version", "1"}}}};
    HttpClient client{port_};
    const auto reply = client.post("/v1/sessions", body.dump());
    if (reply.status / 100 != 2) {
        throw std::runtime_error{"signing in: " + reply.body};
    }
    return json::parse(reply.body);
}

std::vector<json> ServerProgram::records(const json& session, const std::string& type) const
{
    HttpClient client{port_};
    std::vector<json> all;
    std::string after;
    while (true) {
        const auto reply =
            client.get("/v1/records/" + type + "?limit=500" + after, bearer(session));
        const json body = json::parse(reply.body);
        for (const json& record : body.at("records")) {
            all.push_back(record);
        }
        if (!body.at("more").get<bool>()) {
            return all;
        }
        after = "&after=" + all.back().at("id").get<std::string>();
    }
}

HttpClient::Fields bearer(const json& session)
{
    return {{"Authorization", "Bearer " + session.at("token").get<std::string>()}};
}

Words TabletProgram::whole(Words words) const
{
    words.insert(words.begin(), {"--json", "--folder", folder_.string()});
    return words;
}

Ended TabletProgram::command(Words words) const
{
    return run(fieldbookTablet, whole(std::move(words)), with(password_));
}

json TabletProgram::ask(const Words& words) const
{
    const Ended ended = command(words);
    if (ended.code != 0) {
        throw std::runtime_error{login_ + ' ' + words.front() + ": " + ended.err};
    }
    return json::parse(ended.out);
}

void TabletProgram::signIn(const std::string& url) const
{
    static_cast<void>(ask({"--server", url, "sign-in", login_}));
}

void TabletProgram::sync() const { static_cast<void>(ask({"sync", "--wait", "60"})); }

std::unique_ptr<Program> TabletProgram::open() const
{
    return std::make_unique<Program>(fieldbookTablet, whole({"sync", "--commands"}),
                                     with(password_));
}

} // namespace fieldbook::testing
