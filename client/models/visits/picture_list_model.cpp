#include "client/models/visits/picture_list_model.h"

#include <QFileInfo>
#include <QUrl>

namespace fieldbook::client {
namespace {

constexpr std::size_t picturesMax = 120;

} // namespace

PictureListModel::PictureListModel(QObject* parent)
    : fieldbook::client::ListModel{parent},
      rows_{*this,
            [](const PictureFile& row) { return row.path; },
            {
                {"path", [](const PictureFile& row) { return row.path; }},
                {"picture", [](const PictureFile& row) { return QUrl::fromLocalFile(row.path); }},
                {"name", [](const PictureFile& row) { return QFileInfo{row.path}.fileName(); }},
                {"takenAt", [](const PictureFile& row) { return row.takenAt; }},
            }}
{}

void PictureListModel::reload()
{
    if (app_ == nullptr || app_->device().pictures == nullptr) {
        rows_.replace({});
        return;
    }
    app_->read([source = app_->device().pictures](Queries&) { return source->newest(picturesMax); })
        .then(this, [this](std::vector<PictureFile> files) { rows_.apply(std::move(files)); })
        .onFailed(this, [this](const std::runtime_error&) { fail(); });
}

} // namespace fieldbook::client
