#pragma once

#include "server/service/caller.h"
#include "server/service/commit_queue.h"
#include "shared/base/sealed_box.h"
#include "shared/custody/lease.h"

#include <chrono>
#include <cstdint>
#include <span>

namespace fieldbook::server {

// What makes a company's tablets its own, all from one seed: the same seed, the same keys.
struct CompanyKeys {
    explicit CompanyKeys(const SecretKey& seed);

    SigningKey leases; // Signs them.
    BoxKey box; // Opens what tablets seal for the company.
    SecretKey shares; // The servers' parts of the tablets' keys follow from it.
};

struct LeaseOptions {
    // How long a tablet opens without contact.
    std::chrono::seconds duration{std::chrono::hours{24 * 7}};
    // How fresh a sign-in must be that opens a tablet in place of its PIN.
    std::chrono::seconds freshness{std::chrono::minutes{10}};
};

// Releases the server's part of what opens a tablet's store, for a while, to whoever is signed in
// on it. Whoever is frozen or signed out gets none, nor does a device that was closed off, so their
// tablets close. Writes nothing, but
// that a tablet was opened without its PIN goes into the trail. Any thread.
class LeaseService {
public:
    LeaseService(Store& store,
                 CommitQueue& commits,
                 const Clock& clock,
                 CompanyKeys keys,
                 LeaseOptions options = {})
        : store_{store}, commits_{commits}, clock_{clock}, keys_{std::move(keys)}, options_{options}
    {}

    // `recover` asks for the key that stands in for the PIN. Codes: `lease.nonce` (not 16 to 64
    // bytes), `lease.sign_in_again` (the session is too old to recover), those of codeFor() for a
    // device that is closed off (admission.h), `session.ended`.
    [[nodiscard]] Result<custody::LeaseGrant> grant(const Caller& caller,
                                                    const Uuid& vault,
                                                    std::span<const std::uint8_t> nonce,
                                                    bool recover);

    [[nodiscard]] const BoxKey& box() const { return keys_.box; }

    static constexpr std::size_t nonceBytesMin = 16;
    static constexpr std::size_t nonceBytesMax = 64;

private:
    Store& store_;
    CommitQueue& commits_;
    const Clock& clock_;
    const CompanyKeys keys_;
    const LeaseOptions options_;
};

} // namespace fieldbook::server
