#include "client/models/list_model.h"

namespace fieldbook::client {

int ListModel::positionOf(const QString& key) const
{
    return source_ != nullptr ? source_->find(key) : -1;
}

QString ListModel::keyAt(int position) const
{
    return position >= 0 && position < count() ? source_->key(position) : QString{};
}

int ListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant ListModel::data(const QModelIndex& index, int role) const
{
    return checkIndex(index, CheckIndexOption::IndexIsValid) ? source_->value(index.row(), role)
                                                             : QVariant{};
}

QHash<int, QByteArray> ListModel::roleNames() const
{
    return source_ != nullptr ? source_->roleNames() : QHash<int, QByteArray>{};
}

void ListModel::setState(State state, const QString& errorCode)
{
    if (state_ == state && errorCode_ == errorCode) {
        return;
    }
    state_ = state;
    errorCode_ = errorCode;
    emit stateChanged();
}

QVariantMap ListModel::rowAt(int row) const
{
    QVariantMap values;
    if (source_ == nullptr || row < 0 || row >= source_->count()) {
        return values;
    }
    const auto names = source_->roleNames();
    for (auto name = names.begin(); name != names.end(); ++name) {
        values.insert(QString::fromLatin1(name.value()), source_->value(row, name.key()));
    }
    return values;
}

} // namespace fieldbook::client
