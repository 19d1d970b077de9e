#include "client/models/list_model.h"

namespace fieldbook::client {

void ListModel::setState(State state, const QString& errorCode)
{
    if (state_ == state && errorCode_ == errorCode) {
        return;
    }
    state_ = state;
    errorCode_ = errorCode;
    emit stateChanged();
}

} // namespace fieldbook::client
