#include "server/identity/oidc_sign_ins.h"
#include "shared/base/uuid.h"
#include "tests/support/seeded_entropy.h"
#include "tests/system/program.h"

#include <curl/curl.h>
#include <gtest/gtest.h>

#include <memory>
#include <regex>
#include <string>

namespace fieldbook::server::identity {
namespace {

constexpr const char* redirectUri = "http://127.0.0.1:4711/v1/oidc/return";
constexpr const char* returnTo = "http://127.0.0.1:4712/";

std::string queryValue(const std::string& address, const std::string& name)
{
    std::smatch found;
    const std::regex pattern{"[?&]" + name + "=([^&#]*)"};
    return std::regex_search(address, found, pattern) ? found[1].str() : std::string{};
}

// The browser of somebody who signs in at the provider's pages: keeps cookies, follows where it is
// sent, and stops where it is sent out of the provider.
class Browser {
public:
    explicit Browser(std::string issuer) : issuer_{std::move(issuer)}
    {
        curl_easy_setopt(curl_.get(), CURLOPT_COOKIEFILE, "");
        curl_easy_setopt(
            curl_.get(), CURLOPT_WRITEFUNCTION,
            +[](const char* bytes, std::size_t one, std::size_t count, void* target) {
                static_cast<std::string*>(target)->append(bytes, one * count);
                return one * count;
            });
        curl_easy_setopt(curl_.get(), CURLOPT_WRITEDATA, &body_);
        curl_easy_setopt(curl_.get(), CURLOPT_TIMEOUT, 20L);
    }

    // Where the provider sends it in the end.
    [[nodiscard]] std::string signIn(std::string address, const std::string& login)
    {
        constexpr int stepsMax = 20;
        std::string form;
        for (int step = 0; step < stepsMax; ++step) {
            if (!address.starts_with(issuer_)) {
                return address;
            }
            const auto next = ask(address, form);
            form.clear();
            if (!next.empty()) {
                address = next;
                continue;
            }
            // A page: the first asks who it is, the second whether that is fine.
            form = body_.find("name=\"login\"") != std::string::npos
                       ? "prompt=login&login=" + login + "&password=any"
                       : "prompt=consent";
            std::smatch action;
            const std::regex pattern{"action=\"([^\"]*)\""};
            if (!std::regex_search(body_, action, pattern)) {
                return "a page without a form: " + body_;
            }
            address = action[1].str();
        }
        return "no end";
    }

private:
    std::string ask(const std::string& address, const std::string& form)
    {
        body_.clear();
        curl_easy_setopt(curl_.get(), CURLOPT_URL, address.c_str());
        if (form.empty()) {
            curl_easy_setopt(curl_.get(), CURLOPT_HTTPGET, 1L);
        } else {
            curl_easy_setopt(curl_.get(), CURLOPT_COPYPOSTFIELDS, form.c_str());
        }
        EXPECT_EQ(curl_easy_perform(curl_.get()), CURLE_OK) << address;
        char* next = nullptr;
        curl_easy_getinfo(curl_.get(), CURLINFO_REDIRECT_URL, &next);
        return next == nullptr ? std::string{} : std::string{next};
    }

    std::string issuer_;
    std::string body_;
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl_{curl_easy_init(), &curl_easy_cleanup};
};

class Oidc : public ::testing::Test {
protected:
    SystemClock clock;
    testing::SeededEntropy entropy{1};
    std::unique_ptr<testing::Program> provider;
    std::string port = "0";

    void SetUp() override { start(); }

