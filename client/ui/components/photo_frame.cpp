#include "client/ui/components/photo_frame.h"

#include <QImageReader>
#include <QPainter>
#include <QPainterPath>
#include <QPointer>
#include <QQmlEngine>
#include <QQuickAsyncImageProvider>
#include <QQuickWindow>
#include <QThreadPool>
#include <memory>

namespace fieldbook::client {

namespace {

QString fileOf(const QUrl& url)
{
    return url.scheme() == QStringLiteral("qrc") ? QStringLiteral(":") + url.path()
                                                 : url.toLocalFile();
}

// Scaled while it is decoded, so that a camera's picture never stands in memory whole.
QImage decode(const QString& file, QSize frame)
{
    QImageReader reader{file};
    reader.setAutoTransform(true);
    const QSize whole = reader.size();
    if (whole.isValid() && !frame.isEmpty()) {
        const QSize turned = reader.transformation() & QImageIOHandler::TransformationRotate90
                                 ? frame.transposed()
                                 : frame;
        const QSize filling = whole.scaled(turned, Qt::KeepAspectRatioByExpanding);
        if (filling.width() < whole.width())
            reader.setScaledSize(filling);
    }
    return reader.read();
}

} // namespace

PhotoFrame::PhotoFrame(QQuickItem* parent) : QQuickPaintedItem{parent}
{
    setAntialiasing(true);
    connect(this, &PhotoFrame::lookChanged, this, [this] { update(); });
}

void PhotoFrame::setSource(const QUrl& source)
{
    if (source_ == source)
        return;
    source_ = source;
    image_ = {};
    load();
    update();
    emit sourceChanged();
}

void PhotoFrame::load()
{
    const int request = ++request_;
    if (source_.isEmpty() || width() < 1 || height() < 1)
        return;
    const qreal ratio = window() != nullptr ? window()->effectiveDevicePixelRatio() : 1;
    const QSize frame = (size() * ratio).toSize();
    if (source_.scheme() == QStringLiteral("image")) {
        ask(frame, request);
        return;
    }
    const QString file = fileOf(source_);
    QPointer<PhotoFrame> self{this};
    QThreadPool::globalInstance()->start([self, file, frame, request] {
        QImage image = decode(file, frame);
        // The item may be gone by now; only its own thread may look.
        QMetaObject::invokeMethod(qApp, [self, image, request] {
            if (self.isNull() || self->request_ != request)
                return;
            self->image_ = image;
            self->update();
        });
    });
}

// From whoever provides images of that name to this engine.
void PhotoFrame::ask(QSize frame, int request)
{
    const QQmlEngine* engine = qmlEngine(this);
    auto* provider = engine != nullptr ? engine->imageProvider(source_.host()) : nullptr;
    if (provider == nullptr || provider->imageType() != QQmlImageProviderBase::ImageResponse)
        return;
    auto* response = static_cast<QQuickAsyncImageProvider*>(provider)->requestImageResponse(
        source_.path().mid(1), frame);
    connect(response, &QQuickImageResponse::finished, response, &QObject::deleteLater);
    connect(response, &QQuickImageResponse::finished, this, [this, response, request] {
        const std::unique_ptr<QQuickTextureFactory> picture{response->textureFactory()};
        if (request_ == request && picture != nullptr) {
            image_ = picture->image();
            update();
        }
    });
}

void PhotoFrame::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickPaintedItem::geometryChange(now, before);
    if (now.size() != before.size())
        load();
}

void PhotoFrame::paint(QPainter* painter)
{
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF frame = boundingRect().adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(frame, radius_, radius_);
    painter->fillPath(shape, around_);
    if (!image_.isNull()) {
        const QSizeF filling =
            QSizeF{image_.size()}.scaled(frame.size(), Qt::KeepAspectRatioByExpanding);
        QRectF target{{}, filling};
        target.moveCenter(frame.center());
        painter->save();
        painter->setClipPath(shape);
        painter->drawImage(target, image_);
        painter->restore();
    }
    painter->setPen({edge_, 1, dashed_ ? Qt::DashLine : Qt::SolidLine});
    painter->drawPath(shape);
}

} // namespace fieldbook::client
