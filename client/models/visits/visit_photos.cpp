#include "client/models/visits/visit_photos.h"

#include "client/device/pictures.h"
#include "client/models/error_text.h"

#include <QFileInfo>

namespace fieldbook::client {
namespace {

// IMG_2031.HEIC is kept as a JPEG and says so.
std::string photoName(const QString& path)
{
    return (QFileInfo{path}.completeBaseName() + QStringLiteral(".jpg")).toStdString();
}

} // namespace

void VisitPhotos::add(const QString& path)
{
    if (!app_ || visitId_.isEmpty()) {
        return;
    }
    ++pending_;
    emit pendingChanged();
    // On a reader's thread: it is work of some tenths of a second and needs no place of its own.
    app_->read([path](Queries&) { return preparePicture(path); })
        .then(this, [this, path](const Result<QByteArray>& picture) {
            if (picture) {
                attach(path, *picture);
            } else {
                finish(toQt(picture.error().code));
            }
        });
}

void VisitPhotos::attach(const QString& path, const QByteArray& bytes)
{
    const QDateTime taken = QFileInfo{path}.lastModified();
    const Timestamp at = std::min(
        app_->now(), taken.isValid() ? fromMillis(taken.toMSecsSinceEpoch()) : app_->now());
    app_->record([content = bytes.toStdString(), name = photoName(path), at, visit = toId(visitId_),
                  customer = toId(customerId_)](Recorder& recorder) {
            return recorder.attach(content, {{"name", name},
                                             {"kind", std::string{"photo"}},
                                             {"media_type", std::string{"image/jpeg"}},
                                             {"visit", visit},
                                             {"customer", customer},
                                             {"taken_at", at}});
        })
        .then(this,
              [this](const Result<Uuid>& photo) {
                  finish(photo ? QString{} : toQt(photo.error().code));
                  if (photo) {
                      emit added(toQt(*photo));
                  }
              })
        .onFailed(this,
                  [this](const std::runtime_error&) { finish(QStringLiteral("store.write")); });
}

void VisitPhotos::finish(const QString& refusal)
{
    --pending_;
    emit pendingChanged();
    if (!refusal.isEmpty()) {
        emit refused(ErrorText::of(refusal));
    }
}

void VisitPhotos::describe(const QString& photoId, const QString& caption)
{
    const std::string words = caption.trimmed().toStdString();
    app_->record([id = toId(photoId), words](Recorder& recorder) {
            return recorder.edit(id, {{"caption", words.empty() ? Value{} : Value{words}}});
        })
        .then(this, [this](const Result<void>& done) {
            if (!done) {
                emit refused(ErrorText::of(toQt(done.error().code)));
            }
        });
}

void VisitPhotos::remove(const QString& photoId)
{
    app_->record([id = toId(photoId)](Recorder& recorder) { return recorder.remove(id); })
        .then(this, [this](const Result<void>& done) {
            if (!done) {
                emit refused(ErrorText::of(toQt(done.error().code)));
            }
        });
}

void VisitPhotos::restore(const QString& photoId)
{
    app_->record([id = toId(photoId)](Recorder& recorder) { return recorder.restore(id); })
        .then(this, [this](const Result<void>& done) {
            if (!done) {
                emit refused(ErrorText::of(toQt(done.error().code)));
            }
        });
}

} // namespace fieldbook::client
