#pragma once

#include "client/local/local_store.h"
#include "client/remote/http_remote.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <string>

namespace fieldbook::client {

// Asks the server how this tablet stands while nobody is signed in to it: that is how one that was
// signed out hears that it was locked, let in again, or is to be wiped. What it says is signed with
// the device's key. The engine's thread.
class DeviceWatch : public QObject {
    Q_OBJECT

public:
    struct Told {
        std::string state; // As the server calls it; empty: there was no answer.
        std::string delivery; // A token that opens pushes and uploads, where something waits.
        std::int64_t last = -1; // Of this tablet's changes, that the server has decided on.
        bool cloned = false; // There is another copy of this tablet.
    };

    DeviceWatch(LocalStore& store, HttpRemote& remote, std::function<void(const Told&)> told);
    ~DeviceWatch() override { stop(); }

    // From now on, and at once.
    void start();
    void stop();
    // Now, and not when it is due.
    void askAgain();
    [[nodiscard]] bool isRunning() const { return running_; }

private:
    void ask();
    void take(const Answer& answer);

    LocalStore& store_;
    HttpRemote& remote_;
    std::function<void(const Told&)> told_;
    QTimer timer_;
    QPointer<QNetworkReply> underWay_;
    bool running_ = false;
};

} // namespace fieldbook::client
