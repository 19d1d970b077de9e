#pragma once

#include "server/service/commit_queue.h"
#include "shared/sync/contact.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Whether a device is let in, and whether it is still the only copy of itself.
namespace fieldbook::server {

struct AdmissionRules {
    bool needsApproval = false; // A new device waits for an administrator.
    bool needsCode = false; // A new device is enrolled with a one-time code only.
};

// Locked, revoked or to be wiped: it delivers what it holds, and is told nothing.
[[nodiscard]] bool isClosedOff(DeviceState state);
// What a device that is not approved is told: `device.pending`, `device.locked`, `device.revoked`
// or `device.wipe`.
[[nodiscard]] std::string_view codeFor(DeviceState state);
// The word of the interface: "pending", "approved", "locked", "revoked", "wipe_pending", "wiped".
[[nodiscard]] std::string_view nameOf(DeviceState state);

// Why a session ended because its device was closed off.
inline constexpr std::string_view becauseClosedOff = "device_closed";

// Whether another copy of this tablet has already used the link.
[[nodiscard]] bool isUsedUp(const Device& device, const sync::Contact& contact);
// Goes on with the chain and notes what the tablet says of itself; the caller stores the device.
// A tablet that is ahead has seen what this store, put back to a backup, has forgotten. Code
// `device.cloned`.
[[nodiscard]] Result<void> takeContact(Device& device, const sync::Contact& contact, Timestamp now);

// A code of 60 random bits for people to type: "K7QM-4TRD-9XWF". Whoever reads it need not tell
// O from 0, or I and L from 1; small letters, spaces and dashes do not count.
[[nodiscard]] std::string makeEnrolmentCode(Entropy& entropy);
[[nodiscard]] Sha256Digest digestOfCode(std::string_view typed);
// After so many wrong ones the codes of a user are void.
inline constexpr std::int64_t codeAttemptsMax = 5;
[[nodiscard]] bool isOpen(const EnrolmentCode& code, Timestamp now);

// The platform of a device that is a browser. Tablets name the system that they run on.
inline constexpr std::string_view browserPlatform = "browser";

// What a sign-in says of its device.
struct Arriving {
    Uuid install;
    std::optional<sync::Contact> contact;
    std::string code; // Empty: none.
    bool browser = false; // It holds nothing, and is let in by the password alone.
};

// Whether this device has been let in before, as what it arrives as: what was let in as a page of
// this server, by the password alone, is no tablet for that.
[[nodiscard]] bool isEnrolled(const Device& device, const Arriving& arriving);
// Looks at the code, if the device is new; a wrong one counts. Codes `device.code_needed`,
// `device.code_invalid` (wrong, used, expired or tried too often).
[[nodiscard]] Result<void> examineCode(CommitQueue& commits,
                                       const AdmissionRules& rules,
                                       const Uuid& user,
                                       const Arriving& arriving,
                                       Timestamp now);
// Lets a device that is known back in, if it may. Codes: those of codeFor() for one that is closed
// off, `device.cloned` (another key, or a link that was used).
[[nodiscard]] Result<void> readmit(Device& device, const Arriving& arriving);
// How a new device begins.
void admit(Device& device, const AdmissionRules& rules, const Arriving& arriving, Timestamp now);
// The device was added: its code is used. Code `device.code_invalid`.
[[nodiscard]] Result<void>
useCode(Commit& commit, const Device& device, const Arriving& arriving, Timestamp now);

} // namespace fieldbook::server
