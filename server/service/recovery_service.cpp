#include "server/service/recovery_service.h"

#include "shared/custody/remains.h"
#include "shared/db/error.h"
#include "shared/sync/limits.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

namespace fieldbook::server {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t pieceBytes = std::size_t{4} * 1024 * 1024;

// A copy of an encrypted store, so that opening it changes nothing of the original; gone with this.
class Copy {
public:
    explicit Copy(const fs::path& store)
    {
        std::string name = (fs::temp_directory_path() / "fieldbook-recover-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) {
            throw std::system_error{errno, std::generic_category(), name};
        }
        folder_ = name;
        for (const char* part : {"tablet.db", "tablet.db-wal"}) {
            if (fs::exists(store / part)) {
                fs::copy_file(store / part, folder_ / part);
            }
        }
    }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;
    ~Copy()
    {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    [[nodiscard]] fs::path database() const { return folder_ / "tablet.db"; }

private:
    fs::path folder_;
};

Result<db::Key> keyOf(const fs::path& folder, const BoxKey& box)
{
    std::ifstream in{folder / "vault", std::ios::binary};
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    const auto escrow = custody::escrowIn(text);
    const auto bytes = escrow ? box.open(*escrow) : fail(escrow.error());
    if (!bytes) {
        return fail(bytes.error());
    }
    if (bytes->size() != db::Key::size) {
        return fail(ErrorKind::Invalid, "vault.damaged");
    }
    return db::Key{std::span{*bytes}.first<db::Key::size>()};
}

bool holdsStore(const fs::path& folder)
{
    return fs::exists(folder / "vault") && fs::exists(folder / "store" / "tablet.db");
}

} // namespace

std::vector<fs::path> sealedStoresIn(const fs::path& folder)
{
    std::vector<fs::path> found;
    if (holdsStore(folder)) {
        found.push_back(folder);
    }
    if (fs::is_directory(folder / "sealed")) {
        for (const auto& entry : fs::directory_iterator{folder / "sealed"}) {
            if (holdsStore(entry.path())) {
                found.push_back(entry.path());
            }
        }
    }
    std::ranges::sort(found);
    return found;
}

Result<Recovered> RecoveryService::recover(const fs::path& folder)
{
    if (!holdsStore(folder)) {
        return fail(ErrorKind::NotFound, "remains.missing", folder.string());
    }
    const auto key = keyOf(folder, box_);
    if (!key) {
        return fail(key.error());
    }
    const Copy copy{folder / "store"};
    db::Database database{copy.database(), {.access = db::Access::ReadWrite, .key = *key}};
    const auto remains = custody::readRemains(database);
    if (!remains) {
        return fail(remains.error());
    }
    const auto device = store_.read()->findDevice(remains->device);
    if (!device || device->user != remains->user) {
        return fail(ErrorKind::NotFound, "device.missing", std::to_string(remains->device));
    }
    Recovered outcome{.folder = folder, .user = device->user, .device = device->code};
    std::int64_t last = device->lastChange;
    for (const auto& run : remains->runs) {
        const std::vector<std::string_view> views(run.changes.begin(), run.changes.end());
        auto request = sync::parsePush(sync::makePush(remains->device, remains->received, views));
        if (!request) {
            return fail(request.error());
        }
        const auto reply = sync_.recover(*device, *request);
        if (!reply) {
            return fail(reply.error());
        }
        const auto added = static_cast<std::size_t>(std::max<std::int64_t>(reply->last - last, 0));
        outcome.held += added;
        outcome.known += run.changes.size() - added;
        last = std::max(last, reply->last);
    }
    Result<void> sent;
    const Caller sender{.user = device->user, .device = device->number, .deviceCode = device->code};
    custody::forEachUnsentFile(database, [&](std::string_view sha256, std::string_view bytes) {
        if (!sent || store_.read()->hasSent(device->user, sha256)) {
            return;
        }
        auto upload = files_.begin(sender, sha256, static_cast<std::int64_t>(bytes.size()));
        while (upload && upload->offset < upload->size) {
            const auto piece = bytes.substr(static_cast<std::size_t>(upload->offset), pieceBytes);
            upload = files_.append(sender, upload->id, upload->offset, asBytes(piece));
        }
        if (upload) {
            ++outcome.files;
        } else {
            sent = fail(upload.error());
        }
    });
    return sent ? Result<Recovered>{std::move(outcome)} : fail(sent.error());
}

} // namespace fieldbook::server
