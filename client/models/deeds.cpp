#include "client/models/deeds.h"

#include "client/models/error_text.h"
#include "client/models/roles.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace fieldbook::client {

void perform(AppContext& app,
             QObject* owner,
             std::function<Result<void>(Recorder&)> deed,
             std::function<void()> done,
             const std::function<void(const QString&)>& refused)
{
    app.record(std::move(deed))
        .then(owner,
              [done = std::move(done), refused](const Result<void>& result) {
                  if (result) {
                      done();
                  } else {
                      refused(ErrorText::of(toQt(result.error().code)));
                  }
              })
        .onFailed(owner, [refused](const std::runtime_error&) {
            refused(ErrorText::of(QStringLiteral("store.write")));
        });
}

std::string toJson(const QVariantMap& arguments)
{
    return QJsonDocument{QJsonObject::fromVariantMap(arguments)}
        .toJson(QJsonDocument::Compact)
        .toStdString();
}

} // namespace fieldbook::client
