#include "server/store/device_code.h"
#include "server/store/sqlite/sqlite_writer.h"

#include <algorithm>

// Devices, the codes that enrol them, and what they said when they were wiped.
namespace fieldbook::server {
namespace {

std::optional<Uuid> unlessNil(const Uuid& id)
{
    return id.isNil() ? std::nullopt : std::optional{id};
}

// What of a device changes.
void bindDevice(db::Statement& statement, const Device& device)
{
    statement.bind(":number", device.number)
        .bind(":name", device.name)
        .bind(":platform", device.platform)
        .bind(":version", device.appVersion)
        .bind(":seen", toMillis(device.lastSeenAt))
        .bind(":ahead", device.clockAheadMillis)
        .bind(":state", static_cast<int>(device.state))
        .bind(":since",
              device.stateSince ? std::optional{toMillis(*device.stateSince)} : std::nullopt)
        .bind(":by", unlessNil(device.stateBy))
        .bind(":reason", device.stateReason)
        .bind(":key", device.key)
        .bind(":contacts", device.contacts)
        .bind(":link", device.link)
        .bind(":changes", device.changesWaiting)
        .bind(":files", device.filesWaiting)
        .bind(":resync", device.resync);
}

} // namespace

void SqliteWriter::addDevice(Device& device)
{
    auto last = database_.prepare("SELECT coalesce(max(number), 0) FROM device");
    device.number = std::max(last.step() ? last.int64(0) + 1 : 1, device.number);
    device.code = deviceCode(device.number);
    auto insert = database_.prepare(
        "INSERT INTO device (number, install, user, code, last_change, created_at, name, platform, "
        "app_version, last_seen_at, clock_ahead_millis, state, state_since, state_by, "
        "state_reason, key, contacts, link, changes_waiting, files_waiting, resync) "
        "VALUES (:number, :install, :user, :code, :last, :created, :name, :platform, :version, "
        ":seen, :ahead, :state, :since, :by, :reason, :key, :contacts, :link, :changes, :files, "
        ":resync)");
    insert.bind(":install", device.install)
        .bind(":user", device.user)
        .bind(":code", device.code)
        .bind(":last", device.lastChange)
        .bind(":created", toMillis(device.createdAt));
    bindDevice(insert, device);
    insert.run();
}

void SqliteWriter::updateDevice(const Device& device)
{
    auto update = database_.prepare(
        "UPDATE device SET name = :name, platform = :platform, app_version = :version, "
        "last_seen_at = :seen, clock_ahead_millis = :ahead, state = :state, state_since = :since, "
        "state_by = :by, state_reason = :reason, key = :key, contacts = :contacts, link = :link, "
        "changes_waiting = :changes, files_waiting = :files, resync = :resync "
        "WHERE number = :number");
    bindDevice(update, device);
    update.run();
}

void SqliteWriter::addEnrolmentCode(const EnrolmentCode& code)
{
    database_
        .prepare("INSERT INTO enrolment_code (digest, user, by, created_at, expires_at, attempts, "
                 "device) VALUES (:digest, :user, :by, :created, :expires, :attempts, :device)")
        .bind(":digest", code.digest)
        .bind(":user", code.user)
        .bind(":by", unlessNil(code.by))
        .bind(":created", toMillis(code.createdAt))
        .bind(":expires", toMillis(code.expiresAt))
        .bind(":attempts", code.attempts)
        .bind(":device", code.device)
        .run();
}

void SqliteWriter::updateEnrolmentCode(const EnrolmentCode& code)
{
    database_
        .prepare("UPDATE enrolment_code SET attempts = :attempts, device = :device "
                 "WHERE digest = :digest")
        .bind(":attempts", code.attempts)
        .bind(":device", code.device)
        .bind(":digest", code.digest)
        .run();
}

void SqliteWriter::addWipeReceipt(const StoredWipeReceipt& receipt)
{
    database_
        .prepare("INSERT INTO wipe_receipt (device, text, signature, received_at) "
                 "VALUES (:device, :text, :signature, :at)")
        .bind(":device", receipt.device)
        .bind(":text", receipt.text)
        .bind(":signature", receipt.signature)
        .bind(":at", toMillis(receipt.receivedAt))
        .run();
}

} // namespace fieldbook::server
