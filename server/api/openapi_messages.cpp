#include "server/api/openapi.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server::api {
namespace {

// The messages as sync/messages.h, sync/change.h and the handlers write them.
constexpr std::string_view signInSchemas = R"({
"Version":{"type":"string","pattern":"^[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+$",
 "description":"<millis>.<counter>.<device>.<change>: which edit gave a value."},
"HybridTime":{"type":"string","pattern":"^[0-9]+\\.[0-9]+$"},
"Problem":{"type":"object","required":["type","title","status","code"],"properties":{
 "type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},
 "code":{"type":"string","description":"Stable; what programs decide by."},
 "detail":{"type":"string"},"hint":{"type":"string"},"request_id":{"type":"string"},
 "expected":{"type":"integer","description":"With push.gap: the number to send from."}}},
"SignIn":{"type":"object","required":["login","password","device"],"properties":{
 "login":{"type":"string"},"password":{"type":"string"},
 "code":{"type":"string","description":"Of the authenticator app, or a recovery code."},
 "enrolment":{"type":"string","description":"A one-time code, where a new device needs one."},
 "device":{"type":"object","required":["id"],"properties":{
  "id":{"type":"string","format":"uuid","description":"Of the installed app."},
  "name":{"type":"string"},"platform":{"type":"string"},"app_version":{"type":"string"},
  "contact":{"$ref":"#/components/schemas/Contact"}}},
 "cookie":{"type":"boolean",
  "description":"From a page: the token comes as a cookie. Needs Content-Type application/json."}}},
"User":{"type":"object","properties":{"id":{"type":"string","format":"uuid"},
 "name":{"type":"string"},"login":{"type":"string"},
 "role":{"type":"string","description":"A choice of a user record's role."},
 "team":{"type":["string","null"],"format":"uuid"},
 "manager":{"type":["string","null"],"format":"uuid"},
 "feeds":{"type":"array","items":{"type":"string"}}}},
"SignedIn":{"type":"object","required":["user","device","device_code","time"],
 "properties":{"token":{"type":"string"},
 "csrf":{"type":"string","description":"With a cookie: what X-CSRF-Token has to bear."},
 "user":{"$ref":"#/components/schemas/User"},
 "device":{"type":"integer"},"device_code":{"type":"string"},
 "device_state":{"enum":["approved","pending"]},
 "help":{"type":"string","description":"Whom to call about the tablet."},
 "time":{"type":"string","format":"date-time"}}},
"Me":{"type":"object","properties":{"user":{"$ref":"#/components/schemas/User"},
 "second_factor":{"type":"object","properties":{"enrolled":{"type":"boolean"},
  "required":{"type":"boolean"},"recovery_codes_left":{"type":"integer"}}},
 "device":{"type":"integer"},"device_code":{"type":"string"},
 "company":{"type":"string"},"may":{"type":"object","description":"What pages offer to the role.",
  "properties":{"review":{"type":"boolean"},"manage":{"type":"boolean"},
  "administer":{"type":"boolean"},"audit":{"type":"boolean"},"import":{"type":"boolean"},
  "export":{"type":"object","description":"Types of records that are taken out.",
   "additionalProperties":{"type":"string","enum":["asks","may"]}}}},
 "time":{"type":"string","format":"date-time"}}},
"Settings":{"type":"object","properties":{"settings":{"type":"array","items":{"type":"object",
 "required":["setting","value","from"],"properties":{"setting":{"type":"string"},
 "value":{"type":"string","description":"As the file would have it."},
 "from":{"type":"string","enum":["built-in","file","environment","command line"]}}}}}},
"WaysToSignIn":{"type":"object","properties":{"password":{"type":"boolean"},
 "company_account":{"type":"boolean"},"company_account_name":{"type":"string"}}},
"CompanySignIn":{"type":"object","required":["return_to"],"properties":{"return_to":{
 "type":"string","description":
 "A path of this server, or a port of the browser's own machine: http://127.0.0.1:4711/."}}},
"CompanySignInBegun":{"type":"object","properties":{"ticket":{"type":"string"},
 "address":{"type":"string","format":"uri","description":"To be opened in the browser."},
 "expires_in":{"type":"integer"}}},
"CompanySignInFinish":{"type":"object","required":["ticket","grant","device"],"properties":{
 "ticket":{"type":"string"},"grant":{"type":"string"},"device":{"type":"object",
 "required":["id"],"properties":{"id":{"type":"string","format":"uuid"},
 "name":{"type":"string"},"platform":{"type":"string"},"app_version":{"type":"string"}}}}},
"Credentials":{"type":"object","required":["login","password"],"properties":{
 "login":{"type":"string"},"password":{"type":"string"}}},
"CredentialsWithCode":{"allOf":[{"$ref":"#/components/schemas/Credentials"},{"type":"object",
 "required":["code"],"properties":{"code":{"type":"string","pattern":"^[0-9]{6}$"}}}]},
"SecondFactor":{"type":"object","properties":{"secret":{"type":"string"},
 "uri":{"type":"string"},"qr":{"type":"string","description":"An SVG picture of the URI."}}},
"RecoveryCodes":{"type":"object","properties":{
 "recovery_codes":{"type":"array","items":{"type":"string"}}}},
"PasswordChange":{"type":"object","required":["current","password"],"properties":{
 "current":{"type":"string"},"password":{"type":"string","maxLength":256,
  "description":"At least passwords.characters_min characters (15); any characters."}}},
"BrowserSession":{"type":"object","properties":{
 "me":{"anyOf":[{"$ref":"#/components/schemas/Me"},{"type":"null"}]},
 "csrf":{"type":"string","description":"What X-CSRF-Token has to bear; empty for nobody."}}},
"NewApiKey":{"type":"object","required":["name","scopes"],"properties":{
 "name":{"type":"string","minLength":1,"maxLength":100},
 "scopes":{"type":"string","description":"With spaces between: records.read, records.write, files.read, files.write, reports.read, metrics.read."},
 "owner":{"type":"string","format":"uuid","description":"Whose access it has; absent: the caller's."},
 "days":{"type":"integer","minimum":1,"maximum":3650,"description":"Until it expires; absent: never."}}},
"ApiKey":{"type":"object","properties":{"id":{"type":"string","format":"uuid"},
 "name":{"type":"string"},"hint":{"type":"string","description":"How the key begins."},
 "owner":{"type":"string","format":"uuid"},"scopes":{"type":"string"},
 "created_by":{"type":["string","null"],"format":"uuid"},
 "created_at":{"type":"string","format":"date-time"},
 "expires_at":{"type":["string","null"],"format":"date-time"},
 "last_used_at":{"type":["string","null"],"format":"date-time"},
 "ended_at":{"type":["string","null"],"format":"date-time"}}},
"IssuedApiKey":{"allOf":[{"$ref":"#/components/schemas/ApiKey"},{"type":"object",
 "required":["key"],"properties":{"key":{"type":"string",
 "description":"The bearer token; shown this once."}}}]},
"ApiKeys":{"type":"object","properties":{"keys":{"type":"array",
 "items":{"$ref":"#/components/schemas/ApiKey"}}}},
"CalendarAddress":{"type":"object","properties":{"url":{"type":"string","format":"uri",
 "description":"Secret: whoever has it sees the calendar."}}},
"NumberRequest":{"type":"object","required":["series","count"],"properties":{
 "series":{"type":"string"},"count":{"type":"integer","minimum":1,"maximum":1000},
 "after":{"type":"integer","minimum":0,"maximum":1000000000}}},
"NumberLease":{"type":"object","properties":{"series":{"type":"string"},
 "prefix":{"type":"string"},"first":{"type":"integer"},"last":{"type":"integer"}}},
"LeaseRequest":{"type":"object","required":["vault","nonce"],"properties":{
 "vault":{"type":"string","format":"uuid","description":"The tablet's wrapped key, which it names."},
 "nonce":{"type":"string","description":"16 to 64 fresh random bytes, base64url."},
 "recover":{"type":"boolean","description":"Also the key that stands in for the PIN."}}},
"Lease":{"type":"object","required":["lease","share","lease_key","company_key"],"properties":{
 "lease":{"type":"string","description":"Terms and their Ed25519 signature, each base64url."},
 "share":{"type":"string","description":"32 bytes, base64url: the server's part of the key."},
 "recovery":{"type":"string"},"lease_key":{"type":"string"},"company_key":{"type":"string"}}},
"Health":{"type":"object","properties":{"status":{"const":"ok"}}},
"ProgramVersion":{"type":"object","properties":{"program":{"type":"string"},
 "version":{"type":"string"},"schema":{"type":"integer"},
 "time":{"type":"string","format":"date-time"}}},
"OpenApi":{"type":"object"}
})";

