#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <QByteArray>
#include <QString>
#include <QVariant>
#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace fieldbook::client {

// What every list on a page has in common: it is loading, empty, ready or failed, and says which to
// the page. GUI thread.
class ListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the models of each page")
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    // A stable code when the state is Failed, for the last line of the page's message.
    Q_PROPERTY(QString errorCode READ errorCode NOTIFY stateChanged)

public:
    enum class State { Loading, Empty, Ready, Failed };
    Q_ENUM(State)

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] int count() const { return rowCount({}); }
    [[nodiscard]] const QString& errorCode() const { return errorCode_; }

signals:
    void stateChanged();
    void countChanged();

protected:
    void setState(State state, const QString& errorCode = {});

private:
    State state_ = State::Loading;
    QString errorCode_;
};

// A list of plain rows, each known by a key. `apply` moves from the rows shown to new ones by the
// smallest steps, so that a list keeps its place while it changes underneath.
template <class Row>
class RowModel : public ListModel {
public:
    using Reader = std::function<QVariant(const Row&)>;

    RowModel(std::function<QString(const Row&)> key,
             std::vector<std::pair<QByteArray, Reader>> roles,
             QObject* parent = nullptr)
        : ListModel{parent}, key_{std::move(key)}, roles_{std::move(roles)}
    {}

    [[nodiscard]] int rowCount(const QModelIndex& parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(rows_.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        const auto which = static_cast<std::size_t>(role - Qt::UserRole);
        if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role < Qt::UserRole ||
            which >= roles_.size()) {
            return {};
        }
        return roles_[which].second(rows_[static_cast<std::size_t>(index.row())]);
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

    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    [[nodiscard]] const Row& row(int index) const
    {
        return rows_.at(static_cast<std::size_t>(index));
    }
    // The position of the row with that key, or -1.
    [[nodiscard]] int find(const QString& key) const
    {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (key_(rows_[i]) == key) {
                return static_cast<int>(i);
            }
        }
        return -1;
    }

protected:
    void apply(std::vector<Row> next)
    {
        const int before = count();
        removeMissing(next);
        for (std::size_t i = 0; i < next.size(); ++i) {
            place(static_cast<int>(i), std::move(next[i]));
        }
        setState(rows_.empty() ? State::Empty : State::Ready);
        if (count() != before) {
            emit countChanged();
        }
    }

    // The query itself changed: nothing on the screen is worth keeping.
    void replace(std::vector<Row> next)
    {
        beginResetModel();
        rows_ = std::move(next);
        endResetModel();
        setState(rows_.empty() ? State::Empty : State::Ready);
        emit countChanged();
    }

    // The next page of the same query.
    void append(std::vector<Row> more)
    {
        if (more.empty()) {
            return;
        }
        beginInsertRows({}, count(), count() + static_cast<int>(more.size()) - 1);
        std::ranges::move(more, std::back_inserter(rows_));
        endInsertRows();
        emit countChanged();
    }

private:
    void removeMissing(const std::vector<Row>& next)
    {
        std::unordered_map<QString, bool> kept;
        for (const Row& row : next) {
            kept[key_(row)] = true;
        }
        for (int i = count() - 1; i >= 0; --i) {
            if (!kept.contains(key_(row(i)))) {
                beginRemoveRows({}, i, i);
                rows_.erase(rows_.begin() + i);
                endRemoveRows();
            }
        }
    }

    void place(int at, Row next)
    {
        const QString key = key_(next);
        int from = at < count() && key_(row(at)) == key ? at : -1;
        for (int i = at + 1; from < 0 && i < count(); ++i) {
            from = key_(row(i)) == key ? i : -1;
        }
        if (from < 0) {
            beginInsertRows({}, at, at);
            rows_.insert(rows_.begin() + at, std::move(next));
            endInsertRows();
            return;
        }
        if (from != at) {
            beginMoveRows({}, from, from, {}, at);
            std::rotate(rows_.begin() + at, rows_.begin() + from, rows_.begin() + from + 1);
            endMoveRows();
        }
        if (!(rows_[static_cast<std::size_t>(at)] == next)) {
            rows_[static_cast<std::size_t>(at)] = std::move(next);
            emit dataChanged(index(at), index(at));
        }
    }

    std::function<QString(const Row&)> key_;
    std::vector<std::pair<QByteArray, Reader>> roles_;
    std::vector<Row> rows_;
};

} // namespace fieldbook::client
