#include "client/models/record_view.h"

#include "client/models/error_text.h"
#include "client/models/roles.h"

#include <QJsonDocument>
#include <QJsonObject>

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
    const auto json =
        QJsonDocument{QJsonObject::fromVariantMap(arguments)}.toJson(QJsonDocument::Compact);
    app_->record([name, id = toId(recordId_), json = json.toStdString()](Recorder& recorder) {
            return recorder.act(name, id, json);
        })
        .then(this,
              [this, name](const Result<void>& result) {
                  if (result) {
                      emit done(toQt(name));
                  } else {
                      emit refused(ErrorText::of(toQt(result.error().code)));
                  }
              })
        .onFailed(this, [this](const std::runtime_error&) {
            emit refused(ErrorText::of(QStringLiteral("store.write")));
        });
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
