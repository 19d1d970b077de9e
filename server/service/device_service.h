#pragma once

#include "server/service/admission.h"
#include "server/service/session_service.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::server {

enum class DeviceCommand : std::uint8_t { Approve, Lock, Unlock, Revoke, Wipe, Resync };
// "approve", "lock", "unlock", "revoke", "wipe", "resync".
[[nodiscard]] std::string_view nameOf(DeviceCommand command);
[[nodiscard]] std::optional<DeviceCommand> deviceCommandNamed(std::string_view name);

// By what a session is named to people: its number would tell how many there are.
[[nodiscard]] std::string handleOf(const Session& session);

// The devices of the company: who enrols one, what administrators order them to do, and what they
// answer. Whoever asks with a nil id is the server's own command line. Any thread.
class DeviceService {
public:
    DeviceService(Store& store,
                  CommitQueue& commits,
                  SessionService& sessions,
                  const Clock& clock,
                  Entropy& entropy)
        : store_{store}, commits_{commits}, sessions_{sessions}, clock_{clock}, entropy_{entropy}
    {}

    // Called when a device that may be connected is to ask what is new for it, on the writer
    // thread; it must not throw. Set it before use.
    void onOrdered(std::function<void(std::int64_t device)> listener)
    {
        ordered_ = std::move(listener);
    }

    struct Listed {
        Device device;
        bool signedIn = false;
        std::optional<StoredWipeReceipt> receipt;
    };
    // All of them for administrators and executives, for anybody else their own.
    [[nodiscard]] Result<std::vector<Listed>> list(const Uuid& by);
    // Code `device.missing`, also for one that is not the asker's to see.
    [[nodiscard]] Result<Listed> find(const Uuid& by, std::int64_t number);

    // Administrators only (`access.denied`). Codes `device.missing`, `device.state`: a device in
    // this state takes no such command.
    [[nodiscard]] Result<Device>
    order(const Uuid& by, std::int64_t number, DeviceCommand command, std::string_view reason);

    struct MadeCode {
        std::string code;
        Timestamp expiresAt;
    };
    // A code with which this user enrols one device. Codes `access.denied`, `user.missing`,
    // `user.inactive`.
    [[nodiscard]] Result<MadeCode>
    makeCode(const Uuid& by, const Uuid& user, std::chrono::hours lifetime);
    static constexpr std::chrono::hours codeLifetime{72};
    static constexpr std::chrono::hours codeLifetimeMax{24 * 30};

    struct ContactAnswer {
        DeviceState state = DeviceState::Approved;
        // With it the device may deliver what it says it holds; empty where it need not.
        std::string delivery;
        std::int64_t lastChange = 0; // Of its changes, that was decided.
    };
    // A tablet that nobody is signed in to asks how it stands. Codes `contact.malformed`,
    // `device.unknown` (nor is any other key known for it), `device.cloned`.
    [[nodiscard]] Result<ContactAnswer> contact(const sync::SignedText& message);
    // It has destroyed what it held. The same message again changes nothing. Codes
    // `contact.malformed`, `device.unknown`, `device.state`: nobody ordered it.
    [[nodiscard]] Result<void> takeReceipt(const sync::SignedText& message);

    // Open sessions of a user: one's own, or anybody's for administrators. Code `access.denied`.
    [[nodiscard]] Result<std::vector<Session>> sessionsOf(const Uuid& by, const Uuid& user);
    // The one with this handle. Code `session.missing`, also for one that is not the asker's to
    // end.
    [[nodiscard]] Result<void> endSession(const Uuid& by, std::string_view handle);

private:
    [[nodiscard]] Result<Device> knownSigner(Commit& commit,
                                             std::int64_t number,
                                             sync::Purpose purpose,
                                             const sync::SignedText& message);
    void close(Commit& commit, Device& device, DeviceState state);
    [[nodiscard]] std::string openDelivery(Commit& commit, const Device& device);

    Store& store_;
    CommitQueue& commits_;
    SessionService& sessions_;
    const Clock& clock_;
    Entropy& entropy_;
    std::mutex mutex_; // Guards the entropy.
    std::function<void(std::int64_t)> ordered_;
};

} // namespace fieldbook::server
