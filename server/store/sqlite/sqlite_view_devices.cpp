#include "server/store/sqlite/sqlite_view.h"

#include <algorithm>

// Devices, the codes that enrol them, and what they said when they were wiped.
namespace fieldbook::server {
namespace {

constexpr auto deviceColumns =
    "number, install, user, code, name, platform, app_version, last_change, created_at, "
    "last_seen_at, clock_ahead_millis, state, state_since, state_by, state_reason, key, contacts, "
    "link, changes_waiting, files_waiting, resync";

Device deviceFrom(const db::Statement& row)
{
    Device device{.number = row.int64(0),
                  .install = row.uuid(1),
                  .user = row.uuid(2),
                  .code = row.get<std::string>(3),
                  .name = row.get<std::string>(4),
                  .platform = row.get<std::string>(5),
                  .appVersion = row.get<std::string>(6),
                  .lastChange = row.int64(7),
                  .createdAt = fromMillis(row.int64(8)),
                  .lastSeenAt = fromMillis(row.int64(9)),
                  .clockAheadMillis = row.int64(10),
                  .state = static_cast<DeviceState>(row.int64(11))};
    if (!row.isNull(12)) {
        device.stateSince = fromMillis(row.int64(12));
    }
    device.stateBy = row.get<std::optional<Uuid>>(13).value_or(Uuid{});
    device.stateReason = row.get<std::string>(14);
    if (!row.isNull(15)) {
        device.key = publicKeyFrom(row.blob(15));
    }
    device.contacts = row.int64(16);
    device.link = row.get<std::string>(17);
    device.changesWaiting = row.int64(18);
    device.filesWaiting = row.int64(19);
    device.resync = row.boolean(20);
    return device;
}

EnrolmentCode codeFrom(const db::Statement& row)
{
    EnrolmentCode code;
    const auto digest = row.blob(0);
    std::copy_n(digest.begin(), std::min(digest.size(), code.digest.size()), code.digest.begin());
    code.user = row.uuid(1);
    code.by = row.get<std::optional<Uuid>>(2).value_or(Uuid{});
    code.createdAt = fromMillis(row.int64(3));
    code.expiresAt = fromMillis(row.int64(4));
    code.attempts = row.int64(5);
    code.device = row.int64(6);
    return code;
}

} // namespace

std::optional<Device> SqliteView::findDevice(std::int64_t number)
{
    auto select = database_.prepare(std::string{"SELECT "} + deviceColumns +
                                    " FROM device WHERE number = :number");
    select.bind(":number", number);
    return select.step() ? std::optional{deviceFrom(select)} : std::nullopt;
}

std::optional<Device> SqliteView::findDevice(const Uuid& install, const Uuid& user)
{
    auto select = database_.prepare(std::string{"SELECT "} + deviceColumns +
                                    " FROM device WHERE install = :install AND user = :user");
    select.bind(":install", install).bind(":user", user);
    return select.step() ? std::optional{deviceFrom(select)} : std::nullopt;
}

std::vector<Device> SqliteView::devices()
{
    auto select =
        database_.prepare(std::string{"SELECT "} + deviceColumns + " FROM device ORDER BY number");
    std::vector<Device> devices;
    while (select.step()) {
        devices.push_back(deviceFrom(select));
    }
    return devices;
}

std::vector<EnrolmentCode> SqliteView::enrolmentCodes(const Uuid& user)
{
    auto select = database_.prepare(
        "SELECT digest, user, by, created_at, expires_at, attempts, device FROM enrolment_code "
        "WHERE user = :user AND device = 0 ORDER BY created_at DESC, digest");
    select.bind(":user", user);
    std::vector<EnrolmentCode> codes;
    while (select.step()) {
        codes.push_back(codeFrom(select));
    }
    return codes;
}

std::optional<StoredWipeReceipt> SqliteView::findWipeReceipt(std::int64_t device)
{
    auto select = database_.prepare(
        "SELECT device, text, signature, received_at FROM wipe_receipt WHERE device = :device");
    select.bind(":device", device);
    if (!select.step()) {
        return std::nullopt;
    }
    return StoredWipeReceipt{.device = select.int64(0),
                             .text = select.get<std::string>(1),
                             .signature = select.get<Bytes>(2),
                             .receivedAt = fromMillis(select.int64(3))};
}

} // namespace fieldbook::server
