#pragma once

#include "client/models/record_list_model.h"

#include <QVariantList>

namespace fieldbook::client {

// With whom a customer is shared now, and with whom it may be.
class ShareListModel : public fieldbook::client::RecordListModel {
    Q_OBJECT
    QML_ELEMENT
    // [{ value, text }]: empty before findPartners(), and where it is not this user's to share.
    Q_PROPERTY(QVariantList people READ people NOTIFY partnersChanged)
    Q_PROPERTY(QVariantList teams READ teams NOTIFY partnersChanged)

public:
    explicit ShareListModel(QObject* parent = nullptr);

    [[nodiscard]] QVariantList people() const;
    [[nodiscard]] QVariantList teams() const;

    // Whom a form offers; asked for when it opens, for it goes through everybody.
    Q_INVOKABLE void findPartners();
    // partner: the id of a person or a team; access: "read" or "edit"; until the end of that day.
    Q_INVOKABLE void share(const QString& partner,
                           const QString& access,
                           const QDateTime& until,
                           const QString& why);
    Q_INVOKABLE void end(const QString& share);

signals:
    void partnersChanged();
    void shared();
    void ended();
    // A sentence for a toast.
    void refused(const QString& text);

protected:
    void load(Load how) override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override;

private:
    Rows<ShareRow> rows_;
    SharePartners partners_;
    int searches_ = 0;
};

} // namespace fieldbook::client
