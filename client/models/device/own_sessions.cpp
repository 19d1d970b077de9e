#include "client/models/device/own_sessions.h"

#include "client/models/roles.h"
#include "shared/base/clock.h"

#include <nlohmann/json.hpp>

#include <QVariantMap>
#include <algorithm>

namespace fieldbook::client {
namespace {

QVariantMap rowFrom(const nlohmann::json& session)
{
    const auto text = [&](const char* name) { return toQt(session.value(name, std::string{})); };
    const auto seen = parseRfc3339(session.value("last_seen", std::string{}));
    return {{QStringLiteral("session"), text("session")},
            {QStringLiteral("device"), text("device_code")},
            {QStringLiteral("name"), text("device_name")},
            {QStringLiteral("platform"), text("platform")},
            {QStringLiteral("lastSeen"), seen ? QVariant{toQt(*seen)} : QVariant{}},
            {QStringLiteral("current"), session.value("current", false)}};
}

} // namespace

OwnSessions::OwnSessions(Parts parts, QObject* parent) : QObject{parent}, parts_{std::move(parts)}
{}

void OwnSessions::reload()
{
    if (rows_.isEmpty()) {
        phase_ = Phase::Loading;
        emit changed();
    }
    parts_.list([this](const Result<std::string>& answer) {
        QMetaObject::invokeMethod(this, [this, answer] { take(answer); }, Qt::QueuedConnection);
    });
}

void OwnSessions::end(const QString& session)
{
    parts_.end(session.toStdString(), [this](const Result<void>& answer) {
        QMetaObject::invokeMethod(
            this,
            [this, answer] {
                if (!answer) {
                    fail(answer.error().code);
                    return;
                }
                emit ended();
                reload();
            },
            Qt::QueuedConnection);
    });
}

void OwnSessions::take(const Result<std::string>& answer)
{
    if (!answer) {
        fail(answer.error().code);
        return;
    }
    const auto body = nlohmann::json::parse(*answer, nullptr, false);
    const auto sessions = body.is_object() ? body.value("sessions", nlohmann::json::array())
                                           : nlohmann::json::array();
    rows_.clear();
    for (const auto& session : sessions) {
        if (session.is_object()) {
            const auto row = rowFrom(session);
            row[QStringLiteral("current")].toBool() ? rows_.prepend(row) : rows_.append(row);
        }
    }
    errorCode_.clear();
    phase_ = rows_.isEmpty() ? Phase::Empty : Phase::Ready;
    emit changed();
}

void OwnSessions::fail(const std::string& code)
{
    errorCode_ = toQt(code);
    phase_ = Phase::Failed;
    emit changed();
}

} // namespace fieldbook::client
