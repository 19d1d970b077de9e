#include "server/identity/ldap_directory.h"
#include "tests/support/certificate.h"
#include "tests/support/temp_dir.h"
#include "tests/system/program.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <memory>
#include <thread>
#include <unistd.h>

namespace fieldbook::server::identity {
namespace {

constexpr const char* slapd = "/usr/sbin/slapd";
constexpr const char* slapadd = "/usr/sbin/slapadd";

// A port that was free a moment ago.
int freePort()
{
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    EXPECT_EQ(::bind(listener, reinterpret_cast<sockaddr*>(&address), length), 0);
    EXPECT_EQ(::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &length), 0);
    ::close(listener);
    return ntohs(address.sin_port);
}

// Whether somebody listens there.
bool isOpen(int port)
{
    const int caller = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool open = ::connect(caller, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    ::close(caller);
    return open;
}

// Debian's slapd with three people, one of whom has an odd name.
class Ldap : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        folder_ = std::make_unique<testing::TempDir>();
        const auto& folder = *folder_;
        const auto certificate = testing::makeCertificate();
        write(folder / "certificate.pem", certificate.certificate);
        write(folder / "key.pem", certificate.key);
        write(folder / "other.pem", testing::makeCertificate().certificate);
        std::filesystem::create_directory(folder / "data");
        write(folder / "slapd.conf",
              "include /etc/ldap/schema/core.schema\ninclude /etc/ldap/schema/cosine.schema\n"
              "include /etc/ldap/schema/inetorgperson.schema\n"
              "modulepath /usr/lib/ldap\nmoduleload back_mdb\n"
              "pidfile " +
                  (folder / "pid").string() +
                  "\n"
                  "TLSCertificateFile " +
                  (folder / "certificate.pem").string() +
                  "\n"
                  "TLSCertificateKeyFile " +
                  (folder / "key.pem").string() +
                  "\n"
                  "database mdb\nsuffix dc=example,dc=com\nrootdn cn=admin,dc=example,dc=com\n"
                  "rootpw secret\ndirectory " +
                  (folder / "data").string() +
                  "\n"
                  "access to attrs=userPassword by anonymous auth by * none\n"
                  "access to * by dn.exact=\"uid=finder,dc=example,dc=com\" read by anonymous auth "
                  "by * none\n");
        write(folder / "people.ldif",
              "dn: dc=example,dc=com\nobjectClass: dcObject\nobjectClass: organization\ndc: "
              "example\no: Example\n\n"
              "dn: ou=people,dc=example,dc=com\nobjectClass: organizationalUnit\nou: people\n\n" +
                  person("uid=lin,ou=people", "lin", "correct horse") +
                  person("uid=wang,ou=people", "wang", "battery staple") +
                  person("uid=finder", "finder", "finds them all"));
        const auto added = testing::run(slapadd, {"-f", (folder / "slapd.conf").string(), "-l",
                                                  (folder / "people.ldif").string()});
        ASSERT_EQ(added.code, 0) << added.err;
        const int plain = freePort();
        const int secure = freePort();
        plain_ = "ldap://127.0.0.1:" + std::to_string(plain);
        secure_ = "ldaps://127.0.0.1:" + std::to_string(secure);
        start();
        // It says that it starts, and listens a moment later.
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{30};
        while (!(isOpen(plain) && isOpen(secure)) && std::chrono::steady_clock::now() < end) {
            std::this_thread::yield();
        }
        ASSERT_TRUE(isOpen(plain) && isOpen(secure)) << "slapd does not listen";
    }
    static void TearDownTestSuite()
    {
        server_.reset();
        folder_.reset();
    }

    static void start()
    {
        server_ = std::make_unique<testing::Program>(
            slapd, testing::Words{"-f", (*folder_ / "slapd.conf").string(), "-h",
                                  plain_ + "/ " + secure_ + "/", "-d", "256"});
        for (auto line = server_->readErrorLine();
             line && line->find("slapd starting") == std::string::npos;
             line = server_->readErrorLine()) {
        }
    }
    static void write(const std::filesystem::path& file, const std::string& text)
    {
        std::ofstream{file} << text;
    }
    static std::string
    person(const std::string& name, const std::string& login, const std::string& password)
    {
        return "dn: " + name + ",dc=example,dc=com\nobjectClass: inetOrgPerson\nuid: " + login +
               "\ncn: " + login + "\nsn: " + login + "\nuserPassword: " + password + "\n\n";
    }

