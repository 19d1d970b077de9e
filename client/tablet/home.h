#pragma once

#include "client/device/folder_lock.h"
#include "client/device/tablet_keys.h"
#include "client/local/local_queries.h"
#include "client/local/local_store.h"
#include "client/tablet/console.h"

#include <QByteArray>
#include <QString>
#include <memory>
#include <string>

namespace fieldbook::client::tablet {

// Where a tablet keeps everything, as the app does: its folder, held by this program, its keys, and
// how its store is opened.
struct Home {
    // The folder, made if it is not there, with its keys; nothing is opened. Codes `store.in_use`,
    // `device.wipe` (finishWipe() comes first).
    [[nodiscard]] static Result<Home> hold(const Console& console);
    // Unlocked with FIELDBOOK_PIN. Codes: those of hold() and unlock(), `store.missing`.
    [[nodiscard]] static Result<Home> open(const Console& console);

    // Opens the store's key with FIELDBOOK_PIN; a store from before there was a vault by the key it
    // has. Codes: `store.missing`, `store.key`, `vault.*`, `lease.ended`.
    [[nodiscard]] Result<void> unlock(const Console& console);
    // Once there is a key: one that lay beside the store until now goes.
    [[nodiscard]] Result<void> use(const SecretKey& key);
    // The store must be closed. See unsentIn().
    void close(std::int64_t unsent);

    FolderLock lock;
    std::unique_ptr<TabletKeys> keys;
    StoreOptions store;
};

// The folder that the console names, or the app's own.
[[nodiscard]] QString folderOf(const Console& console);

// The PIN or password from FIELDBOOK_PIN. Code
// `vault.secret_missing`.
[[nodiscard]] Result<std::string> readPin(const Console& console);
[[nodiscard]] SecretKind kindOf(std::string_view secret);

// The authority that the console names; empty if it names none. Code `authority.unreadable`.
[[nodiscard]] Result<QByteArray> authorityOf(const Console& console);

} // namespace fieldbook::client::tablet
