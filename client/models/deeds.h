#pragma once

#include "client/models/app_context.h"

#include <QVariantMap>
#include <functional>
#include <string>

namespace fieldbook::client {

// Records a deed. `done`, or `refused` with a sentence for a toast, follows on the GUI thread while
// `owner` lives.
void perform(AppContext& app,
             QObject* owner,
             std::function<Result<void>(Recorder&)> deed,
             std::function<void()> done,
             const std::function<void(const QString&)>& refused);

// The arguments of an act as JSON.
[[nodiscard]] std::string toJson(const QVariantMap& arguments);

} // namespace fieldbook::client
