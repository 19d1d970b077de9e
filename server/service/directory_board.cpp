#include "server/service/directory_board.h"

#include <utility>

namespace fieldbook::server {

DirectoryBoard::DirectoryBoard(Store& store)
{
    auto directory = std::make_shared<rules::Directory>();
    const auto view = store.read();
    for (const auto* name : {"team", "user", "substitution"}) {
        view->forEachDocument(typeNamed(name), [&](std::string_view document) {
            if (const auto record = Record::parse(document)) {
                directory->learn(*record);
            }
        });
    }
    current_ = std::move(directory);
}

std::shared_ptr<const rules::Directory> DirectoryBoard::current() const
{
    const std::scoped_lock lock{mutex_};
    return current_;
}

void DirectoryBoard::publish(std::shared_ptr<const rules::Directory> directory)
{
    const std::scoped_lock lock{mutex_};
    current_ = std::move(directory);
}

} // namespace fieldbook::server
