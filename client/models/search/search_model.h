#pragma once

#include "client/models/record_list_model.h"
#include "client/models/search/highlight.h"

#include <QStringList>

namespace fieldbook::client {

struct SearchRow {
    std::string type;
    Uuid id;
    QString title;
    QString note;
    std::vector<TextRange> titleRanges;
    std::vector<TextRange> noteRanges;
    // The page that shows it: its own, or that of what it hangs on.
    std::string openType;
    Uuid openId;
    bool isFirst = false; // Of its kind.
    QString query; // That found it.

    friend bool operator==(const SearchRow&, const SearchRow&) = default;
};

// What a search over everything on this tablet finds, by kind and the best first, with what was
// found marked. Remembers what was searched for and led somewhere, in the store: such words are
// names of customers.
class SearchModel : public fieldbook::client::RecordListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    // The latest first.
    Q_PROPERTY(QStringList recent READ recent NOTIFY recentChanged)

public:
    explicit SearchModel(QObject* parent = nullptr);

    [[nodiscard]] const QString& query() const { return query_; }
    void setQuery(const QString& query);
    [[nodiscard]] const QStringList& recent() const { return recent_; }

    // Where the row leads: "type" and "id". Nowhere while it was found by a former query.
    Q_INVOKABLE [[nodiscard]] QVariantMap targetAt(int position) const;
    Q_INVOKABLE void remember();
    Q_INVOKABLE void forget();

signals:
    void queryChanged();
    void recentChanged();

protected:
    void load(Load how) override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override;

private:
    void loadRecent();
    void keep();

    Rows<SearchRow> rows_;
    QString query_;
    QStringList recent_;
    bool recentRead_ = false;
};

} // namespace fieldbook::client
