#include "server/api/api.h"
#include "server/api/body.h"
#include "shared/sync/invitation.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <memory>

namespace fieldbook::server::api {
namespace {

constexpr std::size_t orderBytesMax = std::size_t{4} * 1024;
// A receipt names the files of a store.
constexpr std::size_t signedBytesMax = std::size_t{64} * 1024;
// Messages that nobody signed whom the server knows, from one address.
constexpr AttemptLimiter::Limits unsignedMax{.attemptsMax = 30,
                                             .window = std::chrono::seconds{300}};

nlohmann::json timeOrNull(const std::optional<Timestamp>& time)
{
    return time ? nlohmann::json(toRfc3339(*time)) : nlohmann::json();
}

nlohmann::json userOrNull(const Uuid& user)
{
    return user.isNil() ? nlohmann::json() : nlohmann::json(user.text());
}

nlohmann::ordered_json deviceJson(const Device& device)
{
    return {{"device", device.number},
            {"code", device.code},
            {"user", device.user.text()},
            {"name", device.name},
            {"platform", device.platform},
            {"app_version", device.appVersion},
            {"enrolled_at", toRfc3339(device.createdAt)},
            {"last_seen", toRfc3339(device.lastSeenAt)},
            {"state", nameOf(device.state)},
            {"state_since", timeOrNull(device.stateSince)},
            {"state_by", userOrNull(device.stateBy)},
            {"reason", device.stateReason},
            {"changes", device.lastChange},
            {"changes_waiting", device.changesWaiting},
            {"files_waiting", device.filesWaiting},
            {"clock_ahead_ms", device.clockAheadMillis},
            {"signs", device.key.has_value()},
            {"resync", device.resync}};
}

nlohmann::ordered_json listedJson(const DeviceService::Listed& listed)
{
    auto json = deviceJson(listed.device);
    json["signed_in"] = listed.signedIn;
    if (listed.receipt) {
        json["wipe_receipt"] = {{"text", listed.receipt->text},
                                {"signature", toBase64(listed.receipt->signature)},
                                {"received_at", toRfc3339(listed.receipt->receivedAt)}};
    }
    return json;
}

std::optional<std::int64_t> numberIn(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{number}
                                                                    : std::nullopt;
}

// The number in the path; one that is none names nothing.
std::int64_t numberOf(const Call& call, std::string_view name)
{
    return numberIn(call.request.pathParameter(name)).value_or(0);
}

Result<net::Response> list(const Services& services, const Call& call)
{
    const auto devices = services.devices.list(call.caller.user);
    if (!devices) {
        return fail(devices.error());
    }
    auto all = nlohmann::ordered_json::array();
    for (const auto& each : *devices) {
        all.push_back(listedJson(each));
    }
    return json(nlohmann::ordered_json{{"devices", std::move(all)}}.dump());
}

Result<net::Response> find(const Services& services, const Call& call)
{
    const auto found = services.devices.find(call.caller.user, numberOf(call, "device"));
    return found ? Result<net::Response>{json(listedJson(*found).dump())} : fail(found.error());
}

Result<net::Response> order(const Services& services, const Call& call)
{
    const auto body = parseBody(call.request);
    if (!body) {
        return fail(body.error());
    }
    const auto named = textMember(*body, "command");
    const auto command = named ? deviceCommandNamed(*named) : std::nullopt;
    if (!command) {
        return fail(ErrorKind::Invalid, "body.malformed",
                    "command is approve, lock, unlock, revoke, wipe or resync");
    }
    const auto done = services.devices.order(call.caller.user, numberOf(call, "device"), *command,
                                             textMember(*body, "reason").value_or(std::string{}));
    return done ? Result<net::Response>{json(deviceJson(*done).dump())} : fail(done.error());
}

Result<net::Response> enrol(const Services& services, const Call& call)
{
    const auto body = parseBody(call.request);
    if (!body) {
        return fail(body.error());
    }
    const auto login = textMember(*body, "login");
    if (!login) {
        return fail(ErrorKind::Invalid, "body.malformed", "login is needed");
    }
    const auto directory = services.directory.current();
    const auto* person = directory->userByLogin(*login);
    const std::chrono::hours lifetime{std::clamp<std::int64_t>(
        integerMember(*body, "hours").value_or(DeviceService::codeLifetime.count()), 1,
        DeviceService::codeLifetimeMax.count())};
    const auto made = services.devices.makeCode(call.caller.user,
                                                person == nullptr ? Uuid{} : person->id, lifetime);
    if (!made) {
        return fail(made.error());
    }
    const sync::Invitation invitation{made->code, services.publicAddress};
    auto response = json(nlohmann::ordered_json{{"code", made->code},
                                                {"text", sync::typedText(invitation)},
                                                {"link", sync::linkText(invitation)},
                                                {"expires_at", toRfc3339(made->expiresAt)}}
                             .dump(),
                         201);
    response.headers.set("Cache-Control", "no-store");
    return response;
}

// Requests of tablets that nobody is signed in to: what they are signed with says whose they are.
class SignedRequests {
public:
    explicit SignedRequests(const Services& services)
        : services_{services}, unknown_{services.clock, unsignedMax}
    {}

