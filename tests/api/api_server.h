#pragma once

#include "server/app/application.h"
#include "tests/support/http_client.h"
#include "tests/support/temp_dir.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <optional>
#include <string>

namespace fieldbook::server {

// The whole server in this process over a small company: Zhao (executive) above the east team under
// Zhou and the south team under Chen; Ming sells in the east, Ana in the south. The password of
// all is "open sesame".
class ApiServer {
public:
    using Fields = testing::HttpClient::Fields;

    // There is no limit on the number of requests, unless the settings are changed so.
    explicit ApiServer(bool withTls = false,
                       const std::string& oldestApp = {},
                       Surroundings from = {},
                       const std::function<void(Configuration&)>& change = nullptr);

    [[nodiscard]] testing::HttpClient client() const;
    // Of the server itself (PEM); empty without TLS.
    [[nodiscard]] std::string certificate() const { return certificate_.value_or(""); }
    [[nodiscard]] Application& application() { return *application_; }
    // Gone, and back on the same port over the same store.
    void switchOff() { application_.reset(); }
    void switchOn();

    // What POST /v1/sessions answers, for the install of that number.
    [[nodiscard]] nlohmann::json signIn(const std::string& login, int install = 1);
    [[nodiscard]] static Fields bearer(const nlohmann::json& signedIn);
    // Everybody who is known by now can sign in.
    void givePasswords();
    [[nodiscard]] Sequence head();

    // Customers of Ming and Ana.
    [[nodiscard]] const Uuid& bakery() const { return bakery_; }
    [[nodiscard]] const Uuid& smithy() const { return smithy_; }

private:
    void makeCompany(Engine& engine);

    testing::TempDir folder_;
    Surroundings surroundings_;
    Configuration configuration_;
    Log log_{"error"};
    std::optional<std::string> certificate_;
    std::optional<Application> application_;
    Uuid bakery_;
    Uuid smithy_;
};

// The code of a problem document for that status; says what is wrong with one that is none.
[[nodiscard]] std::string problemCode(const testing::HttpReply& reply);

// A change that creates a customer for whoever sends it.
[[nodiscard]] std::string
customerChange(int number, const std::string& id, const std::string& name);
[[nodiscard]] std::string push(const nlohmann::json& signedIn, const std::string& changes);

} // namespace fieldbook::server