constexpr std::string_view syncSchemas = R"({
"FieldEdit":{"type":"object","description":"What counts follows from the field's x-merge.",
 "properties":{"to":{},"from":{"$ref":"#/components/schemas/Version"},"was":{},
 "add":{"type":"array","items":{"type":"string"}},
 "remove":{"type":"array","items":{"type":"string"}},"plus":{"type":"integer"},
 "settles":{"type":"array","items":{"$ref":"#/components/schemas/Version"}}}},
"Change":{"type":"object","required":["n","at"],"properties":{
 "n":{"type":"integer","minimum":1},"at":{"$ref":"#/components/schemas/HybridTime"},
 "group":{"type":"array","prefixItems":[{"type":"integer"},{"type":"integer"}]},
 "create":{"type":"object","required":["type","id","f"],"properties":{"type":{"type":"string"},
  "id":{"type":"string","format":"uuid"},"f":{"type":"object"}}},
 "edit":{"type":"object","required":["type","id","f"],"properties":{"type":{"type":"string"},
  "id":{"type":"string","format":"uuid"},"f":{"type":"object",
  "additionalProperties":{"$ref":"#/components/schemas/FieldEdit"}}}},
 "act":{"type":"object","required":["name","type","id"],"properties":{
  "name":{"$ref":"#/components/schemas/ActName"},"type":{"type":"string"},
  "id":{"type":"string","format":"uuid"},"args":{"type":"object"}}}}},