    Result<net::Response> contact(const Call& call)
    {
        return examined(call, [&](const sync::SignedText& message) -> Result<net::Response> {
            const auto answer = services_.devices.contact(message);
            if (!answer) {
                return fail(answer.error());
            }
            nlohmann::ordered_json body{{"state", nameOf(answer->state)},
                                        {"last", answer->lastChange},
                                        {"time", toRfc3339(services_.clock.now())}};
            if (!services_.deviceHelp.empty()) {
                body["help"] = services_.deviceHelp;
            }
            if (!answer->delivery.empty()) {
                body["delivery"] = answer->delivery;
            }
            auto response = json(body.dump());
            response.compressible = false;
            response.headers.set("Cache-Control", "no-store");
            return response;
        });
    }

    Result<net::Response> receipt(const Call& call)
    {
        return examined(call, [&](const sync::SignedText& message) -> Result<net::Response> {
            if (auto taken = services_.devices.takeReceipt(message); !taken) {
                return fail(taken.error());
            }
            return net::Response{.status = 204};
        });
    }

private:
    template <class Answer>
    Result<net::Response> examined(const Call& call, Answer answer)
    {
        const std::string& address = call.request.remoteAddress;
        if (const auto wait = unknown_.waitFor(address)) {
            return fail(ErrorKind::TooMany, "device.too_many", std::to_string(wait->count()));
        }
        const auto message = sync::parseSignedText(call.request.body);
        auto response = message ? answer(*message) : fail(message.error());
        if (!response && response.error().kind == ErrorKind::Unauthorised) {
            unknown_.count(address);
        }
        return response;
    }

    const Services& services_;
    AttemptLimiter unknown_;
};

void addSigned(Api& api)
{
    const Services& services = api.services();
    const auto requests = std::make_shared<SignedRequests>(services);
    const net::RouteOptions options{
        .bodyMax = signedBytesMax, .needsBody = true, .pool = &services.pool};
    api.add({.method = net::Method::Post,
             .path = "/v1/devices/contact",
             .operation = "deviceContact",
             .summary = {"A tablet that nobody is signed in to asks how it stands",
                         "未登录的平板查询自己的状态"},
             .access = Access::Open,
             .request = "SignedText",
             .response = "DeviceContact"},
            options, [requests](const Call& call) { return requests->contact(call); });
    api.add({.method = net::Method::Post,
             .path = "/v1/devices/receipt",
             .operation = "wipeReceipt",
             .summary = {"A tablet has destroyed what it held", "平板已销毁其内容的回执"},
             .access = Access::Open,
             .status = 204,
             .request = "SignedText"},
            options, [requests](const Call& call) { return requests->receipt(call); });
}

} // namespace

void addDevices(Api& api)
{
    const Services& services = api.services();
    const net::RouteOptions reading{.pool = &services.pool};
    const net::RouteOptions ordering{
        .bodyMax = orderBytesMax, .needsBody = true, .pool = &services.pool};
    api.add({.path = "/v1/devices",
             .operation = "listDevices",
             .summary = {"The devices: one's own, or all for who administers",
                         "设备列表：本人的设备，管理员可见全部"},
             .response = "DeviceList"},
            reading, [&services](const Call& call) { return list(services, call); });
    api.add({.path = "/v1/devices/{device}",
             .operation = "getDevice",
             .summary = {"One device, with the receipt of its wiping", "单个设备及其擦除回执"},
             .response = "Device"},
            reading, [&services](const Call& call) { return find(services, call); });
    api.add({.method = net::Method::Post,
             .path = "/v1/devices/{device}/commands",
             .operation = "orderDevice",
             .summary = {"Approve, lock, unlock, revoke, wipe or resync a device",
                         "批准、锁定、解锁、吊销、擦除设备或令其重新同步"},
             .request = "DeviceOrder",
             .response = "Device"},
            ordering, [&services](const Call& call) { return order(services, call); });
    api.add({.method = net::Method::Post,
             .path = "/v1/enrolments",
             .operation = "makeEnrolment",
             .summary = {"A one-time code to enrol a tablet with", "生成平板注册一次性代码"},
             .status = 201,
             .request = "EnrolmentRequest",
             .response = "Enrolment"},
            ordering, [&services](const Call& call) { return enrol(services, call); });
    addSigned(api);
}

} // namespace fieldbook::server::api
