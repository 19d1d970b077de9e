#pragma once

#include "client/models/app_context.h"
#include "client/models/list_model.h"
#include "client/models/roles.h"

#include <QtQml/qqmlregistration.h>

#include <QPointer>
#include <QVariantList>
#include <QVariantMap>

namespace fieldbook::client {

// A visit as it is planned: with whom, when, what for. For one that is planned already it moves it
// to another time. Not kept as a draft: it is four fields. GUI thread.
class VisitPlan : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY appChanged REQUIRED)
    // The planned visit that is moved; "" for a new one.
    Q_PROPERTY(QString recordId READ recordId NOTIFY changed)
    Q_PROPERTY(QString customerId READ customerId WRITE setCustomerId NOTIFY changed)
    Q_PROPERTY(QString customerName READ customerName NOTIFY changed)
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY changed)
    Q_PROPERTY(QVariant plannedAt READ plannedAt WRITE setPlannedAt NOTIFY changed)
    Q_PROPERTY(int minutes READ minutes WRITE setMinutes NOTIFY changed)
    Q_PROPERTY(QString purpose READ purpose WRITE setPurpose NOTIFY changed)
    // [{ key, name, note, met }] of the customer's contacts.
    Q_PROPERTY(QVariantList people READ people NOTIFY changed)
    // Names of customers that are visited within the same time; "" where there are none.
    Q_PROPERTY(QString clash READ clash NOTIFY changed)
    // Field -> sentence, of what stops it from being saved.
    Q_PROPERTY(QVariantMap problems READ problems NOTIFY changed)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] AppContext* app() const { return app_; }
    void setApp(AppContext* app);
    [[nodiscard]] QString recordId() const { return toQt(visit_); }
    [[nodiscard]] QString customerId() const { return toQt(customer_); }
    void setCustomerId(const QString& id);
    [[nodiscard]] const QString& customerName() const { return customerName_; }
    [[nodiscard]] const QString& kind() const { return kind_; }
    void setKind(const QString& kind);
    [[nodiscard]] QVariant plannedAt() const { return toQt(plannedAt_); }
    void setPlannedAt(const QVariant& time);
    [[nodiscard]] int minutes() const { return minutes_; }
    void setMinutes(int minutes);
    [[nodiscard]] const QString& purpose() const { return purpose_; }
    void setPurpose(const QString& purpose);
    [[nodiscard]] QVariantList people() const;
    [[nodiscard]] const QString& clash() const { return clash_; }
    [[nodiscard]] QVariantMap problems() const;
    [[nodiscard]] bool canSave() const { return !busy_ && problems().isEmpty(); }

    // Begins a new one; the customer may be "" and the time undefined.
    Q_INVOKABLE void begin(const QString& customerId, const QVariant& plannedAt);
    // Takes up a planned one; loaded() follows.
    Q_INVOKABLE void open(const QString& visitId);
    Q_INVOKABLE void meet(const QString& contactId, bool met);
    Q_INVOKABLE void save();

signals:
    void appChanged();
    void changed();
    void loaded();
    void saved(const QString& visitId);
    void refused(const QString& text);

private:
    struct Person {
        Uuid id;
        std::string name;
        std::string note;
    };
    void findCustomer();
    void findClash();
    void finish(const Result<Uuid>& done);
    [[nodiscard]] std::vector<FieldValue> values() const;

    QPointer<AppContext> app_;
    Uuid visit_;
    Uuid customer_;
    QString customerName_;
    std::vector<Person> contacts_;
    QString kind_ = QStringLiteral("on_site");
    std::optional<Timestamp> plannedAt_;
    int minutes_ = 45;
    QString purpose_;
    TextSet met_;
    QString clash_;
    int asked_ = 0;
    int clashAsked_ = 0;
    bool busy_ = false;
};

} // namespace fieldbook::client
