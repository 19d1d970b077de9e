#pragma once

#include "client/models/app_context.h"
#include "tests/unit/client/local/tablet.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

namespace fieldbook::client::testing {

// Qt's events need an application; one for the whole program.
inline void needApplication()
{
    static int count = 1;
    static char name[] = "models";
    static char* names[] = {name, nullptr};
    static QCoreApplication application{count, names};
}

// What a page has: a real store in a folder of its own, and the app context over it. Recording runs
// on this thread, in the order in which it was asked for.
struct PageStore {
    explicit PageStore(const std::vector<Record>& records, const Device& tabletItself = {})
        : device{tabletItself}
    {
        tablet.firstSync(records);
        tablet.store.session().keepNumbers({"order", "SO", 41, 90});
        tablet.store.setListener([this](const StoreChange& change) { app.announce(change); });
    }

    Device device;
    TempDir folder;
    Tablet tablet{folder};
    AppContext app{{.openQueries = [this] { return tablet.store.openQueries(); },
                    .onWriter =
                        [this](std::function<void(Recorder&)> deed) {
                            QTimer::singleShot(0, &app, [this, deed = std::move(deed)] {
                                deed(tablet.store.recorder());
                            });
                        },
                    .clock = &tablet.clock,
                    .zone = QString::fromStdString(zoneName),
                    .device = device}};
};

// Lets the pages work until that holds; false if it did not come to that in ten seconds.
template <class Holds>
[[nodiscard]] bool comesTrue(Holds holds)
{
    QTimer wake; // The reader's answers come as events; this only keeps the loop from resting.
    wake.start(10);
    QDeadlineTimer deadline{10'000};
    while (!holds() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return holds();
}

} // namespace fieldbook::client::testing
