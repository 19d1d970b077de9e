#include "client/syncing/receipt_courier.h"

#include "client/remote/http_remote.h"
#include "shared/sync/tuning.h"

#include <QUrl>
#include <algorithm>

namespace fieldbook::client {
namespace {

constexpr int doublingsMax = 7;

} // namespace

ReceiptCourier::ReceiptCourier(Wiping wiping, const QByteArray& certificateAuthority, Told told)
    : wiping_{std::move(wiping)},
      remote_{std::make_unique<HttpRemote>(certificateAuthority)},
      told_{std::move(told)}
{
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &ReceiptCourier::send);
}

ReceiptCourier::~ReceiptCourier() = default;

void ReceiptCourier::start() { send(); }

void ReceiptCourier::send()
{
    const auto done = wiping_.done();
    if (!done || !done->receipt) {
        return;
    }
    remote_->setServer(QUrl{QString::fromStdString(done->server)});
    const Call call{.method = "POST",
                    .path = QStringLiteral("/v1/devices/receipt"),
                    .body = QByteArray::fromStdString(sync::toJson(*done->receipt))};
    remote_->send(call, [this](const Answer& answer) { take(answer); });
}

void ReceiptCourier::take(const Answer& answer)
{
    if (answer.succeeded()) {
        wiping_.receiptTaken();
        told_({});
        return;
    }
    const auto wait = sync::retryDelayMin * (1 << std::min(failures_++, doublingsMax));
    timer_.start(std::max(std::min(wait, sync::retryDelayMax), answer.retryAfter));
    told_(answer.code.empty() ? "network.answer" : answer.code);
}

} // namespace fieldbook::client
