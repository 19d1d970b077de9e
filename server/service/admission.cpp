#include "server/service/admission.h"

#include <algorithm>
#include <array>

namespace fieldbook::server {
namespace {

// Crockford's base 32: no I, L, O and U.
constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t codeLetters = 12;
constexpr std::size_t lettersTogether = 4;

char plain(char typed)
{
    const char letter = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
    return letter == 'O' ? '0' : letter == 'I' || letter == 'L' ? '1' : letter;
}

std::optional<EnrolmentCode>
openCode(Commit& commit, const Uuid& user, std::string_view typed, Timestamp now)
{
    const auto digest = digestOfCode(typed);
    for (const auto& code : commit.view().enrolmentCodes(user)) {
        if (isOpen(code, now) && equalInConstantTime(code.digest, digest)) {
            return code;
        }
    }
    return std::nullopt;
}

void countAttempt(Commit& commit, const Uuid& user, Timestamp now)
{
    for (auto code : commit.view().enrolmentCodes(user)) {
        if (isOpen(code, now)) {
            ++code.attempts;
            commit.writer().updateEnrolmentCode(code);
        }
    }
    commit.note({.kind = "device.code_refused", .type = &typeNamed("user"), .record = user});
}

} // namespace

bool isClosedOff(DeviceState state)
{
    return state != DeviceState::Pending && state != DeviceState::Approved;
}

std::string_view codeFor(DeviceState state)
{
    switch (state) {
    case DeviceState::Pending:
        return "device.pending";
    case DeviceState::Locked:
        return "device.locked";
    case DeviceState::Revoked:
        return "device.revoked";
    case DeviceState::WipePending:
    case DeviceState::Wiped:
        return "device.wipe";
    case DeviceState::Approved:
        break;
    }
    return "session.ended";
}

std::string_view nameOf(DeviceState state)
{
    constexpr std::array<std::string_view, 6> names{"pending", "approved",     "locked",
                                                    "revoked", "wipe_pending", "wiped"};
    return names[static_cast<std::size_t>(state)];
}

bool isUsedUp(const Device& device, const sync::Contact& contact)
{
    const bool next = contact.count == device.contacts && contact.token == device.link;
    const bool again = contact.count + 1 == device.contacts && contact.next == device.link;
    return !next && !again && contact.count <= device.contacts;
}

Result<void> takeContact(Device& device, const sync::Contact& contact, Timestamp now)
{
    const bool otherKey = device.key && contact.key && *device.key != *contact.key;
    if (otherKey || isUsedUp(device, contact)) {
        return fail(ErrorKind::Conflict, "device.cloned");
    }
    device.contacts = contact.count + 1;
    device.link = contact.next;
    device.changesWaiting = contact.changesWaiting;
    device.filesWaiting = contact.filesWaiting;
    device.lastSeenAt = std::max(device.lastSeenAt, now);
    if (!device.key) {
        device.key = contact.key; // Enrolled by an app that had none.
    }
    return {};
}

std::string makeEnrolmentCode(Entropy& entropy)
{
    std::array<std::uint8_t, codeLetters> bytes{};
    entropy.fill(bytes);
    std::string code;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i != 0 && i % lettersTogether == 0) {
            code += '-';
        }
        code += letters[bytes[i] % letters.size()];
    }
    return code;
}

Sha256Digest digestOfCode(std::string_view typed)
{
    std::string code;
    for (const char each : typed) {
        if (const char letter = plain(each); letters.find(letter) != letters.npos) {
            code += letter;
        }
    }
    return sha256(code);
}

bool isOpen(const EnrolmentCode& code, Timestamp now)
{
    return code.device == 0 && code.attempts < codeAttemptsMax && now < code.expiresAt;
}

bool isEnrolled(const Device& device, const Arriving& arriving)
{
    return arriving.browser || device.platform != browserPlatform;
}

Result<void> examineCode(CommitQueue& commits,
                         const AdmissionRules& rules,
                         const Uuid& user,
                         const Arriving& arriving,
                         Timestamp now)
{
    if (arriving.browser || (arriving.code.empty() && !rules.needsCode)) {
        return {};
    }
    // The attempt is counted although the answer is no.
    const auto looked = commits.run([&](Commit& commit) -> Result<Result<void>> {
        const auto device = commit.view().findDevice(arriving.install, user);
        if ((device && isEnrolled(*device, arriving)) ||
            (!arriving.code.empty() && openCode(commit, user, arriving.code, now))) {
            return Result<void>{};
        }
        if (arriving.code.empty()) {
            return Result<void>{fail(ErrorKind::Forbidden, "device.code_needed")};
        }
        countAttempt(commit, user, now);
        return Result<void>{fail(ErrorKind::Forbidden, "device.code_invalid")};
    });
    return looked ? *looked : fail(looked.error());
}

Result<void> readmit(Device& device, const Arriving& arriving)
{
    if (isClosedOff(device.state)) {
        return fail(ErrorKind::Forbidden, codeFor(device.state));
    }
    if (!arriving.contact) {
        return {};
    }
    const auto& key = arriving.contact->key;
    if ((device.key && key && *device.key != *key) || isUsedUp(device, *arriving.contact)) {
        return fail(ErrorKind::Conflict, "device.cloned");
    }
    if (!device.key) {
        device.key = key;
    }
    return {};
}

void admit(Device& device, const AdmissionRules& rules, const Arriving& arriving, Timestamp now)
{
    device.state =
        rules.needsApproval && !arriving.browser ? DeviceState::Pending : DeviceState::Approved;
    device.stateSince = now;
    device.key = arriving.contact ? arriving.contact->key : std::nullopt;
}

Result<void> useCode(Commit& commit, const Device& device, const Arriving& arriving, Timestamp now)
{
    if (arriving.browser || arriving.code.empty()) {
        return {};
    }
    auto code = openCode(commit, device.user, arriving.code, now);
    if (!code) {
        return fail(ErrorKind::Forbidden, "device.code_invalid");
    }
    code->device = device.number;
    commit.writer().updateEnrolmentCode(*code);
    return {};
}

} // namespace fieldbook::server
