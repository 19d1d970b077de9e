#pragma once

#include <QtQml/qqmlregistration.h>

#include <QColor>
#include <QPointF>
#include <QQuickPaintedItem>
#include <QVector>

namespace fieldbook::client {

// Takes a signature by finger, pen or mouse. What was drawn is kept as strokes of points in a space
// 1000 wide, written as SVG path text ("M12 30L14 33…"): it can be stored in a record and drawn
// again at any size.
class SignaturePad : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString strokes READ strokes WRITE setStrokes NOTIFY strokesChanged)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY strokesChanged)
    Q_PROPERTY(QColor ink MEMBER ink_ WRITE setInk NOTIFY inkChanged)

public:
    explicit SignaturePad(QQuickItem* parent = nullptr);

    [[nodiscard]] QString strokes() const;
    void setStrokes(const QString& text);
    [[nodiscard]] bool isEmpty() const { return strokes_.isEmpty(); }
    void setInk(const QColor& ink);

    Q_INVOKABLE void clear();

    void paint(QPainter* painter) override;

signals:
    void strokesChanged();
    void inkChanged();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;

private:
    using Stroke = QVector<QPointF>;

    void extend(QPointF position);
    [[nodiscard]] qreal scale1000() const { return width() > 0 ? 1000.0 / width() : 1; }

    QVector<Stroke> strokes_;
    QColor ink_ = Qt::black;
};

} // namespace fieldbook::client
