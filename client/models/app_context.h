#pragma once

#include "client/device/device.h"
#include "client/local/queries.h"
#include "client/local/recorder.h"
#include "client/local/store_change.h"

#include <QtQml/qqmlregistration.h>

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QString>
#include <QThreadPool>
#include <QUrl>
#include <QVariant>
#include <functional>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <type_traits>
#include <vector>

namespace fieldbook::client {

// The one object that pages get: their way to the tablet's store. Reads run on a pool with a read
// connection each; recording runs on the writer's thread; both answer as futures, so nothing on the
// screen ever waits. GUI thread.
class AppContext : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to Main by the composition root")
    // IANA name of the zone in which days begin and end.
    Q_PROPERTY(QString zone READ zone CONSTANT)

public:
    struct Parts {
        std::function<std::unique_ptr<Queries>()> openQueries; // Called on the pool's threads.
        std::function<void(std::function<void(Recorder&)>)>
            onWriter; // Runs it on the writer's thread.
        const Clock* clock = nullptr;
        QString zone;
        Device device;
        // On the pool's threads ahead of each question; what it throws becomes the answer.
        std::function<void()> beforeQuestion = {};
    };

    explicit AppContext(Parts parts, QObject* parent = nullptr);
    ~AppContext() override;

    // read([id](Queries& store) { return store.customer(id, now); }).then(this, ...)
    template <class F>
    [[nodiscard]] auto read(F question)
    {
        using Answer = std::invoke_result_t<F&, Queries&>;
        return run<Answer>([this, question = std::move(question)](auto& promise) mutable {
            if (closed_) {
                refuse(*promise);
                return;
            }
            pool_.start([this, question = std::move(question), promise]() mutable {
                answer<Answer>(*promise, [&] {
                    const Loan store{*this};
                    return question(store.queries());
                });
            });
        });
    }

    // record([=](Recorder& recorder) { return recorder.edit(id, values); }).then(this, ...)
    template <class F>
    [[nodiscard]] auto record(F deed)
    {
        using Answer = std::invoke_result_t<F&, Recorder&>;
        return run<Answer>([this, deed = std::move(deed)](auto& promise) mutable {
            if (closed_) {
                refuse(*promise);
                return;
            }
            parts_.onWriter([deed = std::move(deed), promise](Recorder& recorder) mutable {
                answer<Answer>(*promise, [&] { return deed(recorder); });
            });
        });
    }

    [[nodiscard]] Timestamp now() const { return parts_.clock->now(); }
    [[nodiscard]] const QString& zone() const { return parts_.zone; }
    [[nodiscard]] const Device& device() const { return parts_.device; }

    // Hands a number to the telephone, a place to a map; latitude and longitude are undefined where
    // only the address is known. Says outsideMissing() where no app takes it.
    Q_INVOKABLE void call(const QString& phone);
    Q_INVOKABLE void
    navigate(const QVariant& latitude, const QVariant& longitude, const QString& address);

    // The store goes away, and is there again: between the two every question fails. Closing waits
    // for those under way.
    void close();
    void reopen();

    // To be called from any thread after each commit; arrives as storeChanged on the GUI thread.
    void announce(const StoreChange& change);

signals:
    void storeChanged(const fieldbook::client::StoreChange& change);
    void outsideMissing();

private:
    void open(const QUrl& url);

    // A read connection, lent to one question at a time.
    class Loan {
    public:
        explicit Loan(AppContext& owner);
        ~Loan();
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        [[nodiscard]] Queries& queries() const { return *queries_; }

    private:
        AppContext& owner_;
        std::unique_ptr<Queries> queries_;
    };

    template <class Answer, class Start>
    QFuture<Answer> run(Start start)
    {
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        QFuture<Answer> future = promise->future();
        start(promise);
        return future;
    }

    // What the world breaks (db::Error) travels to the page's onFailed.
    template <class Answer, class Make>
    static void answer(QPromise<Answer>& promise, Make make)
    {
        try {
            if constexpr (std::is_void_v<Answer>) {
                make();
            } else {
                promise.addResult(make());
            }
        } catch (const std::runtime_error&) {
            promise.setException(std::current_exception());
        }
        promise.finish();
    }

    template <class Answer>
    static void refuse(QPromise<Answer>& promise)
    {
        promise.setException(std::make_exception_ptr(std::runtime_error{"the tablet is locked"}));
        promise.finish();
    }

    Parts parts_;
    bool closed_ = false;
    QThreadPool pool_;
    std::mutex idleLock_;
    std::vector<std::unique_ptr<Queries>> idle_;
};

} // namespace fieldbook::client
