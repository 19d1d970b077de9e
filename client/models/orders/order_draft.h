#pragma once

#include "client/local/order_content.h"
#include "client/local/order_submission.h"
#include "client/models/app_context.h"
#include "client/models/orders/catalogue_model.h"
#include "client/models/orders/order_draft_lines.h"
#include "client/models/roles.h"

#include <QPointer>
#include <QVariantMap>

namespace fieldbook::client {

// An order as it is being written for one customer. Every change is reckoned anew by
// rules::orderTotals and saved as a draft at once, so that an app that dies loses nothing; what was
// left unfinished is there again for the same customer. submit() records the order, its lines and
// the submission as one group. GUI thread.
class OrderDraft : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY appChanged REQUIRED)
    Q_PROPERTY(QString customerId READ customerId WRITE setCustomerId NOTIFY customerIdChanged)
    // Where put() finds the products.
    Q_PROPERTY(
        fieldbook::client::CatalogueModel* catalogue MEMBER catalogue_ NOTIFY catalogueChanged)
    // What it came out of; "" where it came out of nothing.
    Q_PROPERTY(QString visitId MEMBER visitId_ NOTIFY originChanged)
    Q_PROPERTY(QString opportunityId MEMBER opportunityId_ NOTIFY originChanged)

    Q_PROPERTY(fieldbook::client::ListModel::State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString errorCode READ errorCode NOTIFY stateChanged)
    Q_PROPERTY(QString customerName READ customerName NOTIFY stateChanged)
    Q_PROPERTY(QString tier READ tier NOTIFY stateChanged)
    Q_PROPERTY(QString priceListName READ priceListName NOTIFY stateChanged)
    Q_PROPERTY(bool taxIncluded READ taxIncluded NOTIFY stateChanged)
    Q_PROPERTY(QString currency READ currency NOTIFY stateChanged)

    Q_PROPERTY(fieldbook::client::OrderDraftLines* lines READ lines CONSTANT)
    // Pieces of each product in the order, by its id.
    Q_PROPERTY(QVariantMap quantities READ quantities NOTIFY changed)
    Q_PROPERTY(int lineCount READ lineCount NOTIFY changed)
    Q_PROPERTY(double pieces READ pieces NOTIFY changed)
    Q_PROPERTY(QString number READ number NOTIFY changed)
    // Minor units of `currency`.
    Q_PROPERTY(double goods READ goods NOTIFY changed)
    Q_PROPERTY(double discounts READ discounts NOTIFY changed)
    Q_PROPERTY(double tax READ tax NOTIFY changed)
    Q_PROPERTY(double total READ total NOTIFY changed)
    Q_PROPERTY(double percentOff READ percentOff WRITE setPercentOff NOTIFY changed)
    Q_PROPERTY(QVariant requestedOn READ requestedOn WRITE setRequestedOn NOTIFY changed)
    Q_PROPERTY(QString shipTo READ shipTo WRITE setShipTo NOTIFY changed)
    Q_PROPERTY(QString notes READ notes WRITE setNotes NOTIFY changed)
    Q_PROPERTY(QString signature READ signature NOTIFY changed)
    Q_PROPERTY(QString signedBy READ signedBy NOTIFY changed)
    Q_PROPERTY(QVariant signedAt READ signedAt NOTIFY changed)
    // Why it cannot be submitted, as a sentence; "" when it can.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool canSubmit READ canSubmit NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QVariant savedAt READ savedAt NOTIFY changed)

