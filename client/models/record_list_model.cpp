#include "client/models/record_list_model.h"

namespace fieldbook::client {

void RecordListModel::setApp(AppContext* app)
{
    if (app_ == app) {
        return;
    }
    app_ = app;
    if (app_ == nullptr) {
        return;
    }
    connect(app_, &AppContext::storeChanged, this, [this](const StoreChange& change) {
        const bool asksForAll = needs_ == Needs::Nothing;
        if ((asksForAll || !recordId_.isEmpty()) && concerns(change)) {
            load(Load::Again);
        }
    });
    emit appChanged();
    loadAnew();
}

void RecordListModel::setRecordId(const QString& id)
{
    if (recordId_ == id) {
        return;
    }
    recordId_ = id;
    emit recordIdChanged();
    loadAnew();
}

void RecordListModel::reload()
{
    setState(State::Loading);
    loadAnew();
}

void RecordListModel::loadAnew()
{
    if (app_ != nullptr && (needs_ == Needs::Nothing || !recordId_.isEmpty())) {
        load(Load::Anew);
    }
}

} // namespace fieldbook::client
