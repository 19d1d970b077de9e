#pragma once

#include "client/device/position.h"

#include <QGeoPositionInfoSource>
#include <QObject>
#include <vector>

namespace fieldbook::client {

// The position that the system gives, through Qt Positioning. Whoever asks while an answer is
// awaited gets the same one.
class QtPosition final : public QObject, public PositionSource {
    Q_OBJECT

public:
    explicit QtPosition(QObject* parent = nullptr);

    void locate(std::function<void(const PositionAnswer&)> answer) override;

private:
    void took(const QGeoPositionInfo& info);
    void failed(QGeoPositionInfoSource::Error error);
    void answer(const PositionAnswer& answer);

    QGeoPositionInfoSource* source_;
    std::vector<std::function<void(const PositionAnswer&)>> asking_;
};

} // namespace fieldbook::client