public:
    explicit OrderDraft(QObject* parent = nullptr);

    [[nodiscard]] AppContext* app() const { return app_; }
    void setApp(AppContext* app);
    [[nodiscard]] const QString& customerId() const { return customerId_; }
    void setCustomerId(const QString& id);
    [[nodiscard]] ListModel::State state() const { return state_; }
    [[nodiscard]] const QString& errorCode() const { return errorCode_; }
    [[nodiscard]] QString customerName() const { return toQt(basis_.name); }
    [[nodiscard]] QString tier() const { return tierTag(basis_.tier); }
    [[nodiscard]] QString priceListName() const { return toQt(basis_.terms.priceListName); }
    [[nodiscard]] bool taxIncluded() const { return basis_.terms.taxIncluded; }
    [[nodiscard]] QString currency() const { return toQt(basis_.terms.currency.code()); }

    [[nodiscard]] OrderDraftLines* lines() { return &lines_; }
    [[nodiscard]] QVariantMap quantities() const;
    [[nodiscard]] int lineCount() const { return static_cast<int>(content_.lines.size()); }
    [[nodiscard]] double pieces() const;
    [[nodiscard]] QString number() const { return toQt(content_.number); }
    [[nodiscard]] double goods() const { return minor(totals_.goods); }
    [[nodiscard]] double discounts() const { return minor(totals_.discount); }
    [[nodiscard]] double tax() const { return minor(totals_.tax); }
    [[nodiscard]] double total() const { return minor(totals_.total); }
    [[nodiscard]] double percentOff() const { return static_cast<double>(content_.discount) / 100; }
    void setPercentOff(double percent);
    [[nodiscard]] QVariant requestedOn() const { return toQt(content_.requestedOn); }
    void setRequestedOn(const QVariant& day);
    [[nodiscard]] QString shipTo() const { return toQt(content_.shipTo); }
    void setShipTo(const QString& address);
    [[nodiscard]] QString notes() const { return toQt(content_.notes); }
    void setNotes(const QString& notes);
    [[nodiscard]] QString signature() const { return toQt(content_.signature); }
    [[nodiscard]] QString signedBy() const { return toQt(content_.signedBy); }
    [[nodiscard]] QVariant signedAt() const { return toQt(content_.signedAt); }
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool canSubmit() const { return !busy_ && problemCode().empty(); }
    [[nodiscard]] bool busy() const { return busy_; }
    [[nodiscard]] QVariant savedAt() const { return toQt(savedAt_); }

    // How many pieces of a product: 0 takes its line out. A new product must be in the catalogue.
    Q_INVOKABLE void put(const QString& productId, double pieces);
    Q_INVOKABLE void setLinePercentOff(const QString& productId, double percent);
    // What the customer ordered last, at today's prices; adds to what is there.
    Q_INVOKABLE void addLastOrder();
    Q_INVOKABLE void sign(const QString& strokes, const QString& by);
    Q_INVOKABLE void clearSignature();
    Q_INVOKABLE void submit();
    // Forgets what was entered; its number is not used again.
    Q_INVOKABLE void discard();
    Q_INVOKABLE void reload();

signals:
    void appChanged();
    void customerIdChanged();
    void catalogueChanged();
    void originChanged();
    void stateChanged();
    void changed();
    void submitted(const QString& orderId, const QString& number);
    // A sentence for a toast: what was asked for did not happen.
    void refused(const QString& text);
    void lastOrderAdded(int lines);

private:
    [[nodiscard]] static double minor(Money amount) { return static_cast<double>(amount.minor()); }
    [[nodiscard]] std::string_view problemCode() const;
    [[nodiscard]] OrderContent blank() const;
    void setState(ListModel::State state, const QString& errorCode = {});
    void take(std::optional<LoadedOrder> loaded);
    void add(const ProductRow& product, std::int64_t quantity);
    // What the customer signed is no longer what stands there.
    void goodsChanged();
    void show();
    void save();
    void saved(const Result<std::string>& number);
    void setBusy(bool busy);
    void sendSubmission();

    QPointer<AppContext> app_;
    QString customerId_;
    CatalogueModel* catalogue_ = nullptr;
    QString visitId_;
    QString opportunityId_;
    ListModel::State state_ = ListModel::State::Loading;
    QString errorCode_;
    OrderBasis basis_;
    OrderContent content_;
    rules::OrderTotals totals_;
    std::string reckonCode_; // Why the totals could not be reckoned; "".
    std::string saveCode_;
    std::optional<Timestamp> savedAt_;
    OrderDraftLines lines_{this};
    int loads_ = 0;
    bool saving_ = false;
    bool saveAgain_ = false;
    bool submitNext_ = false; // As soon as what is being saved is saved.
    bool busy_ = false;
};

} // namespace fieldbook::client
