#pragma once

#include "client/models/app_context.h"
#include "client/models/drafts/draft_reading.h"
#include "client/models/list_model.h"

#include <QtQml/qqmlregistration.h>

#include <QPointer>
#include <QVariantMap>

namespace fieldbook::client {

// What all forms of a record have in common: the record as it is stored (none, for a new one), what
// a new one starts with, and what the person changed since. Only that is recorded, and it is kept
// as a draft of the store from the first stroke on, so that an app that dies loses nothing. GUI
// thread.
class RecordDraft : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the forms of each record")
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY appChanged REQUIRED)
    // "" for a new one.
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
    Q_PROPERTY(fieldbook::client::ListModel::State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString errorCode READ errorCode NOTIFY stateChanged)
    // Field -> what the record that it refers to is called.
    Q_PROPERTY(QVariantMap names READ names NOTIFY changed)
    Q_PROPERTY(bool dirty READ dirty NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    // What was typed before and not saved came back with the form.
    Q_PROPERTY(bool restored READ restored NOTIFY changed)
    // Field -> sentence, of what stops it from being saved.
    Q_PROPERTY(QVariantMap problems READ problems NOTIFY changed)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] AppContext* app() const { return app_; }
    void setApp(AppContext* app);
    [[nodiscard]] const QString& recordId() const { return recordId_; }
    void setRecordId(const QString& id);
    [[nodiscard]] ListModel::State state() const { return state_; }
    [[nodiscard]] const QString& errorCode() const { return errorCode_; }
    [[nodiscard]] QVariantMap names() const;
    [[nodiscard]] bool dirty() const { return !changes_.empty(); }
    [[nodiscard]] bool busy() const { return busy_; }
    [[nodiscard]] bool restored() const { return restored_; }
    [[nodiscard]] virtual QVariantMap problems() const = 0;
    [[nodiscard]] bool canSave() const;

    // Does nothing while something stops it.
    Q_INVOKABLE virtual void save();
    // Forgets what was typed.
    Q_INVOKABLE virtual void discard();
    Q_INVOKABLE void reload();

signals:
    void appChanged();
    void recordIdChanged();
    void stateChanged();
    void changed();
    // The fields are to show their values anew: a record or a draft came, or was discarded.
    void filled();
    void saved(const QString& recordId);
    // A sentence for a toast.
    void refused(const QString& text);

protected:
    // nullptr while it is not known.
    [[nodiscard]] virtual const TypeSpec* spec() const = 0;
    // What else the form holds that is no field of the record.
    [[nodiscard]] virtual ExtraFields extra() const { return nullptr; }
    // What a new one starts with, at the moment when the form opens. A new one of another parent
    // (customer, lead) is a form of its own.
    [[nodiscard]] virtual FieldValues defaults() const = 0;
    // More than one form of one record may be open (an occurrence of a series).
    [[nodiscard]] virtual std::string keySuffix() const { return {}; }
    // What the form shows for a stored value; for forms that show one time of several.
    [[nodiscard]] virtual Value shownAs(std::string_view field, const Value& stored) const;
    // The deed that saves, to be run on the writer; gives the record's id.
    [[nodiscard]] virtual std::function<Result<Uuid>(Recorder&)> deed() const;
    // Tells why it was not saved.
    virtual void tell(const Error& error);

    // Forgets what it holds and opens as what it is now.
    void start();
    // Records what it holds, whatever is missing.
    void perform();
    [[nodiscard]] std::string key() const;
    [[nodiscard]] Value value(std::string_view field) const;
    [[nodiscard]] Value stored(std::string_view field) const;
    void set(std::string_view field, Value value);
    [[nodiscard]] QString text(std::string_view field) const;
    void setText(std::string_view field, const QString& text);
    [[nodiscard]] const FieldValues& changes() const { return changes_; }
    [[nodiscard]] const std::optional<Record>& record() const { return record_; }
    [[nodiscard]] const DraftAround& around() const { return around_; }
    // All that a new record is made with, or what an edit changes; tidied.
    [[nodiscard]] std::vector<FieldValue> values() const;
    void setBusy(bool busy);

private:
    [[nodiscard]] const FieldSpec* specOf(std::string_view field) const;
    void keep();
    void take(DraftReading reading);
    void finish(const Result<Uuid>& done);
    void setState(ListModel::State state, const QString& errorCode = {});

    QPointer<AppContext> app_;
    QString recordId_;
    ListModel::State state_ = ListModel::State::Loading;
    QString errorCode_;
    std::optional<Record> record_;
    FieldValues defaults_;
    FieldValues changes_;
    DraftAround around_;
    bool restored_ = false;
    bool busy_ = false;
    int loads_ = 0;
};

} // namespace fieldbook::client
