#pragma once

#include "client/device/folder_lock.h"
#include "client/local/local_queries.h"
#include "client/local/local_store.h"
#include "client/tablet/console.h"

#include <QByteArray>
#include <memory>
#include <string>

namespace fieldbook::client::tablet {

// Where a tablet keeps everything, as the app does: its folder, held by this program, and how its
// store is opened.
struct Home {
    enum class Making : bool { MustExist, Allowed };

    // Codes: `store.missing`, `store.in_use`.
    [[nodiscard]] static Result<Home> open(const Console& console, Making making);

    FolderLock lock;
    StoreOptions store;
};

// The authority that the console names; empty if it names none. Code `authority.unreadable`.
[[nodiscard]] Result<QByteArray> authorityOf(const Console& console);

} // namespace fieldbook::client::tablet
