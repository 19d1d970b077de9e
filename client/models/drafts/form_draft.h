#pragma once

#include "client/models/app_context.h"
#include "client/models/drafts/draft_store.h"
#include "client/models/list_model.h"

#include <QtQml/qqmlregistration.h>

#include <QPointer>

namespace fieldbook::client {

// A record as a form has it: as it is stored (nothing, for a new one) and what the person changed
// since. Only what was changed is recorded, and it is kept as a draft from the first stroke on, so
// that an app that dies loses nothing. Fields go by their names in the record's declaration.
// GUI thread.
class FormDraft : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY appChanged REQUIRED)
    Q_PROPERTY(QString type READ type WRITE setType NOTIFY keyChanged REQUIRED)
    // "" for a new one.
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY keyChanged)
    // What a new record starts with. A new one of another customer is a form of its own.
    Q_PROPERTY(QVariantMap preset READ preset WRITE setPreset NOTIFY keyChanged)
    Q_PROPERTY(fieldbook::client::ListModel::State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString errorCode READ errorCode NOTIFY stateChanged)
    // Field -> value, for what follows the typing (a title, a search for duplicates).
    Q_PROPERTY(QVariantMap values READ values NOTIFY changed)
    // Field -> what the record that it refers to is called.
    Q_PROPERTY(QVariantMap names READ names NOTIFY changed)
    Q_PROPERTY(bool dirty READ dirty NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    // What was typed before and not saved came back with the form.
    Q_PROPERTY(bool restored READ restored NOTIFY changed)
    // Field -> sentence. Told from the first attempt to save on, not while somebody still types.
    Q_PROPERTY(QVariantMap problems READ problems NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] AppContext* app() const { return app_; }
    void setApp(AppContext* app);
    [[nodiscard]] QString type() const;
    void setType(const QString& type);
    [[nodiscard]] const QString& recordId() const { return recordId_; }
    void setRecordId(const QString& id);
    [[nodiscard]] const QVariantMap& preset() const { return preset_; }
    void setPreset(const QVariantMap& preset);
    [[nodiscard]] ListModel::State state() const { return state_; }
    [[nodiscard]] const QString& errorCode() const { return errorCode_; }
    [[nodiscard]] QVariantMap values() const;
    [[nodiscard]] const QVariantMap& names() const { return names_; }
    [[nodiscard]] bool dirty() const { return !changes_.empty(); }
    [[nodiscard]] bool busy() const { return busy_; }
    [[nodiscard]] bool restored() const { return restored_; }
    [[nodiscard]] QVariantMap problems() const;

    Q_INVOKABLE [[nodiscard]] QVariant valueOf(const QString& field) const;
    Q_INVOKABLE void put(const QString& field, const QVariant& value);
    // Of the declaration: whether it must be there, and how many characters surely fit.
    Q_INVOKABLE [[nodiscard]] bool isRequired(const QString& field) const;
    Q_INVOKABLE [[nodiscard]] int maxLength(const QString& field) const;

    // Answers with saved(), or with problems at their fields and problemFound(), or with refused().
    Q_INVOKABLE void save();
    // Forgets what was typed.
    Q_INVOKABLE void discard();
    // To the recycle bin.
    Q_INVOKABLE void remove();
    Q_INVOKABLE void reload();

signals:
    void appChanged();
    void keyChanged();
    void stateChanged();
    void changed();
    // The fields are to show their values anew: a record or a draft came, or was discarded.
    void filled();
    void saved(const QString& recordId);
    void removed(const QString& recordId);
    // The first field that stops it from being saved.
    void problemFound(const QString& field);
    // A sentence for a toast.
    void refused(const QString& text);

private:
    [[nodiscard]] DraftQuestion question() const;
    [[nodiscard]] const FieldSpec* specOf(const QString& field) const;
    [[nodiscard]] const Value& value(std::string_view field) const;
    // Code by field; only what this form may set right: what is missing, and what was changed.
    [[nodiscard]] std::map<std::string_view, std::string_view> faults() const;
    void start();
    void keep();
    void take(DraftReading reading);
    void finish(const Result<Uuid>& done);
    void setState(ListModel::State state, const QString& errorCode = {});

    QPointer<AppContext> app_;
    const TypeSpec* type_ = nullptr;
    QString recordId_;
    QVariantMap preset_;
    ListModel::State state_ = ListModel::State::Loading;
    QString errorCode_;
    std::optional<Record> record_;
    FieldValues changes_;
    QVariantMap names_;
    std::vector<Uuid> primaries_;
    QVariantMap refusals_; // What the rules refused, until the field is edited.
    bool restored_ = false;
    bool attempted_ = false;
    bool busy_ = false;
    int loads_ = 0;
};

} // namespace fieldbook::client
