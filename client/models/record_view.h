#pragma once

#include "client/models/app_context.h"
#include "client/models/list_model.h"

#include <QVariantMap>

namespace fieldbook::client {

// What every page about one record has in common: which record, and whether it is there. A page
// that shows a record that went (reassigned, say) becomes Empty and says so. GUI thread.
class RecordView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the models of each page")
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY appChanged REQUIRED)
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
    Q_PROPERTY(fieldbook::client::ListModel::State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString errorCode READ errorCode NOTIFY stateChanged)

public:
    using QObject::QObject;

    [[nodiscard]] AppContext* app() const { return app_; }
    void setApp(AppContext* app);
    [[nodiscard]] const QString& recordId() const { return recordId_; }
    void setRecordId(const QString& id);
    [[nodiscard]] ListModel::State state() const { return state_; }
    [[nodiscard]] const QString& errorCode() const { return errorCode_; }
    Q_INVOKABLE void reload();

signals:
    void appChanged();
    void recordIdChanged();
    void stateChanged();
    // What is shown changed: every property of the record may have.
    void shown();
    // The act is recorded; `name` as shared/rules has it ("lead.qualify").
    void done(const QString& name);
    // A sentence for a toast.
    void refused(const QString& text);

protected:
    // Asks the store for the record and calls show() or showNothing(); `asking` tells answers to
    // older questions apart.
    virtual void load(int asking) = 0;
    // Whether a commit concerns what is shown.
    [[nodiscard]] virtual bool concerns(const StoreChange& change) const = 0;

    [[nodiscard]] bool isCurrent(int asking) const { return asking == asked_; }
    void setState(ListModel::State state, const QString& errorCode = {});
    // Does it to the record; done() or refused() follows.
    void act(std::string_view name, const QVariantMap& arguments);

private:
    AppContext* app_ = nullptr;
    QString recordId_;
    ListModel::State state_ = ListModel::State::Loading;
    QString errorCode_;
    int asked_ = 0;
};

} // namespace fieldbook::client
