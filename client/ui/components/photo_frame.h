#pragma once

#include <QtQml/qqmlregistration.h>

#include <QColor>
#include <QImage>
#include <QQuickPaintedItem>
#include <QUrl>

namespace fieldbook::client {

// A picture from a file or an asynchronous image provider ("image://store/..."), cropped to fill a
// frame with round corners; without one, the frame alone. The software renderer cannot clip to
// round corners, so this paints them. Decoding happens off the GUI thread at the size shown.
class PhotoFrame : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QUrl source READ source WRITE setSource NOTIFY sourceChanged)
    Q_PROPERTY(qreal radius MEMBER radius_ NOTIFY lookChanged)
    Q_PROPERTY(QColor edge MEMBER edge_ NOTIFY lookChanged)
    Q_PROPERTY(QColor around MEMBER around_ NOTIFY lookChanged)
    Q_PROPERTY(bool dashed MEMBER dashed_ NOTIFY lookChanged)

public:
    explicit PhotoFrame(QQuickItem* parent = nullptr);

    [[nodiscard]] QUrl source() const { return source_; }
    void setSource(const QUrl& source);

    void paint(QPainter* painter) override;

signals:
    void sourceChanged();
    void lookChanged();

protected:
    void geometryChange(const QRectF& now, const QRectF& before) override;

private:
    void load();
    void ask(QSize frame, int request);

    QUrl source_;
    QImage image_;
    int request_ = 0;
    qreal radius_ = 0;
    QColor edge_;
    QColor around_;
    bool dashed_ = false;
};

} // namespace fieldbook::client
