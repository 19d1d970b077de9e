#pragma once

#include "client/models/app_context.h"
#include "client/models/list_model.h"
#include "client/models/roles.h"

namespace fieldbook::client {

// A list that hangs on a record (a customer's contacts, a visit's files), read whole. Derived
// models name the roles and the question. QML sees `app` and `recordId`; with `needsRecord` false
// an empty id asks for all.
template <class Row>
class RecordListModel : public RowModel<Row> {
public:
    using RowModel<Row>::RowModel;

    [[nodiscard]] AppContext* app() const { return app_; }
    [[nodiscard]] const QString& recordId() const { return recordId_; }
    void reload()
    {
        this->setState(ListModel::State::Loading);
        load(true);
    }

protected:
    using Rows = std::vector<Row>;

    // The question, to be asked on a reader's thread.
    [[nodiscard]] virtual std::function<Rows(Queries&)> question() const = 0;
    [[nodiscard]] virtual bool concerns(const StoreChange& change) const = 0;
    [[nodiscard]] virtual bool needsRecord() const { return true; }

    bool takeApp(AppContext* app)
    {
        if (app_ == app) {
            return false;
        }
        app_ = app;
        QObject::connect(app_, &AppContext::storeChanged, this, [this](const StoreChange& change) {
            if (concerns(change)) {
                load(false);
            }
        });
        load(true);
        return true;
    }

    bool takeRecordId(const QString& id)
    {
        if (recordId_ == id) {
            return false;
        }
        recordId_ = id;
        load(true);
        return true;
    }

    // Anew where the question changed, otherwise keeping the place of what is shown.
    void load(bool anew)
    {
        if (app_ == nullptr || (needsRecord() && recordId_.isEmpty())) {
            return;
        }
        const int asking = ++asked_;
        app_->read(question())
            .then(this,
                  [this, anew, asking](Rows rows) {
                      if (asking != asked_) {
                          return;
                      }
                      anew ? this->replace(std::move(rows)) : this->apply(std::move(rows));
                  })
            .onFailed(this, [this, asking](const std::runtime_error&) {
                if (asking == asked_) {
                    this->setState(ListModel::State::Failed, QStringLiteral("store.read"));
                }
            });
    }

private:
    AppContext* app_ = nullptr;
    QString recordId_;
    int asked_ = 0;
};

} // namespace fieldbook::client

// What every model derived from RecordListModel says to QML; moc does not read templates.
#define FIELDBOOK_RECORD_LIST                                                                      \
public:                                                                                            \
    void setApp(fieldbook::client::AppContext* app)                                                \
    {                                                                                              \
        if (takeApp(app)) {                                                                        \
            emit appChanged();                                                                     \
        }                                                                                          \
    }                                                                                              \
    void setRecordId(const QString& id)                                                            \
    {                                                                                              \
        if (takeRecordId(id)) {                                                                    \
            emit recordIdChanged();                                                                \
        }                                                                                          \
    }
