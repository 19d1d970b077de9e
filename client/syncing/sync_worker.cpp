#include "client/syncing/sync_worker.h"

#include "client/local/local_queries.h"
#include "client/syncing/sync_engine.h"

namespace fieldbook::client {
namespace {

// What the engine and the worker both look at lives as long as the engine.
class OwningEngine final : public SyncEngine {
public:
    OwningEngine(LocalStore& store,
                 std::shared_ptr<SyncWorker::Options> options,
                 const Clock& clock)
        : SyncEngine{store, *options, clock}, options_{std::move(options)}
    {}

private:
    std::shared_ptr<SyncWorker::Options> options_;
};

} // namespace

SyncWorker::SyncWorker(Options options, const Clock& clock, Entropy& entropy)
    : store_{options.store, clock, entropy},
      engine_{new OwningEngine{store_, std::make_shared<Options>(options), clock}}
{
    store_.setListener([engine = engine_, changed = options.changed](const StoreChange& change) {
        if (changed) {
            changed(change);
        }
        // After the transaction's caller has finished, so that an answer's own event comes first.
        QMetaObject::invokeMethod(
            engine, [engine] { engine->storeWritten(); }, Qt::QueuedConnection);
    });
    engine_->moveToThread(&thread_);
    QObject::connect(&thread_, &QThread::finished, engine_, &QObject::deleteLater);
    thread_.start();
    QMetaObject::invokeMethod(
        engine_, [engine = engine_] { engine->start(); }, Qt::QueuedConnection);
}

SyncWorker::~SyncWorker()
{
    thread_.quit();
    thread_.wait();
    store_.setListener({});
}

void SyncWorker::perform(std::function<void(LocalStore&)> deed)
{
    QMetaObject::invokeMethod(
        engine_, [this, deed = std::move(deed)] { deed(store_); }, Qt::QueuedConnection);
}

std::unique_ptr<Queries> SyncWorker::openQueries() const { return store_.openQueries(); }

void SyncWorker::signIn(const Credentials& credentials, std::function<void(Result<Account>)> done)
{
    QMetaObject::invokeMethod(
        engine_,
        [engine = engine_, credentials, done = std::move(done)] {
            engine->signIn(credentials, done);
        },
        Qt::QueuedConnection);
}

void SyncWorker::ask(OfficeQuestion question, std::function<void(OfficeAnswer)> done)
{
    QMetaObject::invokeMethod(
        engine_,
        [this, question = std::move(question), done = std::move(done)] {
            engine_->ask(question, done);
        },
        Qt::QueuedConnection);
}

void SyncWorker::sessions(std::function<void(Result<std::string>)> done)
{
    QMetaObject::invokeMethod(
        engine_, [engine = engine_, done = std::move(done)] { engine->sessions(done); },
        Qt::QueuedConnection);
}

void SyncWorker::endSession(const std::string& session, std::function<void(Result<void>)> done)
{
    QMetaObject::invokeMethod(
        engine_,
        [engine = engine_, session, done = std::move(done)] { engine->endSession(session, done); },
        Qt::QueuedConnection);
}

void SyncWorker::adopt(const Account& account, std::function<void(Result<void>)> done)
{
    QMetaObject::invokeMethod(
        engine_, [this, account, done = std::move(done)] { done(engine_->adopt(account)); },
        Qt::QueuedConnection);
}

void SyncWorker::signOut(std::function<void()> done)
{
    QMetaObject::invokeMethod(
        engine_, [this, done = std::move(done)] { engine_->signOut(done); }, Qt::QueuedConnection);
}

void SyncWorker::syncNow()
{
    QMetaObject::invokeMethod(engine_, [this] { engine_->syncNow(); }, Qt::QueuedConnection);
}

} // namespace fieldbook::client
