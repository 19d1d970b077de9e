#include "client/models/app_context.h"

#include "client/device/outside.h"
#include "shared/record/type.h"

namespace fieldbook::client {

AppContext::AppContext(Parts parts, QObject* parent) : QObject{parent}, parts_{std::move(parts)}
{
    // One for the page, one for what is typed meanwhile; more would only share two cores.
    pool_.setMaxThreadCount(2);
}

AppContext::~AppContext() { pool_.waitForDone(); }

void AppContext::announce(const StoreChange& change)
{
    QMetaObject::invokeMethod(
        this, [this, change] { emit storeChanged(change); }, Qt::QueuedConnection);
}

void AppContext::close()
{
    closed_ = true;
    pool_.waitForDone();
    const std::scoped_lock lock{idleLock_};
    idle_.clear();
}

void AppContext::reopen()
{
    closed_ = false;
    StoreChange all;
    for (const TypeSpec* type : allTypes()) {
        all.types.insert(type->name);
    }
    all.many = true;
    all.status = true;
    announce(all);
}

void AppContext::call(const QString& phone) { open(dialUrl(phone)); }

void AppContext::navigate(const QVariant& latitude,
                          const QVariant& longitude,
                          const QString& address)
{
    const bool known = latitude.isValid() && longitude.isValid();
    open(mapUrl(known ? std::optional{Place{latitude.toDouble(), longitude.toDouble()}}
                      : std::nullopt,
                address));
}

void AppContext::open(const QUrl& url)
{
    if (url.isEmpty() || parts_.device.outside == nullptr || !parts_.device.outside->open(url)) {
        emit outsideMissing();
    }
}

AppContext::Loan::Loan(AppContext& owner) : owner_{owner}
{
    if (owner_.parts_.beforeQuestion) {
        owner_.parts_.beforeQuestion();
    }
    {
        const std::scoped_lock lock{owner_.idleLock_};
        if (!owner_.idle_.empty()) {
            queries_ = std::move(owner_.idle_.back());
            owner_.idle_.pop_back();
        }
    }
    if (queries_ == nullptr) {
        queries_ = owner_.parts_.openQueries();
    }
}

AppContext::Loan::~Loan()
{
    const std::scoped_lock lock{owner_.idleLock_};
    owner_.idle_.push_back(std::move(queries_));
}

} // namespace fieldbook::client
