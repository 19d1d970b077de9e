#include "client/ui/components/signature_pad.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QRegularExpression>

namespace fieldbook::client {

namespace {

// Points closer than this (in thousandths of the width) add nothing a reader could see.
constexpr qreal pointDistanceMin = 2;
// A signature is a few hundred points; this bounds what a resting hand can write into a record.
constexpr int pointsMax = 8000;

QPainterPath curveThrough(const QVector<QPointF>& points)
{
    QPainterPath path{points.first()};
    if (points.size() == 1)
        path.lineTo(points.first() + QPointF{0.5, 0});
    for (qsizetype i = 1; i + 1 < points.size(); ++i)
        path.quadTo(points[i], (points[i] + points[i + 1]) / 2);
    if (points.size() > 1)
        path.lineTo(points.last());
    return path;
}

} // namespace

SignaturePad::SignaturePad(QQuickItem* parent) : QQuickPaintedItem{parent}
{
    setAcceptedMouseButtons(Qt::LeftButton);
    setAntialiasing(true);
}

QString SignaturePad::strokes() const
{
    QString text;
    for (const Stroke& stroke : strokes_) {
        QChar command = u'M';
        for (const QPointF& point : stroke) {
            text += command + QString::number(qRound(point.x())) + u' ' +
                    QString::number(qRound(point.y()));
            command = u'L';
        }
    }
    return text;
}

void SignaturePad::setStrokes(const QString& text)
{
    if (text == strokes())
        return;
    static const QRegularExpression point{QStringLiteral("([ML])(-?\\d{1,5}) (-?\\d{1,5})")};
    strokes_.clear();
    int taken = 0;
    for (auto match = point.globalMatch(text); match.hasNext() && taken < pointsMax; ++taken) {
        const QRegularExpressionMatch found = match.next();
        if (strokes_.isEmpty() || found.capturedView(1) == u'M')
            strokes_.append(Stroke{});
        strokes_.last().append({found.captured(2).toDouble(), found.captured(3).toDouble()});
    }
    update();
    emit strokesChanged();
}

void SignaturePad::setInk(const QColor& ink)
{
    if (ink_ == ink)
        return;
    ink_ = ink;
    update();
    emit inkChanged();
}

void SignaturePad::clear()
{
    if (strokes_.isEmpty())
        return;
    strokes_.clear();
    update();
    emit strokesChanged();
}

void SignaturePad::paint(QPainter* painter)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->scale(1 / scale1000(), 1 / scale1000());
    painter->setPen({ink_, 2.5 * scale1000(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    for (const Stroke& stroke : strokes_)
        painter->drawPath(curveThrough(stroke));
}

void SignaturePad::mousePressEvent(QMouseEvent* event)
{
    // Without this a scrolling page under the pad would take the pen away in mid-stroke.
    setKeepMouseGrab(true);
    strokes_.append(Stroke{});
    extend(event->position());
}

void SignaturePad::mouseMoveEvent(QMouseEvent* event) { extend(event->position()); }

void SignaturePad::mouseReleaseEvent(QMouseEvent*)
{
    setKeepMouseGrab(false);
    emit strokesChanged();
}

void SignaturePad::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickPaintedItem::geometryChange(now, before);
    update();
}

void SignaturePad::extend(QPointF position)
{
    qsizetype total = 0;
    for (const Stroke& stroke : std::as_const(strokes_))
        total += stroke.size();
    const QPointF bounded{qBound(0.0, position.x(), width()), qBound(0.0, position.y(), height())};
    const QPointF point = bounded * scale1000();
    Stroke& stroke = strokes_.last();
    if (total >= pointsMax ||
        (!stroke.isEmpty() && (point - stroke.last()).manhattanLength() < pointDistanceMin))
        return;
    stroke.append(point);
    update();
}

} // namespace fieldbook::client
