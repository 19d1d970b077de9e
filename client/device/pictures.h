#pragma once

#include "shared/base/result.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <cstddef>
#include <vector>

namespace fieldbook::client {

struct PictureFile {
    QString path;
    QDateTime takenAt;

    friend bool operator==(const PictureFile&, const PictureFile&) = default;
};

// The pictures a person may choose from. Any thread.
class PictureSource {
public:
    virtual ~PictureSource() = default;
    // Newest first.
    [[nodiscard]] virtual std::vector<PictureFile> newest(std::size_t limit) const = 0;
};

// Those in some folders and what is below them: where cameras put theirs.
class FolderPictures final : public PictureSource {
public:
    explicit FolderPictures(QStringList folders) : folders_{std::move(folders)} {}
    [[nodiscard]] std::vector<PictureFile> newest(std::size_t limit) const override;

private:
    QStringList folders_;
};

// Longest side in pixels of a picture that is kept.
inline constexpr int pictureSideMax = 2048;

// The picture upright, at most pictureSideMax, as JPEG without anything that came with it: not
// where it was taken, not with what. `picture.unreadable` for what is no picture. Any thread.
[[nodiscard]] Result<QByteArray> preparePicture(const QString& path);

} // namespace fieldbook::client
