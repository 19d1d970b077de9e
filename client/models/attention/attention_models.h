#pragma once

#include "client/models/record_list_model.h"

namespace fieldbook::client {

// What needs a decision: refused changes with their content, and fields that two people changed.
class AttentionListModel : public fieldbook::client::RecordListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit AttentionListModel(QObject* parent = nullptr);

protected:
    void load(Load how) override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override { return change.status; }

private:
    Rows<AttentionRow> rows_;
};

// The fields of one item side by side: mine, theirs and before, each as text, with the choice made
// so far ("" for none).
class AttentionItem : public fieldbook::client::ListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY itemChanged REQUIRED)
    Q_PROPERTY(QString itemKey READ itemKey WRITE setItemKey NOTIFY itemChanged)
    Q_PROPERTY(bool conflict READ conflict NOTIFY shown)
    Q_PROPERTY(QString heading READ heading NOTIFY shown)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY shown)
    Q_PROPERTY(QString reason READ reason NOTIFY shown)
    Q_PROPERTY(QString code READ code NOTIFY shown)
    Q_PROPERTY(QString recordType READ recordType NOTIFY shown)
    Q_PROPERTY(QString recordId READ recordId NOTIFY shown)
    Q_PROPERTY(QString theirName READ theirName NOTIFY shown)
    Q_PROPERTY(QVariant theirAt READ theirAt NOTIFY shown)
    Q_PROPERTY(QVariant mineAt READ mineAt NOTIFY shown)
    Q_PROPERTY(int chosen READ chosen NOTIFY chosenChanged)

public:
    explicit AttentionItem(QObject* parent = nullptr);

    [[nodiscard]] AppContext* app() const { return app_; }
    void setApp(AppContext* app);
    [[nodiscard]] const QString& itemKey() const { return itemKey_; }
    void setItemKey(const QString& key);
    [[nodiscard]] bool conflict() const { return detail_.row.kind == AttentionRow::Kind::Conflict; }
    [[nodiscard]] QString heading() const;
    [[nodiscard]] QString subtitle() const { return toQt(detail_.row.subtitle); }
    [[nodiscard]] QString reason() const;
    [[nodiscard]] QString code() const { return toQt(detail_.row.code); }
    [[nodiscard]] QString recordType() const { return toQt(detail_.row.type); }
    [[nodiscard]] QString recordId() const { return toQt(detail_.row.record); }
    [[nodiscard]] QString theirName() const;
    [[nodiscard]] QVariant theirAt() const;
    [[nodiscard]] QVariant mineAt() const;
    [[nodiscard]] int chosen() const;

    // choice: "mine", "theirs", "before".
    Q_INVOKABLE void choose(int row, const QString& choice);
    Q_INVOKABLE void chooseAll(const QString& choice);
    // Records the choices; every field must have one.
    Q_INVOKABLE void settle();
    // Of a refusal: record the same once more as things stand now, or put it away (it stays among
    // the receipts).
    Q_INVOKABLE void retry();
    Q_INVOKABLE void dismiss();

signals:
    void itemChanged();
    void shown();
    void chosenChanged();
    void settled();
    void refused(const QString& code);

private:
    struct Entry {
        AttentionField field;
        std::string type;
        QString choice;

        friend bool operator==(const Entry&, const Entry&) = default;
    };

    void load();
    void take(std::optional<AttentionDetail> detail);
    template <class Deed>
    void decide(Deed deed);

    Rows<Entry> rows_;
    AppContext* app_ = nullptr;
    QString itemKey_;
    AttentionDetail detail_;
};

} // namespace fieldbook::client
