#include "client/models/record_view.h"

#include "client/models/deeds.h"
#include "client/models/roles.h"

namespace fieldbook::client {

void RecordView::setApp(AppContext* app)
{
    if (app_ == app) {
        return;
    }
    app_ = app;
    if (app_ == nullptr) {
        return;
    }
    connect(app_, &AppContext::storeChanged, this, [this](const StoreChange& change) {
        if (!recordId_.isEmpty() && concerns(change)) {
            load(++asked_);
        }
    });
    emit appChanged();
    reload();
}

void RecordView::setRecordId(const QString& id)
{
    if (recordId_ == id) {
        return;
    }
    recordId_ = id;
    emit recordIdChanged();
    reload();
}

void RecordView::reload()
{
    if (app_ != nullptr && !recordId_.isEmpty()) {
        setState(ListModel::State::Loading);
        load(++asked_);
    }
}

void RecordView::act(std::string_view name, const QVariantMap& arguments)
{
    perform(
        *app_, this,
        [name, id = toId(recordId_), json = toJson(arguments)](Recorder& recorder) {
            return recorder.act(name, id, json);
        },
        [this, name] { emit done(toQt(name)); },
        [this](const QString& text) { emit refused(text); });
}

void RecordView::setState(ListModel::State state, const QString& errorCode)
{
    if (state_ != state || errorCode_ != errorCode) {
        state_ = state;
        errorCode_ = errorCode;
        emit stateChanged();
    }
}

} // namespace fieldbook::client