"Push":{"type":"object","required":["device","received","changes"],"properties":{
 "device":{"type":"integer"},"received":{"type":"integer"},
 "contact":{"$ref":"#/components/schemas/Contact"},
 "changes":{"type":"array","maxItems":2000,"items":{"$ref":"#/components/schemas/Change"}}}},
"Receipt":{"type":"object","required":["n","outcome","seq"],"properties":{
 "n":{"type":"integer"},"outcome":{"enum":["applied","merged","refused"]},
 "seq":{"type":"integer"},"type":{"type":"string"},"code":{"type":"string"},
 "reason":{"type":"object","properties":{"en":{"type":"string"},"zh":{"type":"string"}}},
 "fields":{"type":"array","items":{"type":"object","properties":{"field":{"type":"string"},
  "outcome":{"enum":["lost","won","asked","combined"]},"mine":{},"theirs":{},"result":{},
  "by":{"type":"string"},"v":{"$ref":"#/components/schemas/Version"}}}}}},
"PushReply":{"type":"object","required":["last","time","receipts"],"properties":{
 "last":{"type":"integer"},"time":{"type":"string","format":"date-time"},
 "receipts":{"type":"array","items":{"$ref":"#/components/schemas/Receipt"}}}},
"Page":{"type":"object","required":["records","left","cursor","upto","complete","time"],
 "properties":{"records":{"type":"array","items":{"$ref":"#/components/schemas/Document"}},
 "left":{"type":"array","items":{"type":"string","format":"uuid"}},"cursor":{"type":"string"},
 "upto":{"type":"integer"},"complete":{"type":"boolean"},"last":{"type":"integer"},
 "time":{"type":"string","format":"date-time"}}},
"Poke":{"type":"object","properties":{"news":{"const":true}}},
"RecordList":{"type":"object","properties":{"records":{"type":"array",
 "items":{"$ref":"#/components/schemas/Document"}},"more":{"type":"boolean"}}},
"History":{"type":"object","properties":{"values":{"type":"array","items":{"type":"object",
 "properties":{"field":{"type":"string"},"value":{},
 "v":{"$ref":"#/components/schemas/Version"},
 "replaced_by":{"$ref":"#/components/schemas/Version"},"by":{"type":["string","null"]}}}}}}
})";

constexpr std::string_view peopleSchemas = R"({
"PersonNamed":{"type":["object","null"],"properties":{"id":{"type":"string","format":"uuid"},
 "login":{"type":"string"},"name":{"type":"string"}}},
"AccountRequestAsked":{"type":"object","required":["kind","reason"],"properties":{
 "kind":{"enum":["open","close","change_role","freeze","unfreeze"]},
 "subject":{"type":"string","format":"uuid","description":"Not with open."},
 "wishes":{"type":"object","additionalProperties":{"type":"string"},"description":
  "With open: name, login, role, team (an id), title, phone, email. With change_role: role."},
 "reason":{"type":"string","maxLength":2000},
 "leaving":{"type":"boolean","description":"They are about to leave."}}},
