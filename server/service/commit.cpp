#include "server/service/commit.h"

#include <utility>

namespace fieldbook::server {

Commit::Commit(Store::Writer& writer, std::shared_ptr<const rules::Directory> directory)
    : writer_{writer}, world_{writer.view()}, directory_{std::move(directory)}
{}

void Commit::learn(const Record& record)
{
    auto next = std::make_shared<rules::Directory>(*directory_);
    next->learn(record);
    directory_ = std::move(next);
}

Uuid Commit::userOf(std::int64_t device)
{
    if (device == 0) {
        return {};
    }
    if (const auto known = users_.find(device); known != users_.end()) {
        return known->second;
    }
    const auto found = view().findDevice(device);
    return users_[device] = found ? found->user : Uuid{};
}

void Commit::backTo(const Mark& mark)
{
    directory_ = mark.directory;
    afterwards_.resize(mark.afterwards);
    notes_.resize(mark.notes);
    users_.clear();
    world_.forget();
}

} // namespace fieldbook::server
