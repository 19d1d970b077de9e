#include "shared/sync/contact.h"
#include "tests/api/api_server.h"

#include <gtest/gtest.h>

namespace fieldbook::server {
namespace {

// Who asks: nobody, Ming's session, or a token that opens nothing.
enum class As { Nobody, Ming, Stranger };

struct Bad {
    const char* what;
    const char* method;
    std::string target;
    std::string body;
    As as;
    int status;
    const char* code;
    ApiServer::Fields headers = {};
};

const std::string tooLongLogin(20'000, 'a');
const std::string deep(3'000, '[');

std::vector<Bad> badRequests(const nlohmann::json& ming)
{
    const auto& number = ming["device"];
    const std::string device = R"("device":{"id":"01890000-0000-7000-8000-000000000099"})";
    return {
        {"a path that does not exist", "GET", "/v2/push", "", As::Ming, 404, "http.no_such_path"},
        {"a method that the path does not know", "PUT", "/v1/push", "{}", As::Ming, 405,
         "http.method_not_allowed"},
        {"no session", "GET", "/v1/pull", "", As::Nobody, 401, "auth.missing"},
        {"a token that opens nothing", "GET", "/v1/pull", "", As::Stranger, 401, "session.ended"},
        {"another scheme of authorisation",
         "GET",
         "/v1/me",
         "",
         As::Nobody,
         401,
         "auth.missing",
         {{"Authorization", "Basic bWluZzpvcGVu"}}},
        {"a sign-in that is no JSON", "POST", "/v1/sessions", "{", As::Nobody, 400,
         "body.malformed"},
        {"a sign-in that is a list", "POST", "/v1/sessions", "[]", As::Nobody, 400,
         "body.malformed"},
        {"a sign-in nested beyond reason", "POST", "/v1/sessions", deep, As::Nobody, 400,
         "body.malformed"},
        {"a sign-in with the wrong types", "POST", "/v1/sessions",
         R"({"login":1,"password":[],)" + device + "}", As::Nobody, 400, "body.malformed"},
        {"a sign-in without a device", "POST", "/v1/sessions",
         R"({"login":"ming","password":"open sesame"})", As::Nobody, 400, "body.malformed"},
        {"a sign-in from no device", "POST", "/v1/sessions",
         R"({"login":"ming","password":"open sesame","device":{"id":"1"}})", As::Nobody, 400,
         "body.malformed"},
        {"a sign-in that is too large", "POST", "/v1/sessions",
         R"({"login":")" + tooLongLogin + R"("})", As::Nobody, 413, "http.body_too_large"},
        {"a wrong password", "POST", "/v1/sessions",
         R"({"login":"ming","password":"guess",)" + device + "}", As::Nobody, 401,
         "session.wrong_credentials"},
        {"an unknown login", "POST", "/v1/sessions",
         R"({"login":"' OR 1=1 --","password":"guess",)" + device + "}", As::Nobody, 401,
         "session.wrong_credentials"},
        {"a second factor of the wrong types", "POST", "/v1/second-factor",
         R"({"login":["ming"],"password":true})", As::Nobody, 400, "body.malformed"},
        {"a second factor for who does not know the password", "POST", "/v1/second-factor",
         R"({"login":"ming","password":"guess"})", As::Nobody, 401, "session.wrong_credentials"},
        {"a second factor for nobody", "POST", "/v1/second-factor",
         R"({"login":"nobody","password":"guess"})", As::Nobody, 401, "session.wrong_credentials"},
        {"a confirmation without a code", "POST", "/v1/second-factor/confirmation",
         R"({"login":"ming","password":"open sesame"})", As::Nobody, 400, "body.malformed"},
        {"a confirmation of what was not begun", "POST", "/v1/second-factor/confirmation",
         R"({"login":"ming","password":"open sesame","code":"123456"})", As::Nobody, 409,
         "factor.not_begun"},
        {"taking away somebody's second factor", "DELETE",
         "/v1/users/01890000-0000-7000-8000-0000000000ff/second-factor", "", As::Ming, 403,
         "access.denied"},
        {"taking away the second factor of no id", "DELETE", "/v1/users/x/second-factor", "",
         As::Ming, 404, "factor.missing"},
        {"a company account that there is none of", "POST", "/v1/oidc/sign-ins",
         R"({"return_to":"/console/"})", As::Nobody, 404, "oidc.disabled"},
        {"a return from no provider", "GET", "/v1/oidc/return?state=x&code=y", "", As::Nobody, 404,
         "oidc.disabled"},
        {"a grant of no provider", "POST", "/v1/oidc/sessions",
         R"({"ticket":"a","grant":"b",)" + device + "}", As::Nobody, 404, "oidc.disabled"},
        {"a request about an account by who may not", "POST", "/v1/account-requests",
         R"({"kind":"open","reason":"x"})", As::Ming, 403, "access.denied"},
        {"a request of no kind", "POST", "/v1/account-requests",
         R"({"kind":"promote","reason":"x"})", As::Ming, 400, "request.kind"},
        {"a request whose wishes are none", "POST", "/v1/account-requests",
         R"({"kind":"open","reason":"x","wishes":[1]})", As::Ming, 400, "body.malformed"},
        {"a request whose wishes are numbers", "POST", "/v1/account-requests",
         R"({"kind":"open","reason":"x","wishes":{"name":1}})", As::Ming, 400, "body.malformed"},
        {"a request about no id", "POST", "/v1/account-requests",
         R"({"kind":"close","reason":"x","subject":"ming"})", As::Ming, 400, "body.malformed"},
        {"a request without a reason", "POST", "/v1/account-requests", R"({"kind":"open"})",
         As::Ming, 400, "body.malformed"},
        {"a decision about no request", "POST", "/v1/account-requests/x/decision",
         R"({"approve":true})", As::Ming, 404, "request.missing"},
        {"a decision that is none", "POST",
         "/v1/account-requests/01890000-0000-7000-8000-0000000000ff/decision",
         R"({"approve":"yes"})", As::Ming, 400, "body.malformed"},
        {"an execution of no request", "POST",
         "/v1/account-requests/01890000-0000-7000-8000-0000000000ff/execution", "{}", As::Ming, 404,
         "request.missing"},
        {"taking back no request", "DELETE",
         "/v1/account-requests/01890000-0000-7000-8000-0000000000ff", "", As::Ming, 404,
         "request.missing"},
        {"a handover of nobody's book", "POST", "/v1/handovers", "{}", As::Ming, 400,
         "body.malformed"},
        {"a handover of who does not exist", "POST", "/v1/handovers",
         R"({"from":"01890000-0000-7000-8000-0000000000ff"})", As::Ming, 404, "user.missing"},
        {"a handover to a name", "POST", "/v1/handovers",
         R"({"from":"01890000-0000-7000-8000-0000000000ff","to":"ming"})", As::Ming, 400,
         "body.malformed"},
        {"a handover in parts that are none", "POST", "/v1/handovers",
         R"({"from":"01890000-0000-7000-8000-0000000000ff","parts":[1]})", As::Ming, 400,
         "body.malformed"},
        {"a handover of customers to numbers", "POST", "/v1/handovers",
         R"({"from":"01890000-0000-7000-8000-0000000000ff","customers":{"x":1}})", As::Ming, 400,
         "body.malformed"},
        {"a handover for a reason without an end", "POST", "/v1/handovers",
         R"({"from":"01890000-0000-7000-8000-0000000000ff","reason":")" + std::string(3'000, 'a') +
             R"("})",
         As::Ming, 400, "body.malformed"},
        {"undoing no handover", "DELETE", "/v1/handovers/x", "", As::Ming, 404, "handover.missing"},
        {"handovers as nobody", "GET", "/v1/handovers", "", As::Nobody, 401, "auth.missing"},
        {"refused changes of no state", "GET", "/v1/refusals?state=lost", "", As::Ming, 400,
         "query.malformed"},
        {"a quarantine of nobody", "POST", "/v1/users/x/quarantine", R"({"release":true})",
         As::Ming, 404, "user.missing"},
        {"a quarantine decided by a word", "POST",
         "/v1/users/01890000-0000-7000-8000-0000000000ff/quarantine", R"({"release":"yes"})",
         As::Ming, 400, "body.malformed"},
        {"a verification of the trail by who may not read it", "POST", "/v1/trail/verification", "",
         As::Ming, 403, "access.manager_only"},
        {"the flow of the stages for somebody who manages nobody", "POST", "/v1/review/flow", "{}",
         As::Ming, 403, "access.manager_only"},
        {"the flow of a day that does not exist", "POST", "/v1/review/flow",
         R"({"from":"2026-02-30"})", As::Ming, 400, "query.malformed"},
        {"the flow against a day that is none", "POST", "/v1/review/flow",
         R"({"before":"yesterday"})", As::Ming, 400, "query.malformed"},
        {"the flow of what no filter is", "POST", "/v1/review/flow", R"({"where":7})", As::Ming,
         400, "query.malformed"},
        {"requests as nobody", "GET", "/v1/account-requests", "", As::Nobody, 401, "auth.missing"},
        {"attendance of no day", "GET", "/v1/people/compliance?from=yesterday", "", As::Ming, 400,
         "query.malformed"},
        {"attendance of a century", "GET", "/v1/people/compliance?from=1926-01-01", "", As::Ming,
         400, "attendance.period"},
        {"a note about no day", "POST", "/v1/people/compliance/notes",
         R"({"user":"01890000-0000-7000-8000-0000000000ff","day":"2026-02-30","text":"x"})",
         As::Ming, 400, "body.malformed"},
        {"a note about nobody", "POST", "/v1/people/compliance/notes",
         R"({"user":"01890000-0000-7000-8000-0000000000ff","day":"2026-02-03","text":"x"})",
         As::Ming, 404, "user.missing"},
        {"a new password that is no JSON", "PUT", "/v1/me/password", "[", As::Ming, 400,
         "body.malformed"},
        {"a new password of the wrong type", "PUT", "/v1/me/password",
         R"({"current":"open sesame","password":[1]})", As::Ming, 400, "body.malformed"},
        {"a new password by who does not know the old one", "PUT", "/v1/me/password",
         R"({"current":"guess","password":"a long way to the lake"})", As::Ming, 403,
         "password.wrong_current"},
        {"a new password by nobody", "PUT", "/v1/me/password",
         R"({"current":"open sesame","password":"a long way to the lake"})", As::Nobody, 401,
         "auth.missing"},
        {"a short password", "PUT", "/v1/me/password",
         R"({"current":"open sesame","password":"Tr0ub4dor&3"})", As::Ming, 400,
         "password.too_short"},
        {"a common password", "PUT", "/v1/me/password",
         R"({"current":"open sesame","password":"passwordpassword"})", As::Ming, 400,
         "password.common"},
        {"the name as a password", "PUT", "/v1/me/password",
         R"({"current":"open sesame","password":"ming ming ming ming"})", As::Ming, 400,
         "password.common"},
        {"the company as a password", "PUT", "/v1/me/password",
         R"({"current":"open sesame","password":"fieldbook sales 26"})", As::Ming, 400,
         "password.context"},
        {"an endless password", "PUT", "/v1/me/password",
         R"({"current":"open sesame","password":")" + std::string(2'000, 'x') + R"("})", As::Ming,
         400, "password.too_long"},
        {"a push that is no JSON", "POST", "/v1/push", "nonsense", As::Ming, 400, "push.malformed"},
        {"a push without a body", "POST", "/v1/push", "", As::Ming, 411, "http.body_missing"},
        {"a push for another's device", "POST", "/v1/push",
         R"({"device":77,"received":0,"changes":[]})", As::Ming, 403, "push.device"},
        {"a push beyond the next number", "POST", "/v1/push",
         R"({"device":)" + number.dump() + R"(,"received":0,"changes":[)" +
             customerChange(9, "01890000-0000-7000-8000-00000000aa01", "Late") + "]}",
         As::Ming, 409, "push.gap"},
        {"a push whose numbers jump", "POST", "/v1/push",
         R"({"device":)" + number.dump() + R"(,"received":0,"changes":[)" +
             customerChange(1, "01890000-0000-7000-8000-00000000aa01", "One") + ',' +
             customerChange(3, "01890000-0000-7000-8000-00000000aa02", "Three") + "]}",
         As::Ming, 400, "push.numbers"},
        {"a push that is too large", "POST", "/v1/push", std::string(sync::pushBytesMax + 1, ' '),
         As::Ming, 413, "http.body_too_large"},
        {"a made-up cursor", "GET", "/v1/pull?cursor=AAAA", "", As::Ming, 400, "cursor.invalid"},
        {"a type that does not exist", "GET", "/v1/records/secret", "", As::Ming, 404,
         "record.type_unknown"},
        {"a record that does not exist", "GET",
         "/v1/records/customer/01890000-0000-7000-8000-0000000000ff", "", As::Ming, 404,
         "record.missing"},
        {"an id that is none", "GET", "/v1/records/customer/..%2f..%2fetc", "", As::Ming, 404,
         "record.missing"},
        {"a page larger than there is", "GET", "/v1/records/customer?limit=100000", "", As::Ming,
         400, "query.malformed"},
        {"a place in a list that is none", "GET", "/v1/records/customer?after=x", "", As::Ming, 400,
         "query.malformed"},
        {"a lease for nothing", "POST", "/v1/lease", "{}", As::Ming, 400, "body.malformed"},
        {"a lease with a nonce that is none", "POST", "/v1/lease",
         R"({"vault":"01890000-0000-7000-8000-000000000099","nonce":"!!"})", As::Ming, 400,
         "body.malformed"},
        {"a lease with a short nonce", "POST", "/v1/lease",
         R"({"vault":"01890000-0000-7000-8000-000000000099","nonce":"AAAA"})", As::Ming, 400,
         "lease.nonce"},
        {"a lease for a stranger", "POST", "/v1/lease",
         R"({"vault":"01890000-0000-7000-8000-000000000099","nonce":"AAAAAAAAAAAAAAAAAAAAAA"})",
         As::Stranger, 401, "session.ended"},
        {"numbers of an unknown series", "POST", "/v1/numbers", R"({"series":"invoice","count":5})",
         As::Ming, 404, "numbers.series"},
        {"more numbers than there are", "POST", "/v1/numbers",
         R"({"series":"order","count":9000000000000000000})", As::Ming, 400, "body.malformed"},
        {"too many numbers", "POST", "/v1/numbers", R"({"series":"order","count":1001})", As::Ming,
         400, "numbers.count"},
        {"fields to be shown that are none", "POST",
         "/v1/records/customer/01890000-0000-7000-8000-0000000000ff/reveal", R"({"fields":[1]})",
         As::Ming, 400, "body.malformed"},
        {"no fields to be shown", "POST",
         "/v1/records/customer/01890000-0000-7000-8000-0000000000ff/reveal", "{}", As::Ming, 400,
         "body.malformed"},
        {"fields to be shown as a text", "POST",
         "/v1/records/customer/01890000-0000-7000-8000-0000000000ff/reveal",
         R"({"fields":"family"})", As::Ming, 400, "body.malformed"},
        {"the trail at a time that is none", "GET", "/v1/trail?from=yesterday", "", As::Ming, 400,
         "query.malformed"},
        {"more of the trail than there is at once", "GET", "/v1/trail?limit=0", "", As::Ming, 400,
         "query.malformed"},
        {"the trail of no user", "GET", "/v1/trail?user='--", "", As::Ming, 400, "query.malformed"},
        {"a review by somebody who manages nobody", "GET", "/v1/review", "", As::Ming, 403,
         "access.manager_only"},
        {"a review of a day that does not exist", "GET", "/v1/review?from=2026-02-30", "", As::Ming,
         400, "query.malformed"},
        {"a key given out by a salesperson", "POST", "/v1/keys",
         R"({"name":"x","scopes":"records.read"})", As::Ming, 403, "access.denied"},
        {"a key for nothing", "POST", "/v1/keys", R"({"name":"x","scopes":""})", As::Ming, 400,
         "key.scope"},
        {"a key that is too large", "POST", "/v1/keys", R"({"name":")" + tooLongLogin + R"("})",
         As::Ming, 413, "http.body_too_large"},
        {"a key that does not exist", "DELETE", "/v1/keys/01890000-0000-7000-8000-0000000000ff", "",
         As::Ming, 404, "key.missing"},
        {"a key whose id is none", "DELETE", "/v1/keys/..%2f1", "", As::Ming, 404, "key.missing"},
        {"keys asked for by nobody", "GET", "/v1/keys", "", As::Nobody, 401, "auth.missing"},
        {"a calendar address for a stranger", "POST", "/v1/me/calendar", "", As::Stranger, 401,
         "session.ended"},
        {"the end of a stranger's calendar address", "DELETE", "/v1/me/calendar", "", As::Stranger,
         401, "session.ended"},
        {"a calendar of a made-up address", "GET", "/v1/calendars/fbk_AAAA.ics", "", As::Nobody,
         404, "calendar.missing"},
        {"a calendar out of the folder", "GET", "/v1/calendars/..%2F..%2Flock", "", As::Nobody, 404,
         "calendar.missing"},
        {"an upload in another protocol", "POST", "/v1/files", "", As::Ming, 400, "upload.version"},
        {"an upload that does not say what",
         "POST",
         "/v1/files",
         "",
         As::Ming,
         400,
         "upload.malformed",
         {{"Tus-Resumable", "1.0.0"}}},
        {"an upload that is too large",
         "POST",
         "/v1/files",
         "",
         As::Ming,
         413,
         "file.too_large",
         {{"Tus-Resumable", "1.0.0"},
          {"Upload-Length", "1000001"},
          {"Upload-Metadata",
           "sha256 " + toBase64(asBytes(toHex(sha256(std::string_view{"x"}))))}}},
        {"a piece of no upload",
         "PATCH",
         "/v1/files/uploads/01890000-0000-7000-8000-0000000000ff",
         "x",
         As::Ming,
         404,
         "upload.missing",
         {{"Tus-Resumable", "1.0.0"},
          {"Upload-Offset", "0"},
          {"Content-Type", "application/offset+octet-stream"}}},
        {"a file that is nobody's", "GET", "/v1/files/" + std::string(64, 'a'), "", As::Ming, 404,
         "file.missing"},
        {"a path out of the folder of files", "GET", "/v1/files/..%2F..%2Flock", "", As::Ming, 404,
         "file.missing"},
        {"a contact that nobody signed", "POST", "/v1/devices/contact",
         R"({"text":"{}","signature":""})", As::Nobody, 400, "contact.malformed"},
        {"a contact that is no JSON", "POST", "/v1/devices/contact", "[[[[", As::Nobody, 400,
         "contact.malformed"},
        {"a contact signed by a stranger", "POST", "/v1/devices/contact",
         sync::toJson(sync::signedFor(
             sync::Purpose::Contact,
             sync::contactText(number.get<std::int64_t>(), {.token = {}, .next = "x", .key = {}}),
             SigningKey{*SecretKey::fromBytes(sha256(std::string_view{"stranger"}))})),
         As::Nobody, 401, "device.unknown"},
        {"a contact beyond all size", "POST", "/v1/devices/contact", std::string(70'000, ' '),
         As::Nobody, 413, "http.body_too_large"},
        {"a receipt of nothing", "POST", "/v1/devices/receipt",
         sync::toJson(sync::SignedText{"{}", {}}), As::Nobody, 400, "contact.malformed"},
        {"a sign-in whose contact cannot be read", "POST", "/v1/sessions",
         R"({"login":"ming","password":"open sesame","device":)"
         R"({"id":"01890000-0000-7000-8000-000000000099","contact":{"count":-1}}})",
         As::Nobody, 400, "body.malformed"},
        {"a sign-in with a made-up code", "POST", "/v1/sessions",
         R"({"login":"ming","password":"open sesame","enrolment":"0000-0000-0000",)" + device + "}",
         As::Nobody, 403, "device.code_invalid"},
        {"a push whose contact cannot be read", "POST", "/v1/push",
         R"({"device":)" + number.dump() + R"(,"received":0,"contact":7,"changes":[]})", As::Ming,
         400, "push.malformed"},
        {"the devices, by nobody", "GET", "/v1/devices", "", As::Nobody, 401, "auth.missing"},
        {"a device that is not one's own", "GET", "/v1/devices/4711", "", As::Ming, 404,
         "device.missing"},
        {"a device whose number is none", "GET", "/v1/devices/..%2f1", "", As::Ming, 404,
         "device.missing"},
        {"an order by somebody who administers nothing", "POST",
         "/v1/devices/" + number.dump() + "/commands", R"({"command":"wipe"})", As::Ming, 403,
         "access.denied"},
        {"an order that does not exist", "POST", "/v1/devices/" + number.dump() + "/commands",
         R"({"command":"explode"})", As::Ming, 400, "body.malformed"},
        {"an order with an endless reason", "POST", "/v1/devices/" + number.dump() + "/commands",
         R"({"command":"lock","reason":")" + std::string(1'000, 'a') + R"("})", As::Ming, 400,
         "reason.too_long"},
        {"a code asked for by a salesperson", "POST", "/v1/enrolments", R"({"login":"ming"})",
         As::Ming, 403, "access.denied"},
        {"a code for nobody", "POST", "/v1/enrolments", "{}", As::Ming, 400, "body.malformed"},
        {"sessions of somebody else", "GET",
         "/v1/sessions?user=01890000-0000-7000-8000-0000000000ff", "", As::Ming, 403,
         "access.denied"},
        {"sessions of nobody", "GET", "/v1/sessions?user=x", "", As::Ming, 400, "query.malformed"},
        {"a session that is not one's own", "DELETE", "/v1/sessions/4711", "", As::Ming, 404,
         "session.missing"},
        {"a session whose number is none", "DELETE", "/v1/sessions/one", "", As::Ming, 404,
         "session.missing"},
        {"another's upload that is asked how far it is",
         "GET",
         "/v1/files/uploads/01890000-0000-7000-8000-0000000000ff",
         "",
         As::Ming,
         404,
         "upload.missing",
         {{"Tus-Resumable", "1.0.0"}}},
        {"an upload given up that is none",
         "DELETE",
         "/v1/files/uploads/..%2Flock",
         "",
         As::Ming,
         404,
         "upload.missing",
         {{"Tus-Resumable", "1.0.0"}}},
        {"the history of what somebody may not see", "POST",
         "/v1/records/customer/01890000-0000-7000-8000-0000000000ff/history", "{}", As::Ming, 404,
         "record.missing"},
        {"the end of a session that is none", "DELETE", "/v1/sessions/current", "", As::Stranger,
         401, "session.ended"},
        {"the logins of a day by nobody", "POST", "/v1/logins", "{}", As::Nobody, 401,
         "auth.missing"},
        {"a list that nobody asks for", "POST", "/v1/records/customer/query", "{}", As::Nobody, 401,
         "auth.missing"},
        {"totals that nobody asks for", "POST", "/v1/records/customer/totals", "{}", As::Nobody,
         401, "auth.missing"},
        {"a checkpoint of the trail for nobody", "GET", "/v1/trail/checkpoint", "", As::Nobody, 401,
         "auth.missing"},
        {"a witness that is nobody", "POST", "/v1/trail/witness", "{}", As::Stranger, 401,
         "session.ended"},
        {"a live connection without an upgrade", "GET", "/v1/live", "", As::Ming, 426,
         "http.upgrade_required"},
    };
}

ApiServer::Fields fieldsFor(const Bad& bad, const nlohmann::json& ming)
{
    ApiServer::Fields fields = bad.headers;
    if (bad.as == As::Ming) {
        fields.push_back(ApiServer::bearer(ming).front());
    } else if (bad.as == As::Stranger) {
        fields.emplace_back("Authorization", "Bearer " + std::string(43, 'A'));
    }
    return fields;
}

// Whether the target lies under the path of an endpoint: "{id}" stands for any one part.
bool isUnder(std::string_view target, std::string_view path)
{
    target = target.substr(0, target.find('?'));
    while (!path.empty() && !target.empty()) {
        const auto part = path.substr(0, path.find('/', 1));
        const auto given = target.substr(0, target.find('/', 1));
        if (part != given && !part.starts_with("/{")) {
            return false;
        }
        path.remove_prefix(part.size());
        target.remove_prefix(given.size());
    }
    return path.empty() && target.empty();
}

TEST(Hostile, EveryEndpointHasItsBadRequests)
{
    ApiServer server;
    const auto table = badRequests(server.signIn("ming"));

    for (const auto& endpoint : server.application().api().endpoints()) {
        if (endpoint.access == api::Access::Open && endpoint.request.empty()) {
            continue; // Takes nothing and tells everybody the same.
        }
        const std::string method{net::methodName(endpoint.method)};
        EXPECT_TRUE(std::ranges::any_of(table,
                                        [&](const Bad& bad) {
                                            return bad.method == method &&
                                                   isUnder(bad.target, endpoint.path);
                                        }))
            << method << ' ' << endpoint.path;
    }
}

TEST(Hostile, EveryBadRequestIsAnsweredByItsProblemAndChangesNothing)
{
    ApiServer server;
    const auto ming = server.signIn("ming");
    const Sequence before = server.head();

    for (const Bad& bad : badRequests(ming)) {
        SCOPED_TRACE(bad.what);
        auto client = server.client();
        const auto reply = client.request(bad.method, bad.target, bad.body, fieldsFor(bad, ming));
        EXPECT_EQ(reply.status, bad.status) << reply.body;
        EXPECT_EQ(problemCode(reply), bad.code);
        EXPECT_EQ(server.head(), before);
    }

    auto client = server.client();
    EXPECT_EQ(client.get("/healthz").status, 200);
}

TEST(Hostile, AChangeThatIsRefusedHoldsUpNothing)
{
    ApiServer server;
    auto client = server.client();
    const auto ming = server.signIn("ming");
    const std::string nonsense = R"({"n":1,"at":"1.0","create":{"type":"nothing"}})";
    const std::string others = R"({"n":2,"at":"1.0","edit":{"type":"customer","id":")" +
                               server.smithy().text() +
                               R"(","f":{"phone":{"to":"1","from":"0.0.0.0"}}}})";

    const auto reply = client.post(
        "/v1/push",
        push(ming, nonsense + ',' + others + ',' +
                       customerChange(3, "01890000-0000-7000-8000-00000000aa01", "Good")),
        ApiServer::bearer(ming));

    ASSERT_EQ(reply.status, 200) << reply.body;
    const auto receipts = nlohmann::json::parse(reply.body)["receipts"];
    EXPECT_EQ(receipts[0]["outcome"], "refused");
    EXPECT_EQ(receipts[1]["outcome"], "refused");
    EXPECT_EQ(receipts[2]["outcome"], "applied");
    EXPECT_FALSE(receipts[1]["reason"]["zh"].get<std::string>().empty());
}