"AccountRequestDecision":{"type":"object","required":["approve"],"properties":{
 "approve":{"type":"boolean"},"handling":{"type":"string"}}},
"AccountRequestHandling":{"type":"object","properties":{"handling":{"type":"string"}}},
"AccountRequest":{"type":"object","properties":{"id":{"type":"string","format":"uuid"},
 "kind":{"type":"string"},
 "state":{"enum":["requested","approved","refused","withdrawn","executed"]},
 "subject":{"$ref":"#/components/schemas/PersonNamed"},
 "team":{"type":["object","null"],"properties":{"id":{"type":"string","format":"uuid"},
  "name":{"type":"string"}}},
 "wishes":{"type":"object","additionalProperties":{"type":"string"}},
 "reason":{"type":"string"},"leaving":{"type":"boolean"},
 "requested_by":{"$ref":"#/components/schemas/PersonNamed"},
 "requested_at":{"type":"string","format":"date-time"},
 "due_at":{"type":"string","format":"date-time"},"overdue":{"type":"boolean"},
 "decided_by":{"$ref":"#/components/schemas/PersonNamed"},
 "decided_at":{"type":["string","null"],"format":"date-time"},"handling":{"type":"string"},
 "executed_by":{"$ref":"#/components/schemas/PersonNamed"},
 "executed_at":{"type":["string","null"],"format":"date-time"},
 "may":{"type":"object","properties":{"decide":{"type":"boolean"},
  "execute":{"type":"boolean"},"withdraw":{"type":"boolean"}}}}},
"AccountRequests":{"type":"object","properties":{"requests":{"type":"array",
 "items":{"$ref":"#/components/schemas/AccountRequest"}}}},
"AttendanceNote":{"type":"object","required":["user","day","text"],"properties":{
 "user":{"type":"string","format":"uuid"},"day":{"type":"string","format":"date"},
 "text":{"type":"string","maxLength":2000}}},
"Attendance":{"type":"object","properties":{"from":{"type":"string","format":"date"},
 "to":{"type":"string","format":"date"},"today":{"type":"string","format":"date"},
 "people":{"type":"array","items":{"type":"object","properties":{
  "user":{"type":"string","format":"uuid"},"login":{"type":"string"},"name":{"type":"string"},
  "team":{"type":"string"},"logins":{"type":"integer"},"worked_days":{"type":"integer"},
  "last_login":{"type":["string","null"],"format":"date"},"silent_days":{"type":"integer"},
  "on_notice_list":{"type":"boolean"},
  "missed_days":{"type":"array","items":{"type":"string","format":"date"}},
  "missed_weeks":{"type":"array","items":{"type":"string","format":"date"},
   "description":"Mondays of weeks of travel with too few logins."},
  "notes":{"type":"array","items":{"type":"object","properties":{
   "day":{"type":"string","format":"date"},"text":{"type":"string"},"by":{"type":"string"},
   "at":{"type":"string","format":"date-time"}}}}}}}}}
})";

constexpr std::string_view trailSchemas = R"({
"TrailEntries":{"type":"object","required":["entries","more"],"properties":{
 "entries":{"type":"array","items":{"type":"object","required":["number","at","kind"],
  "properties":{"number":{"type":"integer"},"at":{"type":"string","format":"date-time"},
  "kind":{"type":"string"},"by":{"type":"string","format":"uuid"},"device":{"type":"integer"},
  "type":{"type":"string"},"id":{"type":"string","format":"uuid"},"body":{"type":"object"},
  "erased":{"type":"boolean"}}}},"more":{"type":"boolean"}}},
"ProvedCheckpoint":{"type":"object","required":["checkpoint","key","proof"],"properties":{
 "checkpoint":{"type":"string","description":"C2SP tlog-checkpoint in a signed note."},
 "key":{"type":"string","description":"Ed25519, in hexadecimal."},
 "proof":{"type":"array","items":{"type":"string"},
  "description":"RFC 6962, section 2.1.2; from the former size."}}},
"Witness":{"type":"object","required":["checkpoint"],"properties":{
 "checkpoint":{"type":"string"}}},
"ExportAsked":{"type":"object","required":["type","format","reason"],"properties":{
 "type":{"type":"string"},
 "format":{"type":"string","enum":["csv","xlsx"]},
 "reason":{"type":"string","description":"What they are for."},
 "key":{"type":"string","format":"uuid","description":"Asked again with the same one, it is made once."},
 "where":{"$ref":"#/components/schemas/FieldCondition"},
 "fields":{"type":"array","items":{"type":"string"},"description":"None: all that is shown."}}},
