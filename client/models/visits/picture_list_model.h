#pragma once

#include "client/device/pictures.h"
#include "client/models/app_context.h"
#include "client/models/list_model.h"

namespace fieldbook::client {

// The pictures on the tablet, newest first, to choose from where there is no camera. Looked for
// when reload() is called. GUI thread.
class PictureListModel : public fieldbook::client::ListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app MEMBER app_ NOTIFY appChanged REQUIRED)

public:
    explicit PictureListModel(QObject* parent = nullptr);

    Q_INVOKABLE void reload();

signals:
    void appChanged();

private:
    AppContext* app_ = nullptr;
    Rows<PictureFile> rows_;
};

} // namespace fieldbook::client
