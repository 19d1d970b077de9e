#include "client/models/drafts/recycling.h"

#include "client/models/deeds.h"
#include "client/models/roles.h"

namespace fieldbook::client {

void Recycling::setApp(AppContext* app)
{
    if (app_ != app) {
        app_ = app;
        emit appChanged();
    }
}

void Recycling::restore(const QString& recordId)
{
    perform(
        *app_, this, [id = toId(recordId)](Recorder& recorder) { return recorder.restore(id); },
        [] {}, [this](const QString& text) { emit refused(text); });
}

} // namespace fieldbook::client