"Reveal":{"type":"object","required":["fields"],"properties":{
 "fields":{"type":"array","items":{"type":"string"}}}},
"Revealed":{"type":"object","properties":{"values":{"type":"object"}}}
})";

constexpr std::string_view querySchemas = R"({
"FieldCondition":{"type":"object","description":"Of all, of any, or of one field with op and values.",
 "properties":{
 "all":{"type":"array","items":{"$ref":"#/components/schemas/FieldCondition"}},
 "any":{"type":"array","items":{"$ref":"#/components/schemas/FieldCondition"}},
 "field":{"type":"string","description":"A field, or that of what a reference names: customer.region."},
 "op":{"enum":["is","not","below","at_most","above","at_least","contains","present","missing"]},
 "values":{"type":"array","maxItems":200,"items":{}}},"required":[]},
"ListRequest":{"type":"object","required":["fields"],"properties":{
 "fields":{"type":"array","maxItems":60,"items":{"type":"string"}},
 "where":{"$ref":"#/components/schemas/FieldCondition"},
 "order":{"type":"string","description":"A field; empty: the order of creation."},
 "descending":{"type":"boolean"},"limit":{"type":"integer","minimum":1,"maximum":500},
 "after":{"type":"string","description":"The next of the page before."},
 "count":{"type":"boolean"}}},
"ListAnswer":{"type":"object","properties":{
 "records":{"type":"array","items":{"type":"object","properties":{
  "id":{"type":"string","format":"uuid"},"f":{"type":"object","additionalProperties":{}}}}},
 "names":{"type":"object","additionalProperties":{"type":"string"},
  "description":"What the records that are named in these are called."},
 "next":{"type":["string","null"]},"count":{"type":["integer","null"]}}},
"TotalsRequest":{"type":"object","required":["by"],"properties":{
 "where":{"$ref":"#/components/schemas/FieldCondition"},
 "by":{"type":"array","maxItems":4,"items":{"type":"object","required":["field"],"properties":{
  "field":{"type":"string"},"step":{"enum":["value","day","month"],
  "description":"Days and months on the clocks of the company's zone."}}}},
 "sum":{"type":"array","maxItems":4,"items":{"type":"string"},
  "description":"Fields of money; weighted is an opportunity's amount by its win rate."}}},
"TotalsAnswer":{"type":"object","properties":{
 "rows":{"type":"array","items":{"type":"object","properties":{
  "by":{"type":"array","items":{"type":["string","number","null"]}},"count":{"type":"integer"},
  "sums":{"type":"array","items":{"type":"array",
   "items":{"$ref":"#/components/schemas/Money"}}}}}},
 "names":{"type":"object","additionalProperties":{"type":"string"}}}}
})";

constexpr std::string_view reviewSchemas = R"({
"Money":{"type":"object","required":["minor","currency"],"properties":{
 "minor":{"type":"integer"},"currency":{"type":"string","pattern":"^[A-Z]{3}$"}}},
"PipelineSum":{"type":"object","properties":{"count":{"type":"integer"},
 "amount":{"type":"array","items":{"$ref":"#/components/schemas/Money"}},
 "weighted":{"type":"array","items":{"$ref":"#/components/schemas/Money"}}}},
"Review":{"type":"object","properties":{"from":{"type":"string","format":"date"},
 "to":{"type":"string","format":"date"},"time":{"type":"string","format":"date-time"},
 "forecast":{"$ref":"#/components/schemas/PipelineSum"},
 "stages":{"type":"array","items":{"allOf":[{"$ref":"#/components/schemas/PipelineSum"},
  {"type":"object","properties":{"stage":{"type":"string"}}}]}},
 "teams":{"type":"array","items":{"type":"object","properties":{"team":{"type":"string"},
  "name":{"type":"string"},"open":{"$ref":"#/components/schemas/PipelineSum"},
  "orders":{"type":"integer"},
  "ordered":{"type":"array","items":{"$ref":"#/components/schemas/Money"}}}}},
 "people":{"type":"array","items":{"type":"object","properties":{
  "user":{"type":["string","null"]},"name":{"type":"string"},"login":{"type":"string"},
  "team":{"type":["string","null"]},"open":{"$ref":"#/components/schemas/PipelineSum"},
  "won":{"$ref":"#/components/schemas/PipelineSum"},"orders":{"type":"integer"},
  "ordered":{"type":"array","items":{"$ref":"#/components/schemas/Money"}},
  "visits":{"type":"integer"},"visits_done":{"type":"integer"},"leads":{"type":"integer"},
  "reminders":{"type":"integer"},"reminders_done":{"type":"integer"}}}}}}
})";

