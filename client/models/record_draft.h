#pragma once

#include "client/models/app_context.h"
#include "client/models/list_model.h"
#include "client/models/roles.h"
#include "shared/calendar/zone.h"

#include <QtQml/qqmlregistration.h>

#include <QPointer>
#include <QVariantList>
#include <QVariantMap>
#include <map>

namespace fieldbook::client {

// What forms have in common: the record as it is stored (none, for a new one), what a new one
// starts with, and what the person changed since. Only that is recorded, and it is kept as a draft
// of the store from the first stroke on, so that an app that dies loses nothing. GUI thread.
class RecordDraft : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the forms of each record")
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY appChanged REQUIRED)
    // "" for a new one.
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
    // The customer that a new one is about, as the page that opens the form knows; to be set before
    // `app`.
    Q_PROPERTY(QString context READ context WRITE setContext NOTIFY changed)
    Q_PROPERTY(fieldbook::client::ListModel::State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString errorCode READ errorCode NOTIFY stateChanged)
    Q_PROPERTY(QString customerId READ customerId WRITE setCustomerId NOTIFY changed)
    Q_PROPERTY(QString customerName READ customerName NOTIFY changed)
    // [{ value, text, note }] of the customer, for ChoiceField.
    Q_PROPERTY(QVariantList contacts READ contacts NOTIFY changed)
    Q_PROPERTY(bool dirty READ dirty NOTIFY changed)
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
    [[nodiscard]] const QString& context() const { return context_; }
    void setContext(const QString& customer);
    [[nodiscard]] ListModel::State state() const { return state_; }
    [[nodiscard]] const QString& errorCode() const { return errorCode_; }
    [[nodiscard]] QString customerId() const;
    void setCustomerId(const QString& id);
    [[nodiscard]] QString customerName() const { return customerName_; }
    [[nodiscard]] const QVariantList& contacts() const { return contacts_; }
    [[nodiscard]] bool dirty() const { return !changes_.empty(); }
    [[nodiscard]] bool restored() const { return restored_; }
    [[nodiscard]] QVariantMap problems() const;
    [[nodiscard]] bool canSave() const;

    Q_INVOKABLE void save();
    // Forgets what was typed.
    Q_INVOKABLE void discard();
    Q_INVOKABLE void reload();

signals:
    void appChanged();
    void recordIdChanged();
    void stateChanged();
    void changed();
    void saved(const QString& recordId);
    // A sentence for a toast.
    void refused(const QString& text);

protected:
    using Changes = std::map<std::string, Value, std::less<>>;

    // The record type, and so the key of the draft.
    [[nodiscard]] virtual const TypeSpec& type() const = 0;
    // What else the form holds that is no field of the record; nullptr for an unknown name.
    [[nodiscard]] virtual const FieldSpec* extra(std::string_view name) const;
    // What a new one starts with, at the moment when the form opens.
    [[nodiscard]] virtual Changes defaults() const = 0;
    virtual void findProblems(QVariantMap& problems) const = 0;
    // The deed that saves, to be run on the writer; gives the record's id.
    [[nodiscard]] virtual std::function<Result<Uuid>(Recorder&)> deed() const;
    // More than one form of one record may be open (an occurrence of a series).
    [[nodiscard]] virtual std::string keySuffix() const { return {}; }

    // What the form shows for a stored value; for forms that show one time of several.
    [[nodiscard]] virtual Value shownAs(std::string_view field, const Value& stored) const;

    [[nodiscard]] Value value(std::string_view field) const;
    [[nodiscard]] Value stored(std::string_view field) const;
    [[nodiscard]] QString text(std::string_view field) const;
    [[nodiscard]] std::optional<Timestamp> time(std::string_view field) const;
    void set(std::string_view field, Value value);
    void setText(std::string_view field, const QString& text);
    [[nodiscard]] const Changes& changes() const { return changes_; }
    [[nodiscard]] const std::optional<Record>& record() const { return record_; }
    // All that a new record is made with, or what an edit changes.
    [[nodiscard]] std::vector<FieldValue> values() const;

    // Days and minutes on the wall of a zone. A time without a day is 9:00; a day that is taken
    // away takes the time with it.
    [[nodiscard]] Zone zone() const;
    [[nodiscard]] QVariant dayOf(std::string_view field) const;
    [[nodiscard]] int minutesOf(std::string_view field) const;
    void setDay(std::string_view field, const QVariant& day);
    void setMinutes(std::string_view field, int minutes);
    static void require(QVariantMap& problems, std::string_view field, bool given);

private:
    struct Around {
        QString customerName;
        QVariantList contacts;
    };
    struct Reading {
        std::optional<Record> record;
        std::string draft;
        Around around;
    };
    [[nodiscard]] static Around lookAround(Queries& store, const Uuid& customer);
    [[nodiscard]] std::string key() const;
    [[nodiscard]] Changes changesFrom(std::string_view json) const;
    void keep();
    void take(Reading reading);
    void finish(const Result<Uuid>& done);
    void findCustomer();
    void setState(ListModel::State state, const QString& errorCode = {});

    QPointer<AppContext> app_;
    QString recordId_;
    QString context_;
    ListModel::State state_ = ListModel::State::Loading;
    QString errorCode_;
    std::optional<Record> record_;
    Changes defaults_;
    Changes changes_;
    QString customerName_;
    QVariantList contacts_;
    bool restored_ = false;
    bool busy_ = false;
    int loads_ = 0;
};

} // namespace fieldbook::client
