#pragma once

#include "client/device/outside.h"
#include "client/models/app_context.h"
#include "tests/unit/client/local/tablet.h"

#include <QObject>
#include <QStringList>
#include <memory>

namespace fieldbook::client::testing {

// Takes what is handed to other apps, and remembers it.
class TakingOutside final : public Outside {
public:
    bool open(const QUrl& url) override
    {
        taken_.append(url.toString());
        return true;
    }
    [[nodiscard]] const QStringList& taken() const { return taken_; }

private:
    QStringList taken_;
};

// A tablet for the tests of leads, forms and search: a real encrypted store with two customers, a
// contact, a lead, and a customer in the public pool. It can be closed and opened again.
class Book : public QObject {
    Q_OBJECT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app NOTIFY opened)
    Q_PROPERTY(QString customer READ customer CONSTANT)
    Q_PROPERTY(QString otherCustomer READ otherCustomer CONSTANT)
    Q_PROPERTY(QString contact READ contact CONSTANT)
    Q_PROPERTY(QString lead READ lead CONSTANT)

public:
    explicit Book(QObject* parent = nullptr);

    [[nodiscard]] AppContext* app() const { return app_.get(); }
    [[nodiscard]] QString customer() const;
    [[nodiscard]] QString otherCustomer() const;
    [[nodiscard]] QString contact() const;
    [[nodiscard]] QString lead() const;

    // As it is stored.
    Q_INVOKABLE [[nodiscard]] QString text(const QString& record, const QString& field) const;
    Q_INVOKABLE [[nodiscard]] QString draft(const QString& key) const;
    Q_INVOKABLE [[nodiscard]] QStringList contactsOf(const QString& customer) const;
    // Into the recycle bin.
    Q_INVOKABLE void remove(const QString& record);
    // What waits to be sent, as "create lead" or "lead.convert".
    Q_INVOKABLE [[nodiscard]] QStringList outbox() const;
    // What was handed to other apps.
    Q_INVOKABLE [[nodiscard]] QStringList handedOut() const { return outside_.taken(); }
    // What an app that is killed and started again does. Pages must be gone.
    Q_INVOKABLE void reopen();

signals:
    void opened();

private:
    void open();

    TempDir folder_;
    TakingOutside outside_;
    std::unique_ptr<Tablet> tablet_;
    std::unique_ptr<AppContext> app_;
};

} // namespace fieldbook::client::testing
