#include "client/tablet/wipe_run.h"

#include "client/device/folder_lock.h"
#include "client/syncing/receipt_courier.h"
#include "client/tablet/home.h"

#include <QDir>
#include <QEventLoop>

namespace fieldbook::client::tablet {

std::optional<Exit> finishWipe(Console& console)
{
    const QDir folder{folderOf(console)};
    if (!folder.exists()) {
        return std::nullopt;
    }
    Wiping wiping{folder.path().toStdString()};
    const auto before = wiping.done();
    if (!wiping.isOrdered() && (!before || !before->receipt)) {
        return std::nullopt;
    }
    const auto lock = FolderLock::hold(folder);
    if (!lock) {
        return console.refuse(lock.error());
    }
    const SystemClock clock;
    wiping.carryOut(clock.now(), [&] {
        TabletKeys keys{folder.path().toStdString()};
        if (keys.vault().file()) {
            static_cast<void>(keys.takeAway());
        }
    });
    const auto authority = authorityOf(console);
    if (!authority) {
        return console.refuse(authority.error());
    }
    QEventLoop loop;
    std::string failure;
    ReceiptCourier courier{wiping, *authority, [&](const std::string& code) {
                               failure = code;
                               loop.quit();
                           }};
    if (wiping.done() && wiping.done()->receipt) {
        courier.start();
        loop.exec();
    }
    return failure.empty() ? console.refuse({ErrorKind::Forbidden, "device.wiped", {}})
                           : console.refuse({ErrorKind::Unavailable, "device.receipt", failure});
}

} // namespace fieldbook::client::tablet
