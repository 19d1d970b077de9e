#include "tests/api/api_server.h"

#include "tests/support/certificate.h"

#include <gtest/gtest.h>

#include <fstream>

namespace fieldbook::server {
namespace {

constexpr std::string_view password = "open sesame";

rules::RecordWrite aCustomer(const Uuid& id, const Uuid& owner, const std::string& name)
{
    rules::RecordWrite write;
    write.type = &typeNamed("customer");
    write.id = id;
    write.create = true;
    write.set("name", name);
    write.set("kind", std::string{"organisation"});
    write.set("owner", owner);
    return write;
}

} // namespace

ApiServer::ApiServer(bool withTls,
                     const std::string& oldestApp,
                     Surroundings from,
                     const std::function<void(Configuration&)>& change)
    : surroundings_{std::move(from)}
{
    configuration_.data = folder_ / "data";
    configuration_.listenPort = 0;
    configuration_.fileBytesMax = 1'000'000;
    configuration_.oldestApp = oldestApp;
    configuration_.requestsPerAddressMax = 0;
    configuration_.requestsPerUserMax = 0;
    configuration_.secondFactorRoles = {};
    if (change) {
        change(configuration_);
    }
    if (withTls) {
        const auto made = testing::makeCertificate();
        certificate_ = made.certificate;
        configuration_.certificate = folder_ / "chain.pem";
        configuration_.certificateKey = folder_ / "key.pem";
        std::ofstream{configuration_.certificate} << made.certificate;
        std::ofstream{configuration_.certificateKey} << made.key;
    }
    switchOn();
    makeCompany(application_->engine());
}

void ApiServer::switchOn()
{
    auto held = DataFolder::hold(configuration_.data, DataFolder::Making::Allowed);
    application_.emplace(std::move(*held), LoadedConfiguration{configuration_, {}}, log_,
                         surroundings_);
    configuration_.listenPort = application_->port();
}

void ApiServer::makeCompany(Engine& engine)
{
    auto& people = engine.people;
    const auto text = [](const char* value) { return std::string{value}; };
    const auto team = [&](const char* name, const Uuid& parent) {
        FieldValues values{{"name", text(name)}};
        if (!parent.isNil()) {
            values.emplace_back("parent", parent);
        }
        return *people.createTeam({}, values);
    };
    const auto user = [&](const char* login, const Uuid& of, const char* role) {
        return *people.createUser({}, {{"name", text(login)},
                                       {"login", text(login)},
                                       {"team", of},
                                       {"role", text(role)},
                                       {"status", text("active")}});
    };
    const Uuid sales = team("sales", {});
    const Uuid east = team("east", sales);
    const Uuid south = team("south", sales);
    static_cast<void>(user("zhao", sales, "executive"));
    const Uuid zhou = user("zhou", east, "manager");
    const Uuid chen = user("chen", south, "manager");
    const Uuid ming = user("ming", east, "salesperson");
    const Uuid ana = user("ana", south, "salesperson");
    EXPECT_TRUE(people.alter({}, "team", east, {{"manager", zhou}}));
    EXPECT_TRUE(people.alter({}, "team", south, {{"manager", chen}}));
    UuidSource ids{engine.clock, engine.entropy};
    bakery_ = ids.next();
    smithy_ = ids.next();
    const auto done = engine.commits.run([&](Commit& commit) -> Result<void> {
        const std::vector<ServerChange> changes{aCustomer(bakery_, ming, "Bakery"),
                                                aCustomer(smithy_, ana, "Smithy")};
        const auto applied = engine.changes.applyGroup(commit, rules::Actor{}, changes);
        return applied ? Result<void>{} : fail(applied.error());
    });
    EXPECT_TRUE(done) << (done ? "" : done.error().code);
    givePasswords();
}

void ApiServer::givePasswords()
{
    auto& engine = application_->engine();
    const std::string hash = hashPassword(password, argon2Least);
    const auto done = engine.commits.run([&](Commit& commit) -> Result<void> {
        for (const auto& [id, person] : commit.directory().people()) {
            commit.writer().setPasswordHash(id, hash, engine.clock.now());
        }
        return {};
    });
    EXPECT_TRUE(done);
}

testing::HttpClient ApiServer::client() const
{
    return testing::HttpClient{application_->port(), certificate_};
}

nlohmann::json ApiServer::signIn(const std::string& login, int install)
{
    const nlohmann::json body{
        {"login", login},
        {"password", password},
        {"device",
         {{"id", "01890000-0000-7000-8000-0000000000" + std::to_string(10 + install)},
          {"name", "test"},
          {"platform", "linux"},
          {"app_version", "1"}}}};
    const auto reply = client().post("/v1/sessions", body.dump());
    EXPECT_EQ(reply.status, 200) << reply.body;
    return nlohmann::json::parse(reply.body, nullptr, false);
}

ApiServer::Fields ApiServer::bearer(const nlohmann::json& signedIn)
{
    return {{"Authorization", "Bearer " + signedIn.value("token", std::string{})}};
}

Sequence ApiServer::head() { return application_->engine().store.read()->head(); }

std::string problemCode(const testing::HttpReply& reply)
{
    EXPECT_EQ(reply.find("Content-Type"), "application/problem+json") << reply.body;
    const auto document = nlohmann::json::parse(reply.body, nullptr, false);
    if (!document.is_object()) {
        return "no problem document: " + reply.body;
    }
    EXPECT_EQ(document["status"], reply.status);
    EXPECT_TRUE(document.contains("title") && document.contains("detail"));
    return document["code"];
}

std::string customerChange(int number, const std::string& id, const std::string& name)
{
    const nlohmann::json change{
        {"n", number},
        {"at", std::to_string(toMillis(SystemClock{}.now())) + ".0"},
        {"create",
         {{"type", "customer"}, {"id", id}, {"f", {{"name", name}, {"kind", "organisation"}}}}}};
    return change.dump();
}

std::string push(const nlohmann::json& signedIn, const std::string& changes)
{
    return "{\"device\":" + signedIn["device"].dump() + ",\"received\":0,\"changes\":[" + changes +
           "]}";
}

} // namespace fieldbook::server
