#include "shared/base/hash.h"
#include "shared/rules/acts.h"
#include "shared/rules/board.h"
#include "tests/api/api_server.h"
#include "tests/api/endpoint_table.h"
#include "tests/support/fake_clock.h"
#include "tests/support/people.h"
#include "tests/support/seeded_entropy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

// Two worlds that differ only in what lies outside somebody's scope answer everything that this
// person asks with the same bytes. What differs of itself, such as a token, is found by asking a
// third world that is the first once more; all such places are named below.
namespace fieldbook::server {
namespace {

using nlohmann::json;
using testing::aRecord;
using testing::FakeClock;
using testing::idOf;
using testing::SeededEntropy;

// Random by nature; of each only the length may be compared.
const std::set<std::string> differsOfItself{"token",        "session", "cursor",   "request_id",
                                            "X-Request-Id", "Date",    "Location", "url"};

const std::string bytesOutside = "a picture at the smithy";

std::uint8_t numberOf(const TypeSpec& type)
{
    const auto types = allTypes();
    return static_cast<std::uint8_t>(std::ranges::find(types, &type) - types.begin());
}
// Of what is Ming's, and what is Ana's.
Uuid insideId(const TypeSpec& type)
{
    return idOf(static_cast<std::uint8_t>(100 + numberOf(type)));
}
Uuid outsideId(const TypeSpec& type)
{
    return idOf(static_cast<std::uint8_t>(150 + numberOf(type)));
}

class World {
public:
    World(std::uint64_t seed, bool crowded)
        : entropy_{std::make_shared<SeededEntropy>(7)}, server_{false, {}, {clock_, entropy_}}
    {
        *entropy_ = SeededEntropy{seed};
        crowded_ = crowded;
        clock_->advance(std::chrono::minutes{30});
        if (crowded_) {
            crowd();
        }
        clock_->advance(std::chrono::minutes{30});
        write(recordsOf("ming", insideId));
        clock_->advance(std::chrono::hours{1});
    }

    // What happens elsewhere, if anything does.
    void carryOn()
    {
        clock_->advance(std::chrono::minutes{1});
        if (crowded_) {
            edit("customer", "city", std::string{"Porto"});
            edit("contact", "notes", std::string{"moved"});
            edit("order", "deleted_at", Timestamp{clock_->now()});
        }
        clock_->advance(std::chrono::minutes{1});
    }

    void signIn(const std::string& login)
    {
        session = server_.signIn(login, 9);
        client_.emplace(server_.client());
        cursor.clear();
    }
    testing::HttpReply ask(const std::string& verb, std::string target, std::string body)
    {
        const auto put = [](std::string& text, std::string_view name, const std::string& value) {
            if (const auto at = text.find(name); at != std::string::npos) {
                text.replace(at, name.size(), value);
            }
        };
        put(target, "$CURSOR", cursor);
        put(body, "$DEVICE", session["device"].dump());
        put(target, "$EXPORT", exported_);
        auto reply = client_->request(verb, target, body, ApiServer::bearer(session));
        const auto answer = json::parse(reply.body, nullptr, false);
        if (answer.is_object() && answer.contains("cursor")) {
            cursor = answer["cursor"];
        }
        if (target == "/v1/exports" && reply.status == 201) {
            exported_ = answer["id"];
        }
        return reply;
    }
    json document() { return json::parse(server_.client().get("/openapi.json").body); }
    [[nodiscard]] std::string now() const { return std::to_string(toMillis(clock_->now())); }
    json session;
    std::string cursor;

private:
    Uuid userOf(const std::string& login)
    {
        return server_.application().engine().directory.current()->userByLogin(login)->id;
    }

    void write(const std::vector<ServerChange>& changes)
    {
        Engine& engine = server_.application().engine();
        const auto done = engine.commits.run([&](Commit& commit) -> Result<void> {
            const auto applied = engine.changes.applyGroup(commit, rules::Actor{}, changes);
            return applied ? Result<void>{} : fail(applied.error());
        });
        ASSERT_TRUE(done) << done.error().code << ' ' << done.error().detail;
    }
    void edit(std::string_view type, std::string_view field, Value value)
    {
        rules::RecordWrite write{&typeNamed(type), outsideId(typeNamed(type)), false, {}};
        write.set(field, std::move(value));
        this->write({write});
    }

