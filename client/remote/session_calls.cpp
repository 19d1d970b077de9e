#include "client/remote/session_calls.h"

#include <nlohmann/json.hpp>

#include <QSysInfo>

namespace fieldbook::client {
namespace {

using nlohmann::json;

tl::unexpected<Error> refused(const Answer& answer)
{
    return fail(ErrorKind::Unauthorised, answer.code.empty() ? "network.answer" : answer.code);
}

Call posting(const char* path, const json& body)
{
    return {.method = "POST",
            .path = QString::fromLatin1(path),
            .body = QByteArray::fromStdString(body.dump())};
}

} // namespace

Call signInCall(const SignInAttempt& attempt)
{
    json body{{"login", attempt.login},
              {"password", attempt.password},
              {"device",
               {{"id", attempt.install.text()},
                {"name", attempt.deviceName},
                {"platform", QSysInfo::prettyProductName().toStdString()},
                {"app_version", attempt.appVersion}}}};
    if (!attempt.code.empty()) {
        body["code"] = attempt.code;
    }
    if (!attempt.enrolment.empty()) {
        body["enrolment"] = attempt.enrolment;
    }
    if (attempt.contact) {
        body["device"]["contact"] = json::parse(sync::toJson(*attempt.contact));
    }
    return posting("/v1/sessions", body);
}

Result<SignInAnswer> readSignIn(const Answer& answer)
{
    if (!answer.succeeded()) {
        return refused(answer);
    }
    const json body = json::parse(answer.body.begin(), answer.body.end(), nullptr, false);
    const json user = body.is_object() ? body.value("user", json::object()) : json::object();
    const auto id = Uuid::parse(user.value("id", ""));
    if (!id || !body.contains("token")) {
        return fail(ErrorKind::Invalid, "network.answer");
    }
    return SignInAnswer{.user = *id,
                        .userName = user.value("name", ""),
                        .device = body.value("device", std::int64_t{0}),
                        .deviceCode = body.value("device_code", ""),
                        .token = body.value("token", ""),
                        .pending = body.value("device_state", "") == "pending",
                        .help = body.value("help", "")};
}

Call leaseCall(const Uuid& vault, std::span<const std::uint8_t> nonce, bool recover)
{
    json body{{"vault", vault.text()}, {"nonce", toBase64Url(nonce)}};
    if (recover) {
        body["recover"] = true;
    }
    return posting("/v1/lease", body);
}

Result<custody::LeaseGrant> readLeaseGrant(const Answer& answer)
{
    return answer.succeeded() ? custody::parseGrant(answer.body.toStdString()) : refused(answer);
}

} // namespace fieldbook::client
