#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <QByteArray>
#include <QString>
#include <QVariant>
#include <QVariantMap>
#include <algorithm>
#include <functional>
#include <iterator>
#include <unordered_set>
#include <utility>
#include <vector>

namespace fieldbook::client {

// The rows behind a list model, whatever they are made of.
class RowSource {
public:
    virtual ~RowSource() = default;
    [[nodiscard]] virtual int count() const = 0;
    [[nodiscard]] virtual QVariant value(int row, int role) const = 0;
    [[nodiscard]] virtual QHash<int, QByteArray> roleNames() const = 0;
    // The position of the row with that key, or -1.
    [[nodiscard]] virtual int find(const QString& key) const = 0;
    [[nodiscard]] virtual QString key(int row) const = 0;
};

template <class Row>
class Rows;

// What every list on a page has in common: it is loading, empty, ready or failed, and says which to
// the page. GUI thread. Derived models keep their rows in a Rows<Row> and need no virtual function.
// (A template may not stand between QObject and a type that QML is to know.)
class ListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the models of each page")
    Q_PROPERTY(fieldbook::client::ListModel::State state READ state NOTIFY stateChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    // A stable code when the state is Failed, for the last line of the page's message.
    Q_PROPERTY(QString errorCode READ errorCode NOTIFY stateChanged)

public:
    enum class State { Loading, Empty, Ready, Failed };
    Q_ENUM(State)

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] int count() const { return source_ != nullptr ? source_->count() : 0; }
    [[nodiscard]] const QString& errorCode() const { return errorCode_; }
    // The position of the row with that key (for most the record's id), or -1.
    Q_INVOKABLE [[nodiscard]] int positionOf(const QString& key) const;
    // The key of the row at that position; empty where there is none.
    Q_INVOKABLE [[nodiscard]] QString keyAt(int position) const;
    // All roles of one row, for pages that make something else of a few rows.
    Q_INVOKABLE [[nodiscard]] QVariantMap rowAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void stateChanged();
    void countChanged();

protected:
    void setState(State state, const QString& errorCode = {});
    void fail() { setState(State::Failed, QStringLiteral("store.read")); }

private:
    template <class Row>
    friend class Rows;

    const RowSource* source_ = nullptr;
    State state_ = State::Loading;
    QString errorCode_;
};

// Plain rows of one model, each known by a key. `apply` moves from the rows shown to new ones by
// the smallest steps, so that a list keeps its place while it changes underneath. Row needs ==.
template <class Row>
class Rows final : public RowSource {
public:
    using Reader = std::function<QVariant(const Row&)>;

    Rows(ListModel& model,
         std::function<QString(const Row&)> key,
         std::vector<std::pair<QByteArray, Reader>> roles)
        : model_{model}, key_{std::move(key)}, roles_{std::move(roles)}
    {
        model_.source_ = this;
    }

    [[nodiscard]] int count() const override { return static_cast<int>(rows_.size()); }
    [[nodiscard]] const std::vector<Row>& all() const { return rows_; }
    [[nodiscard]] const Row& at(int row) const { return rows_.at(static_cast<std::size_t>(row)); }

    [[nodiscard]] QVariant value(int row, int role) const override
    {
        const auto which = static_cast<std::size_t>(role - Qt::UserRole);
        return role >= Qt::UserRole && which < roles_.size() ? roles_[which].second(at(row))
                                                             : QVariant{};
    }

    [[nodiscard]] QHash<int, QByteArray> roleNames() const override
    {
        QHash<int, QByteArray> names;
        int role = Qt::UserRole;
        for (const auto& [name, reader] : roles_) {
            names.insert(role++, name);
        }
        return names;
    }

    [[nodiscard]] int find(const QString& key) const override
    {
        for (int i = 0; i < count(); ++i) {
            if (key_(at(i)) == key) {
                return i;
            }
        }
        return -1;
    }

    [[nodiscard]] QString key(int row) const override { return key_(at(row)); }

    // From what is shown to `next`, step by step.
    void apply(std::vector<Row> next)
    {
        const int before = count();
        removeMissing(next);
        for (std::size_t i = 0; i < next.size(); ++i) {
            place(static_cast<int>(i), std::move(next[i]));
        }
        settle(before);
    }

    // The question itself changed: nothing on the screen is worth keeping.
    void replace(std::vector<Row> next)
    {
        const int before = count();
        model_.beginResetModel();
        rows_ = std::move(next);
        model_.endResetModel();
        settle(before);
    }

    // The next page of the same question.
    void append(std::vector<Row> more)
    {
        if (more.empty()) {
            return;
        }
        const int before = count();
        model_.beginInsertRows({}, before, before + static_cast<int>(more.size()) - 1);
        std::ranges::move(more, std::back_inserter(rows_));
        model_.endInsertRows();
        settle(before);
    }

private:
    void settle(int before)
    {
        model_.setState(rows_.empty() ? ListModel::State::Empty : ListModel::State::Ready);
        if (count() != before) {
            emit model_.countChanged();
        }
    }

    void removeMissing(const std::vector<Row>& next)
    {
        std::unordered_set<QString> kept;
        for (const Row& row : next) {
            kept.insert(key_(row));
        }
        for (int i = count() - 1; i >= 0; --i) {
            if (!kept.contains(key_(at(i)))) {
                model_.beginRemoveRows({}, i, i);
                rows_.erase(rows_.begin() + i);
                model_.endRemoveRows();
            }
        }
    }

    void place(int to, Row next)
    {
        const QString key = key_(next);
        int from = -1;
        for (int i = to; from < 0 && i < count(); ++i) {
            from = key_(at(i)) == key ? i : -1;
        }
        if (from < 0) {
            model_.beginInsertRows({}, to, to);
            rows_.insert(rows_.begin() + to, std::move(next));
            model_.endInsertRows();
            return;
        }
        if (from != to) {
            model_.beginMoveRows({}, from, from, {}, to);
            std::rotate(rows_.begin() + to, rows_.begin() + from, rows_.begin() + from + 1);
            model_.endMoveRows();
        }
        Row& shown = rows_[static_cast<std::size_t>(to)];
        if (!(shown == next)) {
            shown = std::move(next);
            emit model_.dataChanged(model_.index(to), model_.index(to));
        }
    }

    ListModel& model_;
    std::function<QString(const Row&)> key_;
    std::vector<std::pair<QByteArray, Reader>> roles_;
    std::vector<Row> rows_;
};

} // namespace fieldbook::client
