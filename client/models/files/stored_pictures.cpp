#include "client/models/files/stored_pictures.h"

#include <QBuffer>
#include <QImageReader>

namespace fieldbook::client {
namespace {

QImage decode(const std::string& bytes, QSize size)
{
    QByteArray content =
        QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    QBuffer buffer{&content};
    QImageReader reader{&buffer};
    reader.setAutoTransform(true);
    const QSize whole = reader.size();
    if (whole.isValid() && !size.isEmpty()) {
        const QSize filling = whole.scaled(size, Qt::KeepAspectRatioByExpanding);
        if (filling.width() < whole.width()) {
            reader.setScaledSize(filling);
        }
    }
    return reader.read();
}

class Answer final : public QQuickImageResponse {
public:
    void give(QImage image)
    {
        image_ = std::move(image);
        emit finished();
    }
    [[nodiscard]] QQuickTextureFactory* textureFactory() const override
    {
        return QQuickTextureFactory::textureFactoryForImage(image_);
    }
    [[nodiscard]] QString errorString() const override
    {
        return image_.isNull() ? QStringLiteral("not on this tablet") : QString{};
    }

private:
    QImage image_;
};

} // namespace

QQuickImageResponse* StoredPictures::requestImageResponse(const QString& id, const QSize& size)
{
    auto* answer = new Answer;
    if (!app_) {
        QMetaObject::invokeMethod(answer, [answer] { answer->give({}); }, Qt::QueuedConnection);
        return answer;
    }
    app_->read([sha = id.toStdString(), size](Queries& store) {
            const auto bytes = store.fileBytes(sha);
            return bytes ? decode(*bytes, size) : QImage{};
        })
        .then(answer, [answer](const QImage& image) { answer->give(image); })
        .onFailed(answer, [answer](const std::runtime_error&) { answer->give({}); });
    return answer;
}

} // namespace fieldbook::client
