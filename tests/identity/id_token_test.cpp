#include "server/identity/id_token.h"
#include "shared/base/encoding.h"
#include "tests/support/fake_clock.h"

#include <cjose/cjose.h>
#include <gtest/gtest.h>

namespace fieldbook::server::identity {
namespace {

using nlohmann::json;
using Key = std::unique_ptr<cjose_jwk_t, bool (*)(cjose_jwk_t*)>;

Key rsaKey()
{
    return {cjose_jwk_create_RSA_random(2048, nullptr, 0, nullptr), &cjose_jwk_release};
}

json publicPart(const Key& key, const char* kid)
{
    cjose_err error{};
    char* text = cjose_jwk_to_json(key.get(), false, &error);
    json parsed = json::parse(text);
    std::free(text);
    parsed["kid"] = kid;
    return parsed;
}

std::string sign(const Key& key, const char* algorithm, const char* kid, const json& claims)
{
    cjose_err error{};
    cjose_header_t* header = cjose_header_new(&error);
    EXPECT_TRUE(cjose_header_set(header, CJOSE_HDR_ALG, algorithm, &error));
    EXPECT_TRUE(cjose_header_set(header, CJOSE_HDR_KID, kid, &error));
    const auto text = claims.dump();
    cjose_jws_t* jws = cjose_jws_sign(
        key.get(), header, reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), &error);
    EXPECT_NE(jws, nullptr) << error.message;
    const char* token = nullptr;
    EXPECT_TRUE(cjose_jws_export(jws, &token, &error));
    std::string result{token};
    cjose_jws_release(jws);
    cjose_header_release(header);
    return result;
}

class IdToken : public ::testing::Test {
protected:
    testing::FakeClock clock;
    Key key = rsaKey();
    const json jwk = publicPart(key, "one");
    const IdTokenExpected expected{
        .issuer = "https://sso.example", .clientId = "fieldbook", .nonce = "once"};

    [[nodiscard]] json claims() const
    {
        const auto now = toMillis(clock.now()) / 1'000;
        return {{"iss", "https://sso.example"},
                {"aud", "fieldbook"},
                {"sub", "4711"},
                {"nonce", "once"},
                {"iat", now},
                {"exp", now + 300}};
    }
    // Why the token is not taken; empty if it is.
    [[nodiscard]] std::string against(const std::string& token) const
    {
        const auto verified = verifyIdToken(token, jwk, expected, clock.now());
        return verified ? "" : verified.error().detail;
    }
    [[nodiscard]] std::string with(const char* name, const json& value) const
    {
        auto altered = claims();
        value.is_null() ? void(altered.erase(name)) : void(altered[name] = value);
        return against(sign(key, "RS256", "one", altered));
    }
};

TEST_F(IdToken, GivesItsClaimsWhenAllIsRight)
{
    const auto token = sign(key, "RS256", "one", claims());

    const auto verified = verifyIdToken(token, jwk, expected, clock.now());

    ASSERT_TRUE(verified) << verified.error().detail;
    EXPECT_EQ((*verified)["sub"], "4711");
    EXPECT_EQ(against(sign(key, "PS256", "one", claims())), "");
}

TEST_F(IdToken, IsForThisServerFromThisProviderAndForThisSignIn)
{
    EXPECT_EQ(with("iss", "https://evil.example"), "iss");
    EXPECT_EQ(with("iss", nullptr), "iss");
    EXPECT_EQ(with("aud", "another"), "aud");
    EXPECT_EQ(with("aud", json::array({"another", "fieldbook"})), "aud"); // And no azp.
    EXPECT_EQ(with("aud", json::array({"fieldbook"})), "");
    EXPECT_EQ(with("aud", 7), "aud");
    EXPECT_EQ(with("nonce", "twice"), "nonce");
    EXPECT_EQ(with("nonce", nullptr), "nonce");
    EXPECT_EQ(with("sub", nullptr), "sub");
    auto shared = claims();
    shared["aud"] = json::array({"another", "fieldbook"});
    shared["azp"] = "fieldbook";
    EXPECT_EQ(against(sign(key, "RS256", "one", shared)), "");
}

TEST_F(IdToken, LivesForItsTime)
{
    const auto now = toMillis(clock.now()) / 1'000;

    EXPECT_EQ(with("exp", now - 61), "exp");
    EXPECT_EQ(with("exp", now - 59), "");
    EXPECT_EQ(with("exp", nullptr), "exp");
    EXPECT_EQ(with("exp", "later"), "exp");
    EXPECT_EQ(with("exp", 1e300), "exp");
    EXPECT_EQ(with("iat", now + 61), "iat");
    EXPECT_EQ(with("iat", nullptr), "iat");
}

TEST_F(IdToken, IsSignedByTheProvider)
{
    const auto other = rsaKey();
    auto token = sign(key, "RS256", "one", claims());

    EXPECT_EQ(against(sign(other, "RS256", "one", claims())), "signature");
    token[token.size() / 2] = token[token.size() / 2] == 'A' ? 'B' : 'A';
    EXPECT_NE(against(token), "");
    EXPECT_NE(against(token.substr(0, token.rfind('.') + 1)), "");
}

TEST_F(IdToken, IsNotTakenWithoutASignatureOrWithASharedSecret)
{
    const auto encoded = [](const json& part) { return toBase64Url(asBytes(part.dump())); };
    const auto body = encoded(claims());
    EXPECT_EQ(against(encoded({{"alg", "none"}}) + '.' + body + '.'), "alg");
    EXPECT_EQ(against(encoded({{"alg", "None"}, {"kid", "one"}}) + '.' + body + ".AAAA"), "alg");

    // The public key as if it were a secret.
    const auto text = jwk.dump();
    cjose_err error{};
    const Key secret{cjose_jwk_create_oct_spec(reinterpret_cast<const std::uint8_t*>(text.data()),
                                               text.size(), &error),
                     &cjose_jwk_release};
    EXPECT_EQ(against(sign(secret, "HS256", "one", claims())), "alg");
    EXPECT_EQ(against(""), "alg");
    EXPECT_EQ(against("a.b.c"), "alg");
    EXPECT_EQ(against(std::string(100'000, 'a')), "size");
}

TEST_F(IdToken, UsesAKeyForWhatItIsMeantFor)
{
    auto forAnother = jwk;
    forAnother["alg"] = "RS512";
    const auto token = sign(key, "RS256", "one", claims());

    EXPECT_EQ(verifyIdToken(token, forAnother, expected, clock.now()).error().detail, "key");
    EXPECT_EQ(verifyIdToken(token, nullptr, expected, clock.now()).error().detail, "key");
}

TEST_F(IdToken, FindsItsKeyInTheSet)
{
    const auto second = publicPart(rsaKey(), "two");
    const json set{{"keys", json::array({second, jwk})}};

    EXPECT_EQ(keyFor(sign(key, "RS256", "one", claims()), set), jwk);
    EXPECT_TRUE(keyFor(sign(key, "RS256", "three", claims()), set).is_null());
    auto encrypting = jwk;
    encrypting["use"] = "enc";
    EXPECT_TRUE(
        keyFor(sign(key, "RS256", "one", claims()), json{{"keys", json::array({encrypting})}})
            .is_null());
    EXPECT_TRUE(keyFor("nonsense", set).is_null());
    EXPECT_TRUE(keyFor(sign(key, "RS256", "one", claims()), json::object()).is_null());
}

} // namespace
} // namespace fieldbook::server::identity
