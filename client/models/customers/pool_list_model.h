#pragma once

#include "client/models/record_list_model.h"

namespace fieldbook::client {

// The public pool: customers of the board that nobody is responsible for, as far as the pool shows
// them; those that came there in a certain way, and with a word in them, where asked for. The
// latest first; grows as one scrolls.
class PoolListModel : public fieldbook::client::RecordListModel {
    Q_OBJECT
    QML_ELEMENT
    // How it came there ("released", "returned"); "" for any.
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY optionsChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY optionsChanged)

public:
    explicit PoolListModel(QObject* parent = nullptr);

    [[nodiscard]] QString kind() const { return toQt(query_.kind); }
    void setKind(const QString& kind) { choose(query_.kind, kind); }
    [[nodiscard]] QString search() const { return toQt(query_.search); }
    void setSearch(const QString& search) { choose(query_.search, search); }

    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    // Asks for the customer; the server decides.
    Q_INVOKABLE void claim(const QString& listing);

signals:
    void optionsChanged();
    void claimed(const QString& name);
    // A sentence for a toast.
    void refused(const QString& text);

protected:
    void load(Load how) override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override;

private:
    void choose(std::string& option, const QString& value);

    Rows<PoolRow> rows_;
    PoolQuery query_;
};

} // namespace fieldbook::client
