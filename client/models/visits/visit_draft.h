#pragma once

#include "client/models/app_context.h"
#include "client/models/list_model.h"
#include "client/models/roles.h"
#include "client/models/visits/visit_deeds.h"

#include <QtQml/qqmlregistration.h>

#include <QPointer>
#include <QVariantList>

namespace fieldbook::client {

// A visit from the check-in to the check-out, and to read once it is over. What is written on it is
// kept as a draft with every stroke, so that a visit goes on where it was when the app died; it is
// recorded with the check-out. Named by its record, or by the customer alone: then it is the visit
// under way there, the one planned there for today, or a new one. GUI thread.
class VisitDraft : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY appChanged REQUIRED)
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
    Q_PROPERTY(QString customerId READ customerId WRITE setCustomerId NOTIFY shown)
    Q_PROPERTY(fieldbook::client::ListModel::State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString errorCode READ errorCode NOTIFY stateChanged)

    // As it is stored.
    Q_PROPERTY(QString customerName READ customerName NOTIFY shown)
    Q_PROPERTY(QString tier READ tier NOTIFY shown)
    // planned, in_progress, done, missed, cancelled; "" for one that is not planned yet.
    Q_PROPERTY(QString visitState READ visitState NOTIFY shown)
    Q_PROPERTY(bool underWay READ underWay NOTIFY shown)
    Q_PROPERTY(bool over READ over NOTIFY shown)
    Q_PROPERTY(QString ownerName READ ownerName NOTIFY shown)
    Q_PROPERTY(QString purpose READ purpose NOTIFY shown)
    Q_PROPERTY(QVariant plannedAt READ plannedAt NOTIFY shown)
    Q_PROPERTY(int plannedMinutes READ plannedMinutes NOTIFY shown)
    Q_PROPERTY(QVariant checkInAt READ checkInAt NOTIFY shown)
    Q_PROPERTY(QVariant checkOutAt READ checkOutAt NOTIFY shown)
    Q_PROPERTY(QString verdict READ verdict NOTIFY shown)
    Q_PROPERTY(QString noPosition READ noPosition NOTIFY shown)
    Q_PROPERTY(int distance READ distance NOTIFY shown) // Metres; -1 where it is not known.
    Q_PROPERTY(QString cancelReason READ cancelReason NOTIFY shown)
    // Another visit that was not checked out of: its id and its customer's name, or "".
    Q_PROPERTY(QString openVisitId READ openVisitId NOTIFY shown)
    Q_PROPERTY(QString openVisitName READ openVisitName NOTIFY shown)
    Q_PROPERTY(int photoCount READ photoCount NOTIFY shown)
    Q_PROPERTY(int orderCount READ orderCount NOTIFY shown)

    // What is written.
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY changed)
    Q_PROPERTY(QString summary READ summary WRITE setSummary NOTIFY changed)
    Q_PROPERTY(QString outcome READ outcome WRITE setOutcome NOTIFY changed)
    Q_PROPERTY(QString opportunityId READ opportunityId WRITE setOpportunityId NOTIFY changed)
    Q_PROPERTY(QString nextStep READ nextStep WRITE setNextStep NOTIFY changed)
    Q_PROPERTY(QVariant nextStepAt READ nextStepAt WRITE setNextStepAt NOTIFY changed)
    Q_PROPERTY(bool remind READ remind WRITE setRemind NOTIFY changed)
    Q_PROPERTY(QString reminderKind READ reminderKind WRITE setReminderKind NOTIFY changed)
    // [{ key, name, note, met }]: the customer's contacts, then whoever else was met.
    Q_PROPERTY(QVariantList people READ people NOTIFY changed)
    Q_PROPERTY(QString metNames READ metNames NOTIFY changed)
    Q_PROPERTY(int metCount READ metCount NOTIFY changed)
    // Where the person was in the page; -1: nowhere yet.
    Q_PROPERTY(int step READ step WRITE setStep NOTIFY changed)
    Q_PROPERTY(QVariant savedAt READ savedAt NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] AppContext* app() const { return app_; }
    void setApp(AppContext* app);
    [[nodiscard]] const QString& recordId() const { return recordId_; }
    void setRecordId(const QString& id);
    [[nodiscard]] QString customerId() const { return customerId_; }
    void setCustomerId(const QString& id);
    [[nodiscard]] ListModel::State state() const { return state_; }
    [[nodiscard]] const QString& errorCode() const { return errorCode_; }

    [[nodiscard]] QString customerName() const { return toQt(basis_.customerName); }
    [[nodiscard]] QString tier() const { return tierTag(basis_.tier); }
    [[nodiscard]] QString visitState() const { return stored("state"); }
    [[nodiscard]] bool underWay() const { return visitState() == QStringLiteral("in_progress"); }
    [[nodiscard]] bool over() const;
    [[nodiscard]] QString ownerName() const { return toQt(basis_.ownerName); }
    [[nodiscard]] QString purpose() const { return stored("purpose"); }
    [[nodiscard]] QVariant plannedAt() const { return storedTime("planned_at"); }
    [[nodiscard]] int plannedMinutes() const;
    [[nodiscard]] QVariant checkInAt() const { return storedTime("check_in_at"); }
    [[nodiscard]] QVariant checkOutAt() const { return storedTime("check_out_at"); }
    [[nodiscard]] QString verdict() const { return stored("check_in_verdict"); }
    [[nodiscard]] QString noPosition() const { return stored("no_position"); }
    [[nodiscard]] int distance() const;
    [[nodiscard]] QString cancelReason() const { return stored("cancel_reason"); }
    [[nodiscard]] QString openVisitId() const { return toQt(basis_.openVisit); }
    [[nodiscard]] QString openVisitName() const { return toQt(basis_.openVisitName); }
    [[nodiscard]] int photoCount() const { return static_cast<int>(basis_.photos); }
    [[nodiscard]] int orderCount() const { return static_cast<int>(basis_.orders); }

    [[nodiscard]] QString kind() const;
    void setKind(const QString& kind) { setText("kind", kind); }
    [[nodiscard]] QString summary() const { return text("summary"); }
    void setSummary(const QString& summary) { setText("summary", summary); }
    [[nodiscard]] QString outcome() const { return text("outcome"); }
    void setOutcome(const QString& outcome) { setText("outcome", outcome); }
    [[nodiscard]] QString opportunityId() const;
    void setOpportunityId(const QString& id);
    [[nodiscard]] QString nextStep() const { return text("next_step"); }
    void setNextStep(const QString& step) { setText("next_step", step); }
    [[nodiscard]] QVariant nextStepAt() const;
    void setNextStepAt(const QVariant& time);
    [[nodiscard]] bool remind() const { return form_.remind; }
    void setRemind(bool remind);
    [[nodiscard]] QString reminderKind() const { return toQt(form_.reminderKind); }
    void setReminderKind(const QString& kind);
    [[nodiscard]] QVariantList people() const;
    [[nodiscard]] QString metNames() const;
    [[nodiscard]] int metCount() const { return static_cast<int>(met().size()); }
    [[nodiscard]] int step() const { return static_cast<int>(form_.step); }
    void setStep(int step);
    [[nodiscard]] QVariant savedAt() const { return toQt(savedAt_); }
    [[nodiscard]] bool busy() const { return busy_; }

    // Whether somebody was met: a contact by its id, anybody else by name.
    Q_INVOKABLE void meet(const QString& key, bool met);
    // A phrase on a line of its own.
    Q_INVOKABLE void addPhrase(const QString& phrase);
    Q_INVOKABLE void checkIn();
    Q_INVOKABLE void checkOut();
    // A visit under way or planned that does not come to its end; a reason is needed.
    Q_INVOKABLE void cancel(const QString& reason) { end("visit.cancel", reason); }
    // A planned one that did not take place.
    Q_INVOKABLE void miss(const QString& reason) { end("visit.miss", reason); }
    Q_INVOKABLE void reload();

