#include "server/identity/oidc_provider.h"

#include "server/identity/id_token.h"
#include "shared/base/encoding.h"
#include "shared/base/hash.h"

namespace fieldbook::server::identity {
namespace {

using nlohmann::json;

constexpr std::chrono::hours keptFor{1};
// Tokens with made-up keys must not make this server ask the provider without end.
constexpr std::chrono::minutes fetchWindow{1};
constexpr int fetchesInWindowMax = 20;

std::string textOf(const json& object, const char* name)
{
    const auto found = object.is_object() ? object.find(name) : object.end();
    return object.is_object() && found != object.end() && found->is_string()
               ? found->get<std::string>()
               : std::string{};
}

tl::unexpected<Error> unusable(std::string what)
{
    return fail(ErrorKind::Unavailable, "oidc.provider", std::move(what));
}

std::string challengeOf(const std::string& verifier) { return toBase64Url(sha256(verifier)); }

} // namespace

Result<json> OidcProvider::fetch(const std::string& url)
{
    const auto answer = web_.get(url);
    if (!answer) {
        return unusable(answer.error().detail);
    }
    auto document = json::parse(answer->body, nullptr, false);
    if (answer->status != 200 || !document.is_object()) {
        return unusable(url + " answers " + std::to_string(answer->status));
    }
    return document;
}

Result<OidcProvider::Known> OidcProvider::known(bool anew)
{
    const std::scoped_lock lock{mutex_};
    const Timestamp now = clock_.now();
    const bool isFresh = known_.document.is_object() && now < known_.at + keptFor;
    if (isFresh && !anew) {
        return known_;
    }
    if (now >= windowBegan_ + fetchWindow || now < windowBegan_) {
        windowBegan_ = now;
        fetchedInWindow_ = 0;
    }
    if (++fetchedInWindow_ > fetchesInWindowMax) {
        return unusable("asked too often");
    }
    std::string base = options_.issuer;
    while (base.ends_with('/')) {
        base.pop_back();
    }
    auto document = fetch(base + "/.well-known/openid-configuration");
    if (!document) {
        return fail(document.error());
    }
    if (textOf(*document, "issuer") != options_.issuer) {
        return unusable("it calls itself " + textOf(*document, "issuer"));
    }
    auto keys = fetch(textOf(*document, "jwks_uri"));
    if (!keys) {
        return fail(keys.error());
    }
    known_ = {std::move(*document), std::move(*keys), now};
    return known_;
}

Result<std::string> OidcProvider::addressFor(const OidcSecrets& secrets)
{
    const auto provider = known(false);
    if (!provider) {
        return fail(provider.error());
    }
    const auto endpoint = textOf(provider->document, "authorization_endpoint");
    if (endpoint.empty()) {
        return unusable("it has no authorization_endpoint");
    }
    return endpoint + (endpoint.find('?') == std::string::npos ? '?' : '&') +
           WebClient::formOf({{"response_type", "code"},
                              {"client_id", options_.clientId},
                              {"redirect_uri", options_.redirectUri},
                              {"scope", options_.scopes},
                              {"state", secrets.state},
                              {"nonce", secrets.nonce},
                              {"code_challenge", challengeOf(secrets.verifier)},
                              {"code_challenge_method", "S256"}});
}

Result<json> OidcProvider::claimsOf(const std::string& token, const OidcSecrets& secrets)
{
    auto provider = known(false);
    if (!provider) {
        return fail(provider.error());
    }
    auto key = keyFor(token, provider->keys);
    if (key.is_null()) {
        // The provider may have changed its keys.
        provider = known(true);
        if (!provider) {
            return fail(provider.error());
        }
        key = keyFor(token, provider->keys);
    }
    return verifyIdToken(
        token, key,
        {.issuer = options_.issuer, .clientId = options_.clientId, .nonce = secrets.nonce},
        clock_.now());
}

Result<std::string> OidcProvider::loginFor(const std::string& code, const OidcSecrets& secrets)
{
    const auto provider = known(false);
    if (!provider) {
        return fail(provider.error());
    }
    WebClient::Fields form{{"grant_type", "authorization_code"},
                           {"code", code},
                           {"redirect_uri", options_.redirectUri},
                           {"code_verifier", secrets.verifier}};
    const bool isPublic = options_.clientSecret.empty();
    if (isPublic) {
        form.emplace_back("client_id", options_.clientId);
    }
    // RFC 6749, section 2.3.1: both are encoded as in a form before they are put together.
    const auto encoded = [](const std::string& text) {
        return WebClient::formOf({{"x", text}}).substr(2);
    };
    const auto answer = web_.post(textOf(provider->document, "token_endpoint"), form,
                                  isPublic ? std::string{} : encoded(options_.clientId),
                                  isPublic ? std::string{} : encoded(options_.clientSecret));
    if (!answer) {
        return unusable(answer.error().detail);
    }
    const auto tokens = json::parse(answer->body, nullptr, false);
    const auto token = textOf(tokens, "id_token");
    if (answer->status != 200 || token.empty()) {
        return fail(ErrorKind::Unauthorised, "oidc.refused", textOf(tokens, "error"));
    }
    const auto claims = claimsOf(token, secrets);
    if (!claims) {
        return fail(claims.error());
    }
    auto login = textOf(*claims, options_.claim.c_str());
    const auto verified = claims->find("email_verified");
    const bool isUnverified =
        options_.claim == "email" && (verified == claims->end() || *verified != json(true));
    if (login.empty() || isUnverified) {
        return fail(ErrorKind::Forbidden, "oidc.claim", options_.claim);
    }
    return login;
}

} // namespace fieldbook::server::identity
