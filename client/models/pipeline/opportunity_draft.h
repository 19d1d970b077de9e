#pragma once

#include "client/models/app_context.h"
#include "client/models/list_model.h"
#include "client/models/roles.h"

#include <QtQml/qqmlregistration.h>

#include <QPointer>
#include <map>

namespace fieldbook::client {

// An opportunity as a form has it: the record as it is stored (none, for a new one) and what the
// person changed since. Only what was changed is recorded, and it is kept as a draft from the first
// stroke on, so that an app that dies loses nothing. GUI thread.
class OpportunityDraft : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY appChanged REQUIRED)
    // "" for a new one.
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
    Q_PROPERTY(fieldbook::client::ListModel::State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString errorCode READ errorCode NOTIFY stateChanged)

    Q_PROPERTY(QString customerId READ customerId WRITE setCustomerId NOTIFY changed)
    Q_PROPERTY(QString customerName READ customerName NOTIFY changed)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed)
    // Minor units of `currency`; 0 where there is none.
    Q_PROPERTY(double amount READ amount WRITE setAmount NOTIFY changed)
    Q_PROPERTY(QString currency READ currency NOTIFY changed)
    Q_PROPERTY(QVariant expectedClose READ expectedClose WRITE setExpectedClose NOTIFY changed)
    Q_PROPERTY(QString source READ source WRITE setSource NOTIFY changed)
    Q_PROPERTY(QString nextStep READ nextStep WRITE setNextStep NOTIFY changed)
    Q_PROPERTY(QVariant nextStepAt READ nextStepAt WRITE setNextStepAt NOTIFY changed)
    Q_PROPERTY(QString needs READ needs WRITE setNeeds NOTIFY changed)
    // Names with commas between them.
    Q_PROPERTY(QString competitors READ competitors WRITE setCompetitors NOTIFY changed)

    // As the record has it; not for editing.
    Q_PROPERTY(QString stage READ stage NOTIFY changed)
    Q_PROPERTY(QVariant stageEnteredAt READ stageEnteredAt NOTIFY changed)
    Q_PROPERTY(QString stageReason READ stageReason NOTIFY changed)
    Q_PROPERTY(QString lostReason READ lostReason NOTIFY changed)
    Q_PROPERTY(double winRate READ winRate NOTIFY changed)
    Q_PROPERTY(QString ownerName READ ownerName NOTIFY changed)

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
    [[nodiscard]] ListModel::State state() const { return state_; }
    [[nodiscard]] const QString& errorCode() const { return errorCode_; }

    [[nodiscard]] QString customerId() const;
    void setCustomerId(const QString& id);
    [[nodiscard]] QString customerName() const { return toQt(around_.customerName); }
    [[nodiscard]] QString name() const { return text("name"); }
    void setName(const QString& name) { setText("name", name); }
    [[nodiscard]] double amount() const;
    void setAmount(double minor);
    [[nodiscard]] QString currency() const;
    [[nodiscard]] QVariant expectedClose() const { return held<Date>("expected_close"); }
    void setExpectedClose(const QVariant& day);
    [[nodiscard]] QString source() const { return text("source"); }
    void setSource(const QString& code) { setText("source", code); }
    [[nodiscard]] QString nextStep() const { return text("next_step"); }
    void setNextStep(const QString& step) { setText("next_step", step); }
    [[nodiscard]] QVariant nextStepAt() const { return held<Timestamp>("next_step_at"); }
    void setNextStepAt(const QVariant& time);
    [[nodiscard]] QString needs() const { return text("needs"); }
    void setNeeds(const QString& needs) { setText("needs", needs); }
    [[nodiscard]] QString competitors() const;
    void setCompetitors(const QString& names);

    [[nodiscard]] QString stage() const { return text("stage"); }
    [[nodiscard]] QVariant stageEnteredAt() const { return held<Timestamp>("stage_entered_at"); }
    [[nodiscard]] QString stageReason() const { return text("stage_reason"); }
    [[nodiscard]] QString lostReason() const { return text("lost_reason"); }
    [[nodiscard]] double winRate() const;
    [[nodiscard]] QString ownerName() const { return toQt(around_.ownerName); }

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

private:
    using Changes = std::map<std::string, Value, std::less<>>;
    // What the form shows beside the record's own fields.
    struct Around {
        std::string customerName;
        std::string ownerName;
        Currency currency; // The company's.
    };
    struct Reading {
        std::optional<Record> record;
        Changes changes;
        Around around;
    };
    [[nodiscard]] static Reading read(Queries& store, const Uuid& id);
    [[nodiscard]] static std::string keyOf(const Uuid& id);

    [[nodiscard]] const Value& value(std::string_view field) const;
    [[nodiscard]] QString text(std::string_view field) const;
    template <class T>
    [[nodiscard]] QVariant held(std::string_view field) const
    {
        const T* found = std::get_if<T>(&value(field));
        return found != nullptr ? QVariant::fromValue(toQt(*found)) : QVariant{};
    }
    void set(std::string_view field, Value value);
    void setText(std::string_view field, const QString& text);
    void keep();
    void take(Reading reading);
    void finish(const Result<Uuid>& done);
    void findCustomer();
    void setState(ListModel::State state, const QString& errorCode = {});

    QPointer<AppContext> app_;
    QString recordId_;
    ListModel::State state_ = ListModel::State::Loading;
    QString errorCode_;
    std::optional<Record> record_;
    Changes changes_;
    Around around_;
    bool restored_ = false;
    bool busy_ = false;
    int loads_ = 0;
};

} // namespace fieldbook::client