signals:
    void appChanged();
    void recordIdChanged();
    void stateChanged();
    void shown();
    void changed();
    void checkedIn();
    void checkedOut();
    void ended();
    // A sentence for a toast, and its code.
    void refused(const QString& text, const QString& code);

private:
    struct Person {
        Uuid id;
        std::string name;
        std::string note;
    };
    // What the page shows beside what is written.
    struct Basis {
        std::optional<Record> record;
        Uuid customer;
        std::string customerName;
        std::string tier;
        std::string ownerName;
        std::vector<Person> contacts;
        Uuid openVisit;
        std::string openVisitName;
        std::int64_t photos = 0;
        std::int64_t orders = 0;
    };
    struct Reading {
        Basis basis;
        VisitForm form;
    };
    struct Question {
        Uuid visit;
        Uuid customer;
        Timestamp now;
        std::string zone;
    };
    [[nodiscard]] static std::optional<Reading> read(Queries& store, const Question& question);
    static void readAround(Queries& store, Basis& basis);

    [[nodiscard]] VisitSubject subject() const;
    [[nodiscard]] const Value& value(std::string_view field) const;
    [[nodiscard]] QString text(std::string_view field) const;
    [[nodiscard]] QString stored(std::string_view field) const;
    [[nodiscard]] QVariant storedTime(std::string_view field) const;
    [[nodiscard]] TextSet met() const;
    void set(std::string_view field, Value value);
    void setText(std::string_view field, const QString& text);
    void keep();
    void kept();
    void take(std::optional<Reading> reading);
    void setState(ListModel::State state, const QString& errorCode = {});
    void setBusy(bool busy);
    void refuse(std::string_view code);
    void locateAnd(std::function<void(VisitPlace)> go);
    void recordCheckIn(const VisitPlace& place);
    void recordCheckOut(const VisitPlace& place);
    void finish();
    void end(std::string_view act, const QString& reason);

    QPointer<AppContext> app_;
    QString recordId_;
    QString customerId_;
    ListModel::State state_ = ListModel::State::Loading;
    QString errorCode_;
    Basis basis_;
    VisitForm form_;
    std::optional<Timestamp> savedAt_;
    int loads_ = 0;
    bool keeping_ = false;
    bool keepAgain_ = false;
    bool busy_ = false;
};

} // namespace fieldbook::client
