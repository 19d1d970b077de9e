#include "client/device/qt_position.h"

#include <utility>

namespace fieldbook::client {
namespace {

// A person who checks in waits no longer than this.
constexpr int waitMillis = 8'000;

} // namespace

QtPosition::QtPosition(QObject* parent)
    : QObject{parent}, source_{QGeoPositionInfoSource::createDefaultSource(this)}
{
    if (source_ != nullptr) {
        connect(source_, &QGeoPositionInfoSource::positionUpdated, this, &QtPosition::took);
        connect(source_, &QGeoPositionInfoSource::errorOccurred, this, &QtPosition::failed);
    }
}

void QtPosition::locate(std::function<void(const PositionAnswer&)> answer)
{
    if (source_ == nullptr) {
        answer({std::nullopt, NoPosition::NoSource});
        return;
    }
    asking_.push_back(std::move(answer));
    if (asking_.size() == 1) {
        source_->requestUpdate(waitMillis);
    }
}

void QtPosition::took(const QGeoPositionInfo& info)
{
    const QGeoCoordinate place = info.coordinate();
    if (!place.isValid()) {
        return;
    }
    answer({PositionFix{
                .latitude = place.latitude(),
                .longitude = place.longitude(),
                .accuracy = info.hasAttribute(QGeoPositionInfo::HorizontalAccuracy)
                                ? info.attribute(QGeoPositionInfo::HorizontalAccuracy)
                                : 0,
                .at = fromMillis(info.timestamp().toMSecsSinceEpoch()),
            },
            {}});
}

void QtPosition::failed(QGeoPositionInfoSource::Error error)
{
    switch (error) {
    case QGeoPositionInfoSource::NoError:
        return;
    case QGeoPositionInfoSource::AccessError:
        answer({std::nullopt, NoPosition::Denied});
        return;
    case QGeoPositionInfoSource::UpdateTimeoutError:
        answer({std::nullopt, NoPosition::TimedOut});
        return;
    default:
        answer({std::nullopt, NoPosition::NoSource});
    }
}

void QtPosition::answer(const PositionAnswer& answer)
{
    for (const auto& tell : std::exchange(asking_, {})) {
        tell(answer);
    }
}

} // namespace fieldbook::client
