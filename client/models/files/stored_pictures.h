#pragma once

#include "client/models/app_context.h"

#include <QPointer>
#include <QQuickAsyncImageProvider>

namespace fieldbook::client {

// Pictures out of the encrypted store, by "image://store/<sha256>": decoded at the size asked for,
// upright, never written to a file. Null for what is not on this tablet. GUI thread.
class StoredPictures : public QQuickAsyncImageProvider {
public:
    explicit StoredPictures(AppContext& app) : app_{&app} {}

    QQuickImageResponse* requestImageResponse(const QString& id, const QSize& size) override;

private:
    QPointer<AppContext> app_;
};

} // namespace fieldbook::client
