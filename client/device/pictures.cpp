#include "client/device/pictures.h"

#include <QBuffer>
#include <QDirIterator>
#include <QFileInfo>
#include <QImage>
#include <QImageReader>
#include <QPainter>
#include <algorithm>

namespace fieldbook::client {
namespace {

constexpr int jpegQuality = 82;
// Of one search; a folder that holds more is not a camera's.
constexpr std::size_t filesLookedAt = 20'000;

QStringList patterns()
{
    return {QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"), QStringLiteral("*.png"),
            QStringLiteral("*.webp"), QStringLiteral("*.bmp")};
}

// On white, so that what was transparent does not turn black; and without the texts of the file.
QImage flat(const QImage& picture)
{
    QImage paper{picture.size(), QImage::Format_RGB32};
    paper.fill(Qt::white);
    QPainter{&paper}.drawImage(QPoint{}, picture);
    return paper;
}

} // namespace

std::vector<PictureFile> FolderPictures::newest(std::size_t limit) const
{
    std::vector<PictureFile> found;
    for (const QString& folder : folders_) {
        QDirIterator files{folder, patterns(), QDir::Files | QDir::Readable,
                           QDirIterator::Subdirectories};
        while (files.hasNext() && found.size() < filesLookedAt) {
            files.next();
            found.push_back({files.filePath(), files.fileInfo().lastModified()});
        }
    }
    std::ranges::sort(found, [](const PictureFile& a, const PictureFile& b) {
        return a.takenAt != b.takenAt ? b.takenAt < a.takenAt : a.path < b.path;
    });
    found.resize(std::min(found.size(), limit));
    return found;
}

Result<QByteArray> preparePicture(const QString& path)
{
    QImageReader reader{path};
    reader.setAutoTransform(true);
    // Scaled while it is decoded, so that a camera's picture never stands in memory whole.
    const QSize whole = reader.size();
    const QSize bound{pictureSideMax, pictureSideMax};
    if (whole.isValid() && (whole.width() > pictureSideMax || whole.height() > pictureSideMax)) {
        reader.setScaledSize(whole.scaled(bound, Qt::KeepAspectRatio));
    }
    QImage picture = reader.read();
    if (picture.isNull()) {
        return fail(ErrorKind::Invalid, "picture.unreadable", reader.errorString().toStdString());
    }
    if (picture.width() > pictureSideMax || picture.height() > pictureSideMax) {
        picture = picture.scaled(bound, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    QByteArray bytes;
    QBuffer buffer{&bytes};
    if (!buffer.open(QIODevice::WriteOnly) || !flat(picture).save(&buffer, "JPEG", jpegQuality)) {
        return fail(ErrorKind::Unavailable, "picture.unwritable");
    }
    return bytes;
}

} // namespace fieldbook::client