constexpr std::string_view deviceSchemas = R"({
"Contact":{"type":"object","required":["count","token","next"],"properties":{
 "count":{"type":"integer","minimum":0,"description":"Contacts answered before this one."},
 "token":{"type":"string","maxLength":64,"description":"The link that the last of them left."},
 "next":{"type":"string","maxLength":64,"description":"The link that this one leaves."},
 "key":{"type":"string","description":"The device's Ed25519 public key, in base64."},
 "changes_waiting":{"type":"integer"},"files_waiting":{"type":"integer"}}},
"SignedText":{"type":"object","required":["text","signature"],"properties":{
 "text":{"type":"string","description":"JSON, as it was signed."},
 "signature":{"type":"string","description":"Ed25519, in base64, with the device's key."}}},
"DeviceContact":{"type":"object","properties":{
 "state":{"$ref":"#/components/schemas/DeviceState"},
 "last":{"type":"integer","description":"The last number that the server has decided on."},
 "delivery":{"type":"string","description":"A token that opens pushes and uploads only."},
 "help":{"type":"string"},"time":{"type":"string","format":"date-time"}}},
"DeviceState":{"enum":["pending","approved","locked","revoked","wipe_pending","wiped"]},
"Device":{"type":"object","properties":{"device":{"type":"integer"},"code":{"type":"string"},
 "user":{"type":"string","format":"uuid"},"name":{"type":"string"},"platform":{"type":"string"},
 "app_version":{"type":"string"},"enrolled_at":{"type":"string","format":"date-time"},
 "last_seen":{"type":"string","format":"date-time"},
 "state":{"$ref":"#/components/schemas/DeviceState"},
 "state_since":{"type":["string","null"],"format":"date-time"},
 "state_by":{"type":["string","null"],"format":"uuid"},"reason":{"type":"string"},
 "changes":{"type":"integer"},"changes_waiting":{"type":"integer"},
 "files_waiting":{"type":"integer"},"clock_ahead_ms":{"type":"integer"},
 "signs":{"type":"boolean","description":"Whether its public key is known."},
 "resync":{"type":"boolean"},"signed_in":{"type":"boolean"},
 "wipe_receipt":{"type":"object","properties":{"text":{"type":"string"},
  "signature":{"type":"string"},"received_at":{"type":"string","format":"date-time"}}}}},
"DeviceList":{"type":"object","properties":{"devices":{"type":"array",
 "items":{"$ref":"#/components/schemas/Device"}}}},
"DeviceOrder":{"type":"object","required":["command"],"properties":{
 "command":{"enum":["approve","lock","unlock","revoke","wipe","resync"]},
 "reason":{"type":"string","maxLength":500}}},
"EnrolmentRequest":{"type":"object","required":["login"],"properties":{
 "login":{"type":"string"},"hours":{"type":"integer","minimum":1,"maximum":720}}},
"Enrolment":{"type":"object","properties":{"code":{"type":"string"},
 "text":{"type":"string","description":"For people to type, with the server's address."},
 "link":{"type":"string","description":"The same as a picture bears it (QR)."},
 "expires_at":{"type":"string","format":"date-time"}}},
"SessionList":{"type":"object","properties":{"sessions":{"type":"array","items":{
 "type":"object","properties":{"session":{"type":"string"},"device":{"type":"integer"},
  "device_code":{"type":"string"},"device_name":{"type":"string"},"platform":{"type":"string"},
  "app_version":{"type":"string"},"created_at":{"type":"string","format":"date-time"},
  "last_seen":{"type":"string","format":"date-time"},"current":{"type":"boolean"}}}}}}
})";

} // namespace

nlohmann::ordered_json messageSchemas()
{
    nlohmann::ordered_json schemas;
    for (const auto part : {signInSchemas, deviceSchemas, syncSchemas, peopleSchemas, trailSchemas,
                            querySchemas, reviewSchemas, importSchemas(), officeSchemas()}) {
        const auto parsed = nlohmann::ordered_json::parse(part);
        for (const auto& [name, schema] : parsed.items()) {
            schemas[name] = schema;
        }
    }
    return schemas;
}

} // namespace fieldbook::server::api
