#include "server/identity/id_token.h"

#include "shared/base/encoding.h"

#include <cjose/cjose.h>

#include <algorithm>
#include <array>
#include <memory>

namespace fieldbook::server::identity {
namespace {

using nlohmann::json;

// With keys that only the provider has.
constexpr std::array<std::string_view, 6> algorithms{"RS256", "RS384", "RS512",
                                                     "PS256", "ES256", "ES384"};
// Clocks of two servers are rarely further apart.
constexpr std::chrono::seconds leeway{60};
constexpr std::size_t tokenBytesMax = 16'384;

tl::unexpected<Error> wrong(std::string what)
{
    return fail(ErrorKind::Unauthorised, "oidc.token", std::move(what));
}

json headerOf(std::string_view token)
{
    const auto bytes = fromBase64Url(token.substr(0, token.find('.')));
    return bytes ? json::parse(asText(*bytes), nullptr, false) : json();
}

std::string textOf(const json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

// The payload, if the signature is that of the key.
Result<std::string> signedPayload(std::string_view token, const json& key)
{
    cjose_err error{};
    const auto text = key.dump();
    const std::unique_ptr<cjose_jwk_t, bool (*)(cjose_jwk_t*)> jwk{
        cjose_jwk_import(text.data(), text.size(), &error), &cjose_jwk_release};
    if (!jwk) {
        return wrong("the key cannot be read");
    }
    const std::unique_ptr<cjose_jws_t, void (*)(cjose_jws_t*)> jws{
        cjose_jws_import(token.data(), token.size(), &error), &cjose_jws_release};
    if (!jws) {
        return wrong("not a signed token");
    }
    if (!cjose_jws_verify(jws.get(), jwk.get(), &error)) {
        return wrong("signature");
    }
    std::uint8_t* bytes = nullptr; // Belongs to the token.
    std::size_t length = 0;
    if (!cjose_jws_get_plaintext(jws.get(), &bytes, &length, &error)) {
        return wrong("payload");
    }
    return std::string{asText({bytes, length})};
}

bool isFor(const json& claims, const std::string& clientId)
{
    const auto audience = claims.find("aud");
    if (audience == claims.end()) {
        return false;
    }
    if (audience->is_string()) {
        return *audience == clientId;
    }
    const bool named =
        audience->is_array() && std::ranges::find(*audience, json(clientId)) != audience->end();
    return named && (audience->size() == 1 || textOf(claims, "azp") == clientId);
}

std::optional<Timestamp> timeOf(const json& claims, const char* name)
{
    const auto found = claims.find(name);
    if (found == claims.end() || !found->is_number()) {
        return std::nullopt;
    }
    const auto seconds = found->get<double>();
    constexpr double secondsMax = 1e11; // Year 5138: what is beyond would overflow.
    return seconds >= 0 && seconds < secondsMax
               ? std::optional{fromMillis(static_cast<std::int64_t>(seconds * 1'000))}
               : std::nullopt;
}

Result<void> checkClaims(const json& claims, const IdTokenExpected& expected, Timestamp now)
{
    if (!claims.is_object()) {
        return wrong("claims");
    }
    if (textOf(claims, "iss") != expected.issuer) {
        return wrong("iss");
    }
    if (!isFor(claims, expected.clientId)) {
        return wrong("aud");
    }
    const auto expires = timeOf(claims, "exp");
    const auto issued = timeOf(claims, "iat");
    if (!expires || *expires + leeway < now) {
        return wrong("exp");
    }
    if (!issued || *issued - leeway > now) {
        return wrong("iat");
    }
    if (expected.nonce.empty() || textOf(claims, "nonce") != expected.nonce) {
        return wrong("nonce");
    }
    return textOf(claims, "sub").empty() ? wrong("sub") : Result<void>{};
}

} // namespace

json keyFor(std::string_view token, const json& keySet)
{
    const auto header = headerOf(token);
    const auto keys = keySet.find("keys");
    if (!header.is_object() || keys == keySet.end() || !keys->is_array()) {
        return nullptr;
    }
    const auto kid = textOf(header, "kid");
    for (const auto& key : *keys) {
        const bool signs = key.is_object() && textOf(key, "use") != "enc";
        if (signs && (kid.empty() ? keys->size() == 1 : textOf(key, "kid") == kid)) {
            return key;
        }
    }
    return nullptr;
}

Result<json> verifyIdToken(std::string_view token,
                           const json& key,
                           const IdTokenExpected& expected,
                           Timestamp now)
{
    if (token.size() > tokenBytesMax) {
        return wrong("size");
    }
    const auto header = headerOf(token);
    const auto algorithm = header.is_object() ? textOf(header, "alg") : std::string{};
    if (std::ranges::find(algorithms, std::string_view{algorithm}) == algorithms.end()) {
        return wrong("alg");
    }
    // A key that says what it is for is used for nothing else.
    if (!key.is_object() || (key.contains("alg") && textOf(key, "alg") != algorithm)) {
        return wrong("key");
    }
    const auto payload = signedPayload(token, key);
    if (!payload) {
        return fail(payload.error());
    }
    auto claims = json::parse(*payload, nullptr, false);
    if (auto good = checkClaims(claims, expected, now); !good) {
        return fail(good.error());
    }
    return claims;
}

} // namespace fieldbook::server::identity
