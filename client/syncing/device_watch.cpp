#include "client/syncing/device_watch.h"

#include "shared/sync/tuning.h"

#include <nlohmann/json.hpp>

#include <QNetworkReply>
#include <QUrl>

namespace fieldbook::client {
namespace {

// Nobody waits for it longer.
constexpr std::chrono::seconds askTimeMax{10};

} // namespace

DeviceWatch::DeviceWatch(LocalStore& store,
                         HttpRemote& remote,
                         std::function<void(const Told&)> told)
    : store_{store}, remote_{remote}, told_{std::move(told)}
{
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &DeviceWatch::ask);
}

void DeviceWatch::start()
{
    if (!running_) {
        running_ = true;
        ask();
    }
}

void DeviceWatch::askAgain()
{
    timer_.stop();
    if (running_ && !underWay_) {
        ask();
    }
}

void DeviceWatch::stop()
{
    running_ = false;
    timer_.stop();
    if (underWay_) {
        HttpRemote::cancel(underWay_);
        underWay_ = nullptr;
    }
}

void DeviceWatch::ask()
{
    const auto account = store_.session().account();
    if (!account) {
        return;
    }
    const auto contact = store_.device().nextContact();
    const auto message =
        sync::signedFor(sync::Purpose::Contact, sync::contactText(account->device, contact),
                        SigningKey{store_.device().keySeed()});
    remote_.setServer(QUrl{QString::fromStdString(account->server)});
    const Call call{.method = "POST",
                    .path = QStringLiteral("/v1/devices/contact"),
                    .body = QByteArray::fromStdString(sync::toJson(message)),
                    .timeLimit = askTimeMax};
    underWay_ = remote_.send(call, [this](const Answer& answer) { take(answer); });
}

void DeviceWatch::take(const Answer& answer)
{
    underWay_ = nullptr;
    Told told;
    if (answer.succeeded()) {
        store_.device().contactAnswered();
        const auto body = nlohmann::json::parse(answer.body.toStdString(), nullptr, false);
        if (body.is_object()) {
            told.state = body.value("state", "");
            told.delivery = body.value("delivery", "");
            store_.device().setHelp(body.value("help", ""));
            told.last = body.value("last", std::int64_t{-1});
        }
    }
    told.cloned = answer.code == "device.cloned";
    told_(told);
    if (running_ && !underWay_) {
        timer_.start(store_.device().state().empty() ? sync::watchDelay : sync::closedOffDelay);
    }
}

} // namespace fieldbook::client