    static Value valueFor(const FieldSpec& field)
    {
        switch (field.kind) {
        case FieldKind::Choice:
            return std::string{field.choices.front().code};
        case FieldKind::Boolean:
            return true;
        case FieldKind::Date:
            return Date{std::chrono::sys_days{std::chrono::days{20'600}}};
        case FieldKind::TextSet:
            return TextSet{"words"};
        case FieldKind::Integer:
        case FieldKind::BasisPoints:
            return std::int64_t{1};
        case FieldKind::Quantity:
            return std::int64_t{1'000};
        case FieldKind::Time:
            return Timestamp{std::chrono::milliseconds{1'778'000'000'000}};
        case FieldKind::Money:
            return Money::fromMinor(100, *Currency::parse("CNY"));
        default:
            return std::string{"words"};
        }
    }

    // One of each type that somebody owns, each hanging on the other. What the whole board knows of
    // a customer lies within the scope of both, so nobody has it outside.
    std::vector<ServerChange> recordsOf(const std::string& login, Uuid (*idFor)(const TypeSpec&))
    {
        std::vector<ServerChange> changes;
        for (const TypeSpec* type : allTypes()) {
            if (type->audience == Audience::Company ||
                (rules::isForBoard(*type) && idFor == outsideId)) {
                continue;
            }
            rules::RecordWrite write{type, idFor(*type), true, {}};
            for (std::size_t i = 0; i < type->fields.size(); ++i) {
                const auto& field = type->fields[i];
                if (field.isRequired && field.kind != FieldKind::Reference) {
                    write.set(i, valueFor(field));
                }
            }
            if (!type->ownerField.empty()) {
                write.set(type->ownerField, userOf(login));
            }
            if (!type->parentFields.empty()) {
                const auto parent = type->parentFields.front();
                write.set(parent, idFor(typeNamed(type->field(parent).refersTo)));
            }
            if (type->indexOf("currency")) {
                write.set("currency", std::string{"CNY"});
            }
            if (type->name == "order_line") {
                write.set("product", idOf(99));
            }
            if (type->name == "opportunity") {
                write.set("stage", std::string{"initial"});
            }
            if (type->name == "share") {
                // It goes on: the server ends what is over when its clock next looks, not ours.
                write.set("user", userOf("zhao"));
                write.set("until", Timestamp{clock_->now() + std::chrono::hours{24 * 30}});
            }
            if (type->name == "attachment") {
                write.set("sha256", toHex(sha256(asBytes(bytesOutside + login))));
            }
            changes.emplace_back(std::move(write));
        }
        return changes;
    }

    // Ana, of another team, has one of everything, was refused something and sent a file.
    void crowd()
    {
        write(recordsOf("ana", outsideId));
        edit("customer", "name", std::string{"Another name"});
        const auto ana = server_.signIn("ana", 1);
        auto client = server_.client();
        const auto bearer = ApiServer::bearer(ana);
        const json edit{{"n", 1},
                        {"at", now() + ".0"},
                        {"edit",
                         {{"type", "customer"},
                          {"id", idOf(98).text()},
                          {"f", {{"city", {{"from", "0.0.0.0"}, {"to", "Rome"}}}}}}}};
        EXPECT_EQ(client.post("/v1/push", push(ana, edit.dump()), bearer).status, 200);
        EXPECT_EQ(
            client.post("/v1/numbers", R"({"series":"order","count":50,"after":0})", bearer).status,
            200);
        FileService& files = server_.application().files();
        const Caller caller{.user = userOf("ana"), .device = 1, .deviceCode = {}, .session = 0};
        const std::string bytes = bytesOutside + "ana";
        const auto upload = files.begin(caller, toHex(sha256(asBytes(bytes))),
                                        static_cast<std::int64_t>(bytes.size()));
        ASSERT_TRUE(upload);
        EXPECT_TRUE(files.append(caller, upload->id, 0, asBytes(bytes)));
    }

    std::shared_ptr<FakeClock> clock_ = std::make_shared<FakeClock>();
    std::shared_ptr<SeededEntropy> entropy_;
    ApiServer server_;
    bool crowded_ = false;
    std::string exported_; // The last that was asked for.
    std::optional<testing::HttpClient> client_;
};

class TwoWorlds : public ::testing::TestWithParam<const char*> {
protected:
    World plain{1, false};
    World again{2, false};
    World crowded{3, true};

    void SetUp() override
    {
        for (World* world : {&plain, &again, &crowded}) {
            world->signIn(GetParam());
        }
        expectSame(plain.session, again.session, crowded.session, "signing in");
    }

    static void
    expectSame(const json& one, const json& same, const json& other, const std::string& place)
    {
        if (one == same && !differsOfItself.contains(place)) {
            EXPECT_EQ(one, other) << place;
            return;
        }
        ASSERT_EQ(one.type(), same.type()) << place;
        ASSERT_EQ(one.type(), other.type()) << place;
        if (one.is_object()) {
            ASSERT_EQ(one.size(), other.size()) << place;
            for (const auto& [name, value] : one.items()) {
                ASSERT_TRUE(other.contains(name)) << place << ' ' << name;
                expectSame(value, same[name], other[name], name);
            }
        } else if (one.is_array()) {
            ASSERT_EQ(one.size(), other.size()) << place;
            for (std::size_t i = 0; i < one.size(); ++i) {
                expectSame(one[i], same[i], other[i], place);
            }
        } else {
            EXPECT_TRUE(differsOfItself.contains(place)) << place << ": " << one << ' ' << same;
            EXPECT_EQ(one.dump().size(), other.dump().size()) << place;
        }
    }

    static json asJson(const testing::HttpReply& reply)
    {
        json headers = json::object();
        for (const auto& [name, value] : reply.headers) {
            headers[name] = headers.value(name, std::string{}) + value + '\n';
        }
        const auto body = json::parse(reply.body, nullptr, false);
        return {{"status", reply.status},
                {"headers", headers},
                {"body", body.is_discarded() ? json(reply.body) : body}};
    }

    void ask(const std::string& verb, const std::string& target, const std::string& body = {})
    {
        SCOPED_TRACE(verb + ' ' + target + ' ' + body.substr(0, 200));
        const auto one = plain.ask(verb, target, body);
        const auto same = again.ask(verb, target, body);
        const auto other = crowded.ask(verb, target, body);
        expectSame(asJson(one), asJson(same), asJson(other), "answer");
    }

    void askOfEveryRecord()
    {
        for (const TypeSpec* type : allTypes()) {
            const std::string place = "/v1/records/" + std::string{type->name};
            ask("GET", place + "?limit=500");
            for (const auto& id : {outsideId(*type), insideId(*type)}) {
                ask("GET", place + '/' + id.text());
                ask("POST", place + '/' + id.text() + "/history", "{}");
            }
        }
    }

    // All that can be tried on what is not there, in one push.
    void pushAtWhatIsOutside()
    {
        auto changes = json::array();
        const auto add = [&](const char* verb, json body) {
            changes.push_back(
                {{"n", changes.size() + 1}, {"at", plain.now() + ".0"}, {verb, std::move(body)}});
        };
        for (const TypeSpec* type : allTypes()) {
            if (type->audience == Audience::Company) {
                continue;
            }
            const std::string id = outsideId(*type).text();
            add("edit", {{"type", type->name},
                         {"id", id},
                         {"f", {{"deleted_at", {{"from", "0.0.0.0"}, {"to", nullptr}}}}}});
            if (!type->parentFields.empty()) {
                const auto parent = type->parentFields.front();
                const auto of = outsideId(typeNamed(type->field(parent).refersTo)).text();
                const auto made = idOf(static_cast<std::uint8_t>(200 + numberOf(*type))).text();
                add("create",
                    {{"type", type->name}, {"id", made}, {"f", {{std::string{parent}, of}}}});
                add("edit", {{"type", type->name},
                             {"id", insideId(*type).text()},
                             {"f",
                              {{std::string{parent},
                                {{"from", "0.0.0.0"}, {"to", of}, {"was", nullptr}}}}}});
            }
            for (const auto& act : rules::allActs()) {
                if (act.type == type->name) {
                    add("act", {{"name", act.name},
                                {"type", act.type},
                                {"id", id},
                                {"args", argumentsFor(act)}});
                }
            }
        }
        add("act", {{"name", "lead.convert"},
                    {"type", "lead"},
                    {"id", insideId(typeNamed("lead")).text()},
                    {"args", {{"existing_customer", outsideId(typeNamed("customer")).text()}}}});
        ask("POST", "/v1/push",
            R"({"device":$DEVICE,"received":0,"changes":)" + changes.dump() + '}');
    }

    static json argumentsFor(const rules::ActSpec& act)
    {
        json arguments = json::object();
        for (const auto& argument : act.arguments) {
            if (argument.isRequired) {
                arguments[std::string{argument.fieldName}] =
                    argument.kind == FieldKind::Reference ? json(idOf(97).text())
                    : argument.kind == FieldKind::TextSet ? json{"family"}
                    : argument.kind == FieldKind::Time    ? json("2026-06-01T00:00:00.000Z")
                    : argument.kind == FieldKind::Choice  ? json(argument.choices.front().code)
                                                          : json("words");
            }
        }
        return arguments;
    }
};

TEST_P(TwoWorlds, AnswerEveryRequestWithTheSameBytes)
{
    ask("GET", "/v1/pull");
    askOfEveryRecord();
    pushAtWhatIsOutside();
    ask("GET", "/v1/pull?cursor=$CURSOR");
    for (World* world : {&plain, &again, &crowded}) {
        world->carryOn();
    }
    ask("GET", "/v1/pull?cursor=$CURSOR");
    askOfEveryRecord();
    const auto sha = toHex(sha256(asBytes(bytesOutside + "ana")));
    ask("GET", "/v1/files/" + sha);
    ask("POST", "/v1/numbers", R"({"series":"order","count":50,"after":0})");

    // And every endpoint there is, with names that stand for nothing, or for something outside.
    const auto paths = plain.document()["paths"];
    for (const auto& [path, methods] : paths.items()) {
        for (const auto& [method, operation] : methods.items()) {
            const std::string name = operation["operationId"];
            // Counts are for who runs the server; a session is needed until the end.
            if (name == "metrics" || name == "signOut" || name == "live" || name == "signIn") {
                continue;
            }
            const auto* row = std::ranges::find(testing_table::endpointTable, name,
                                                &testing_table::EndpointRow::operation);
            ASSERT_NE(row, testing_table::endpointTable.end()) << name;
            std::string place = path;
            for (auto at = place.find('{'); at != std::string::npos; at = place.find('{')) {
                const auto end = place.find('}', at) + 1;
                const auto parameter = place.substr(at, end - at);
                place.replace(at, end - at,
                              parameter == "{type}"     ? "customer"
                              : parameter == "{sha256}" ? sha
                                                        : outsideId(typeNamed("customer")).text());
            }
            std::string verb = method;
            std::ranges::transform(verb, verb.begin(), ::toupper);
            ask(verb, place,
                operation.contains("requestBody") ? std::string{row->body} : std::string{});
        }
    }
    for (const TypeSpec* type : allTypes()) {
        ask("POST", "/v1/exports",
            json{{"format", "csv"},
                 {"reason", "a fair"},
                 {"key", insideId(*type).text()},
                 {"type", type->name}}
                .dump());
        ask("POST", "/v1/exports/$EXPORT/file", "{}");
    }
    ask("DELETE", "/v1/sessions/current");
    ask("GET", "/v1/me");
}

INSTANTIATE_TEST_SUITE_P(Of, TwoWorlds, ::testing::Values("ming", "zhou"), [](const auto& info) {
    return std::string{info.param} == "ming" ? "ASalesperson" : "AManager";
});

} // namespace
} // namespace fieldbook::server
