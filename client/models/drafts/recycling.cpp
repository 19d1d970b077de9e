#include "client/models/drafts/recycling.h"

#include "client/models/error_text.h"
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
    app_->record([id = toId(recordId)](Recorder& recorder) { return recorder.restore(id); })
        .then(this,
              [this](const Result<void>& done) {
                  if (!done) {
                      emit refused(ErrorText::of(toQt(done.error().code)));
                  }
              })
        .onFailed(this, [this](const std::runtime_error&) {
            emit refused(ErrorText::of(QStringLiteral("store.write")));
        });
}

} // namespace fieldbook::client
