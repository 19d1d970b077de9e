#pragma once

#include "shared/base/result.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace fieldbook::server::identity {

struct WebAnswer {
    int status = 0;
    std::string body;
};

// Small requests to another server, by libcurl: certificates are checked, redirections not
// followed, size and time are limited. Blocks; any thread.
class WebClient {
public:
    // A file of certificate authorities (PEM) in place of the system's, if it is not empty.
    explicit WebClient(std::filesystem::path authorities) : authorities_{std::move(authorities)} {}

    using Fields = std::vector<std::pair<std::string, std::string>>;
    // Code `web.unreachable` (no answer, or too much of one; the detail says what libcurl says).
    [[nodiscard]] Result<WebAnswer> get(const std::string& url) const;
    // Sends a form; with a user name, the credentials as well (RFC 7617).
    [[nodiscard]] Result<WebAnswer> post(const std::string& url,
                                         const Fields& form,
                                         const std::string& user = {},
                                         const std::string& password = {}) const;

    [[nodiscard]] static std::string formOf(const Fields& fields);

private:
    std::filesystem::path authorities_;
};

} // namespace fieldbook::server::identity
