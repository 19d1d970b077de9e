#include "server/identity/oidc_sign_ins.h"

#include "shared/base/random_token.h"

#include <algorithm>

namespace fieldbook::server::identity {
namespace {

constexpr std::size_t pendingMax = 10'000;
constexpr std::size_t returnBytesMax = 200;

std::string with(const std::string& address, const WebClient::Fields& fields)
{
    return address + (address.find('?') == std::string::npos ? '?' : '&') +
           WebClient::formOf(fields);
}

bool isPlainPath(std::string_view path)
{
    return std::ranges::all_of(path, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '/' || c == '-' || c == '_' || c == '.' || c == '#';
    });
}

} // namespace

bool isOwnReturn(std::string_view returnTo)
{
    if (returnTo.size() > returnBytesMax) {
        return false;
    }
    // Of this server; "//host" would be another's.
    if (returnTo.starts_with('/')) {
        return !returnTo.starts_with("//") && isPlainPath(returnTo);
    }
    for (const std::string_view loopback : {"http://127.0.0.1:", "http://[::1]:"}) {
        if (!returnTo.starts_with(loopback)) {
            continue;
        }
        auto rest = returnTo.substr(loopback.size());
        const auto slash = std::min(rest.find('/'), rest.size());
        const auto port = rest.substr(0, slash);
        const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
        return !port.empty() && port.size() <= 5 && std::ranges::all_of(port, isDigit) &&
               isPlainPath(rest.substr(slash));
    }
    return false;
}

OidcSignIns::OidcSignIns(OidcOptions options, const Clock& clock, Entropy& entropy)
    : provider_{std::move(options), clock}, clock_{clock}, entropy_{entropy}
{}

std::string OidcSignIns::newSecret()
{
    const std::scoped_lock lock{mutex_};
    return randomToken(entropy_);
}

void OidcSignIns::dropOld(Timestamp now)
{
    std::erase_if(pending_, [&](const auto& entry) { return entry.second.expiresAt <= now; });
}

Result<OidcSignIns::Begun> OidcSignIns::begin(const std::string& returnTo)
{
    if (!isOwnReturn(returnTo)) {
        return fail(ErrorKind::Invalid, "oidc.return_to");
    }
    OidcSecrets secrets{.state = newSecret(), .nonce = newSecret(), .verifier = newSecret()};
    auto address = provider_.addressFor(secrets);
    if (!address) {
        return fail(address.error());
    }
    auto ticket = newSecret();
    const Timestamp now = clock_.now();
    const std::scoped_lock lock{mutex_};
    dropOld(now);
    if (pending_.size() >= pendingMax) {
        return fail(ErrorKind::Unavailable, "server.busy", "too many sign-ins are under way");
    }
    pending_[tokenDigest(ticket)] = {
        .secrets = std::move(secrets), .returnTo = returnTo, .expiresAt = now + lifetime};
    return Begun{std::move(ticket), std::move(*address), lifetime};
}

Result<std::string>
OidcSignIns::returned(const std::string& state, const std::string& code, const std::string& error)
{
    Sha256Digest ticket{};
    OidcSecrets secrets;
    std::string returnTo;
    {
        const std::scoped_lock lock{mutex_};
        dropOld(clock_.now());
        const auto found = std::ranges::find_if(pending_, [&](const auto& entry) {
            return !state.empty() && entry.second.secrets.state == state;
        });
        if (found == pending_.end()) {
            return fail(ErrorKind::NotFound, "oidc.state");
        }
        ticket = found->first;
        returnTo = found->second.returnTo;
        // Once: a second answer to the same question is somebody else's.
        std::swap(secrets, found->second.secrets);
    }
    auto login = error.empty() && !code.empty()
                     ? provider_.loginFor(code, secrets)
                     : Result<std::string>{fail(ErrorKind::Unauthorised, "oidc.refused", error)};
    if (!login) {
        const std::scoped_lock lock{mutex_};
        pending_.erase(ticket);
        return with(returnTo, {{"error", login.error().code}});
    }
    const auto grant = newSecret();
    const std::scoped_lock lock{mutex_};
    const auto found = pending_.find(ticket);
    if (found == pending_.end()) {
        return fail(ErrorKind::NotFound, "oidc.state");
    }
    found->second.grant = tokenDigest(grant);
    found->second.login = std::move(*login);
    return with(returnTo, {{"grant", grant}});
}

Result<std::string> OidcSignIns::redeem(const std::string& ticket, const std::string& grant)
{
    const std::scoped_lock lock{mutex_};
    dropOld(clock_.now());
    const auto found = pending_.find(tokenDigest(ticket));
    if (found == pending_.end() || found->second.grant != tokenDigest(grant)) {
        return fail(ErrorKind::Unauthorised, "oidc.grant");
    }
    auto login = std::move(found->second.login);
    pending_.erase(found);
    return login;
}

} // namespace fieldbook::server::identity
