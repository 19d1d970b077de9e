#pragma once

#include "server/store/store.h"
#include "shared/rules/directory.h"

#include <memory>
#include <mutex>

namespace fieldbook::server {

// The directory of users and teams as last committed, for everybody to read. Any thread.
class DirectoryBoard {
public:
    explicit DirectoryBoard(Store& store);

    [[nodiscard]] std::shared_ptr<const rules::Directory> current() const;
    void publish(std::shared_ptr<const rules::Directory> directory);

private:
    mutable std::mutex mutex_;
    std::shared_ptr<const rules::Directory> current_;
};

} // namespace fieldbook::server
