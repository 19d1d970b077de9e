#include "server/identity/web_client.h"

#include <curl/curl.h>

#include <memory>
#include <stdexcept>

namespace fieldbook::server::identity {
namespace {

constexpr long connectSecondsMax = 5;
constexpr long secondsMax = 10;
constexpr std::size_t bytesMax = std::size_t{1} << 20;

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

Handle newHandle()
{
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    Handle handle{curl_easy_init(), &curl_easy_cleanup};
    if (ready != CURLE_OK || !handle) {
        throw std::runtime_error{"libcurl cannot be used"};
    }
    return handle;
}

// Called by libcurl; less than it gave ends the transfer.
std::size_t take(const char* bytes, std::size_t one, std::size_t count, void* target)
{
    auto& body = *static_cast<std::string*>(target);
    if (body.size() + count > bytesMax) {
        return 0;
    }
    body.append(bytes, one * count);
    return one * count;
}

Result<WebAnswer>
perform(CURL* handle, const std::string& url, const std::filesystem::path& authorities)
{
    WebAnswer answer;
    curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "https,http");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, connectSecondsMax);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, secondsMax);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &take);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &answer.body);
    if (!authorities.empty()) {
        curl_easy_setopt(handle, CURLOPT_CAINFO, authorities.c_str());
    }
    if (const CURLcode code = curl_easy_perform(handle); code != CURLE_OK) {
        return fail(ErrorKind::Unavailable, "web.unreachable", curl_easy_strerror(code));
    }
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    answer.status = static_cast<int>(status);
    return answer;
}

} // namespace

std::string WebClient::formOf(const Fields& fields)
{
    const auto handle = newHandle();
    const auto escaped = [&](const std::string& text) {
        const std::unique_ptr<char, decltype(&curl_free)> made{
            curl_easy_escape(handle.get(), text.data(), static_cast<int>(text.size())), &curl_free};
        return std::string{made.get()};
    };
    std::string form;
    for (const auto& [name, value] : fields) {
        form += (form.empty() ? "" : "&") + escaped(name) + '=' + escaped(value);
    }
    return form;
}

Result<WebAnswer> WebClient::get(const std::string& url) const
{
    const auto handle = newHandle();
    return perform(handle.get(), url, authorities_);
}

Result<WebAnswer> WebClient::post(const std::string& url,
                                  const Fields& form,
                                  const std::string& user,
                                  const std::string& password) const
{
    const auto handle = newHandle();
    const auto body = formOf(form);
    curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
    curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, body.c_str());
    if (!user.empty()) {
        curl_easy_setopt(handle.get(), CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
        curl_easy_setopt(handle.get(), CURLOPT_USERNAME, user.c_str());
        curl_easy_setopt(handle.get(), CURLOPT_PASSWORD, password.c_str());
    }
    return perform(handle.get(), url, authorities_);
}

} // namespace fieldbook::server::identity
