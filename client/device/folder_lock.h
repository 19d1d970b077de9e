#pragma once

#include "shared/base/result.h"

#include <QDir>

namespace fieldbook::client {

// A tablet's folder, held by one program at a time. The hold ends with the object, also when the
// program is killed.
class FolderLock {
public:
    // The folder must exist. Code `store.in_use` (detail: who holds it). Throws std::runtime_error
    // where the lock cannot be had at all.
    [[nodiscard]] static Result<FolderLock> hold(const QDir& folder);
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int lock) : lock_{lock} {}

    int lock_; // A file descriptor.
};

} // namespace fieldbook::client