TEST(Hostile, TheRequestsOfOneUserAreLimitedWhateverTheDevice)
{
    ApiServer server{
        false, "", {}, [](Configuration& settings) { settings.requestsPerUserMax = 5; }};
    auto client = server.client();
    const auto first = server.signIn("ming", 1);
    const auto second = server.signIn("ming", 2);
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(client.get("/v1/me", ApiServer::bearer(i % 2 == 0 ? first : second)).status, 200);
    }

    const auto refused = client.get("/v1/me", ApiServer::bearer(first));

    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(problemCode(refused), "request.too_many");
    const int wait = std::stoi(refused.find("Retry-After").value_or("0"));
    EXPECT_GE(wait, 1);
    EXPECT_LE(wait, 12);
    EXPECT_EQ(client.get("/v1/me", ApiServer::bearer(second)).status, 429);
    EXPECT_EQ(client.get("/v1/me", ApiServer::bearer(server.signIn("ana", 3))).status, 200);
}

TEST(Hostile, TheRequestsOfOneAddressAreLimitedWhoeverAsks)
{
    ApiServer server{
        false, "", {}, [](Configuration& settings) { settings.requestsPerAddressMax = 2; }};
    auto client = server.client();
    EXPECT_EQ(client.get("/healthz").status, 200);
    EXPECT_EQ(client.get("/healthz").status, 200);

    EXPECT_EQ(client.get("/healthz").status, 429);
}

TEST(Hostile, GuessingPasswordsIsSlowedDown)
{
    ApiServer server;
    auto client = server.client();
    const std::string guess = R"({"login":"ming","password":"guess","device":)"
                              R"({"id":"01890000-0000-7000-8000-000000000099"}})";

    int wrong = 0;
    testing::HttpReply reply = client.post("/v1/sessions", guess);
    for (; reply.status == 401 && wrong < 50; ++wrong) {
        reply = client.post("/v1/sessions", guess);
    }

    EXPECT_EQ(wrong, 10);
    EXPECT_EQ(reply.status, 429);
    EXPECT_EQ(problemCode(reply), "session.too_many");
    ASSERT_TRUE(reply.find("Retry-After"));
    EXPECT_GT(std::stoi(*reply.find("Retry-After")), 0);
}

} // namespace
} // namespace fieldbook::server