    [[nodiscard]] static LdapOptions byName()
    {
        return {.url = secure_,
                .authorities = *folder_ / "certificate.pem",
                .dnTemplate = "uid={login},ou=people,dc=example,dc=com"};
    }
    [[nodiscard]] static LdapOptions bySearch()
    {
        return {.url = plain_,
                .authorities = *folder_ / "certificate.pem",
                .base = "dc=example,dc=com",
                .bindDn = "uid=finder,dc=example,dc=com",
                .bindPassword = "finds them all"};
    }
    [[nodiscard]] static std::string
    asked(const LdapOptions& options, const std::string& login, const std::string& password)
    {
        const auto answer = LdapDirectory{options}.check(login, password);
        return !answer ? answer.error().code : *answer ? "right" : "wrong";
    }

    static std::unique_ptr<testing::TempDir> folder_;
    static std::unique_ptr<testing::Program> server_;
    static std::string plain_;
    static std::string secure_;
};

std::unique_ptr<testing::TempDir> Ldap::folder_;
std::unique_ptr<testing::Program> Ldap::server_;
std::string Ldap::plain_;
std::string Ldap::secure_;

TEST_F(Ldap, KnowsPasswordsByTheNameOfTheEntry)
{
    EXPECT_EQ(asked(byName(), "lin", "correct horse"), "right");
    EXPECT_EQ(asked(byName(), "lin", "battery staple"), "wrong");
    EXPECT_EQ(asked(byName(), "nobody", "correct horse"), "wrong");
}

TEST_F(Ldap, KnowsPasswordsBySearchingOverStartTls)
{
    EXPECT_EQ(asked(bySearch(), "lin", "correct horse"), "right");
    EXPECT_EQ(asked(bySearch(), "lin", "wrong"), "wrong");
    EXPECT_EQ(asked(bySearch(), "nobody", "correct horse"), "wrong");
}

TEST_F(Ldap, TakesNoEmptyPasswordForARightOne)
{
    EXPECT_EQ(asked(byName(), "lin", ""), "wrong");
    EXPECT_EQ(asked(bySearch(), "lin", ""), "wrong");
    EXPECT_EQ(asked(bySearch(), "", "correct horse"), "wrong");
}

TEST_F(Ldap, ALoginIsAValueAndNothingElse)
{
    for (const char* login : {"*", "l*", "lin)(uid=*", "lin)(|(uid=*", "lin\\2a", "lin,ou=people",
                              "lin+cn=lin", "wang,ou=people,dc=example,dc=com,uid=lin"}) {
        EXPECT_EQ(asked(bySearch(), login, "correct horse"), "wrong") << login;
        EXPECT_EQ(asked(byName(), login, "correct horse"), "wrong") << login;
    }
    EXPECT_EQ(ldapFilterFor("(&(uid={login})(objectClass=person))", "a*(b)\\"),
              "(&(uid=a\\2A\\28b\\29\\5C)(objectClass=person))");
    EXPECT_EQ(ldapNameFor("uid={login},dc=example", "a,b+c=d"), "uid=a\\2Cb\\2Bc\\3Dd,dc=example");
    EXPECT_EQ(ldapNameFor("uid={login},dc=example", "lin"), "uid=lin,dc=example");
}

TEST_F(Ldap, SeveralEntriesAreNobody)
{
    auto options = bySearch();
    options.filter = "(|(uid={login})(uid=wang))";

    EXPECT_EQ(asked(options, "lin", "correct horse"), "wrong");
    EXPECT_EQ(asked(options, "wang", "battery staple"), "right");
}

TEST_F(Ldap, DoesNotTrustAnotherCertificate)
{
    auto options = byName();
    options.authorities = *folder_ / "other.pem";
    auto searching = bySearch();
    searching.authorities = *folder_ / "other.pem";

    EXPECT_EQ(asked(options, "lin", "correct horse"), "ldap.unavailable");
    EXPECT_EQ(asked(searching, "lin", "correct horse"), "ldap.unavailable");
}

TEST_F(Ldap, SaysWhenItCannotBeAsked)
{
    auto closed = byName();
    closed.url = "ldaps://127.0.0.1:" + std::to_string(freePort());
    auto stranger = bySearch();
    stranger.bindPassword = "does not find";

    EXPECT_EQ(asked(closed, "lin", "correct horse"), "ldap.unavailable");
    EXPECT_EQ(asked(stranger, "lin", "correct horse"), "ldap.unavailable");
}

TEST_F(Ldap, DoesNotWaitForADirectoryThatIsSilent)
{
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    ASSERT_EQ(::bind(listener, reinterpret_cast<sockaddr*>(&address), length), 0);
    ASSERT_EQ(::listen(listener, 1), 0);
    ASSERT_EQ(::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &length), 0);
    auto options = bySearch();
    options.url = "ldap://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
    options.timeout = std::chrono::seconds{1};

    EXPECT_EQ(asked(options, "lin", "correct horse"), "ldap.unavailable");
    ::close(listener);
}

} // namespace
} // namespace fieldbook::server::identity
