#pragma once

#include "shared/base/clock.h"
#include "shared/base/secret_key.h"
#include "shared/sync/contact.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace fieldbook::client {

// Whose tablet is to be wiped, and with what it signs the receipt.
struct WipeOrder {
    std::string server;
    std::int64_t device = 0;
    std::string deviceCode;
    std::string install;
    SecretKey key; // The seed of the device's pair.
};

// Destroys a tablet's folder on the company's order, in steps that go on wherever a crash left
// them: ordered, destroyed and signed, receipt taken. What is known of it stands in a file beside
// the store and holds nothing of what the store held. Only while nothing of the store is open.
class Wiping {
public:
    // The folder of the tablet.
    explicit Wiping(std::filesystem::path folder);

    // From now on nothing else is done with this tablet. The same again changes nothing.
    void order(const WipeOrder& order, Timestamp now);
    [[nodiscard]] bool isOrdered() const;
    // Does what is left to do of an order: keys first, then everything but the folder's lock and
    // the look of the app; then signs what was destroyed. `keysFirst` destroys keys that are kept
    // elsewhere. Throws std::system_error where a file cannot be destroyed; calling it again goes
    // on.
    void carryOut(Timestamp now, const std::function<void()>& keysFirst = {});

    // A tablet that was wiped.
    struct Done {
        std::string server;
        std::string deviceCode;
        Timestamp wipedAt;
        std::optional<sync::SignedText> receipt; // Until the server has taken it.
    };
    [[nodiscard]] std::optional<Done> done() const;
    // The key goes with it.
    void receiptTaken();
    // Nothing tells of it any more: the folder is as it was before there was a tablet.
    void forget();

private:
    std::filesystem::path folder_;
};

} // namespace fieldbook::client