    void start()
    {
        provider.reset();
        provider = std::make_unique<testing::Program>(
            FIELDBOOK_NODE, testing::Words{FIELDBOOK_PROVIDER, redirectUri, port});
        const auto line = provider->readLine();
        ASSERT_TRUE(line && line->starts_with("listening ")) << provider->restOfErrors();
        port = line->substr(10);
    }
    [[nodiscard]] std::string issuer() const { return "http://127.0.0.1:" + port; }
    [[nodiscard]] OidcOptions options() const
    {
        return {.issuer = issuer(),
                .clientId = "fieldbook",
                .clientSecret = "a secret that the two share",
                .redirectUri = redirectUri};
    }
    // Where the browser is sent in the end, once the server has taken what it brought back.
    [[nodiscard]] std::string
    broughtHome(OidcSignIns& signIns, const std::string& address, const std::string& login)
    {
        Browser browser{issuer()};
        const auto back = browser.signIn(address, login);
        EXPECT_TRUE(back.starts_with(redirectUri)) << back;
        const auto next = signIns.returned(queryValue(back, "state"), queryValue(back, "code"), {});
        return next ? *next : next.error().code;
    }
    [[nodiscard]] static std::string codeOf(const auto& result)
    {
        return result ? "fine" : result.error().code;
    }
};

TEST_F(Oidc, GivesTheSignInNameForTicketAndGrantOnce)
{
    OidcSignIns signIns{options(), clock, entropy};
    const auto begun = signIns.begin(returnTo);
    ASSERT_TRUE(begun) << begun.error().detail;

    const auto home = broughtHome(signIns, begun->address, "lin");

    ASSERT_TRUE(home.starts_with(std::string{returnTo} + "?grant=")) << home;
    const auto grant = queryValue(home, "grant");
    EXPECT_EQ(codeOf(signIns.redeem(begun->ticket, "guess")), "oidc.grant");
    EXPECT_EQ(codeOf(signIns.redeem("guess", grant)), "oidc.grant");
    const auto login = signIns.redeem(begun->ticket, grant);
    ASSERT_TRUE(login) << login.error().code;
    EXPECT_EQ(*login, "lin");
    EXPECT_EQ(codeOf(signIns.redeem(begun->ticket, grant)), "oidc.grant");
}

TEST_F(Oidc, TakesEachReturnOnceAndOnlyItsOwn)
{
    OidcSignIns signIns{options(), clock, entropy};
    const auto begun = signIns.begin(returnTo);
    ASSERT_TRUE(begun);
    Browser browser{issuer()};
    const auto back = browser.signIn(begun->address, "lin");
    const auto state = queryValue(back, "state");
    const auto code = queryValue(back, "code");

    EXPECT_EQ(codeOf(signIns.returned("guess", code, {})), "oidc.state");
    EXPECT_EQ(codeOf(signIns.returned("", code, {})), "oidc.state");
    ASSERT_TRUE(signIns.returned(state, code, {}));
    EXPECT_EQ(codeOf(signIns.returned(state, code, {})), "oidc.state");
}

TEST_F(Oidc, ACodeOfAnotherSignInIsOfNoUse)
{
    OidcSignIns signIns{options(), clock, entropy};
    const auto first = signIns.begin(returnTo);
    const auto second = signIns.begin(returnTo);
    ASSERT_TRUE(first && second);
    Browser browser{issuer()};
    const auto stolen = queryValue(browser.signIn(first->address, "lin"), "code");

    // PKCE: the code was given for another verifier.
    const auto next = signIns.returned(queryValue(second->address, "state"), stolen, {});

    ASSERT_TRUE(next);
    EXPECT_EQ(queryValue(*next, "error"), "oidc.refused");
}

TEST_F(Oidc, SaysWhatTheProviderHasAgainstIt)
{
    OidcSignIns signIns{options(), clock, entropy};
    const auto begun = signIns.begin("/console/");
    ASSERT_TRUE(begun);

    const auto next = signIns.returned(queryValue(begun->address, "state"), {}, "access_denied");

    ASSERT_TRUE(next);
    EXPECT_EQ(*next, "/console/?error=oidc.refused");
}

TEST_F(Oidc, FollowsAProviderThatChangesItsKeys)
{
    OidcSignIns signIns{options(), clock, entropy};
    const auto before = signIns.begin(returnTo);
    ASSERT_TRUE(before);
    ASSERT_TRUE(broughtHome(signIns, before->address, "lin").find("grant=") != std::string::npos);

    start(); // On the same port, with another key.
    const auto after = signIns.begin(returnTo);
    ASSERT_TRUE(after);
    const auto home = broughtHome(signIns, after->address, "wang");

    EXPECT_NE(home.find("grant="), std::string::npos) << home;
    EXPECT_EQ(*signIns.redeem(after->ticket, queryValue(home, "grant")), "wang");
}

TEST_F(Oidc, TakesAnAddressForANameOnlyIfItIsVerified)
{
    auto byAddress = options();
    byAddress.claim = "email";
    OidcSignIns signIns{byAddress, clock, entropy};
    const auto sure = signIns.begin(returnTo);
    const auto unsure = signIns.begin(returnTo);
    ASSERT_TRUE(sure && unsure);

    const auto home = broughtHome(signIns, sure->address, "lin");
    EXPECT_EQ(*signIns.redeem(sure->ticket, queryValue(home, "grant")), "lin@example.com");
    EXPECT_EQ(queryValue(broughtHome(signIns, unsure->address, "unverified"), "error"),
              "oidc.claim");
}

TEST_F(Oidc, IsNotTakenInByAnotherProvider)
{
    auto elsewhere = options();
    elsewhere.issuer = "http://localhost:" + port; // Calls itself by its number.
    auto unknown = options();
    unknown.clientSecret = "a guess";
    auto gone = options();
    gone.issuer = "http://127.0.0.1:1";
    OidcSignIns guessing{unknown, clock, entropy};

    EXPECT_EQ(codeOf(OidcSignIns(elsewhere, clock, entropy).begin(returnTo)), "oidc.provider");
    EXPECT_EQ(codeOf(OidcSignIns(gone, clock, entropy).begin(returnTo)), "oidc.provider");
    const auto begun = guessing.begin(returnTo);
    ASSERT_TRUE(begun);
    EXPECT_EQ(queryValue(broughtHome(guessing, begun->address, "lin"), "error"), "oidc.refused");
}

TEST(OidcReturn, GoesToThisMachineOrThisServerOnly)
{
    for (const char* good : {"/console/", "/console/people", "http://127.0.0.1:1/",
                             "http://127.0.0.1:65535", "http://[::1]:4711/done"}) {
        EXPECT_TRUE(isOwnReturn(good)) << good;
    }
    for (const char* bad :
         {"", "//evil.example/", "/\\evil.example", "https://evil.example/", "http://127.0.0.1/",
          "http://127.0.0.1:x/", "http://127.0.0.1:1@evil.example/", "http://localhost:1/",
          "http://127.0.0.1:123456/", "javascript:alert(1)", "/console?x=\r\nSet-Cookie:a"}) {
        EXPECT_FALSE(isOwnReturn(bad)) << bad;
    }
}

} // namespace
} // namespace fieldbook::server::identity
