#include "server/service/lease_service.h"

#include "server/service/admission.h"
#include "shared/base/assert.h"
#include "shared/base/hash.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace fieldbook::server {
namespace {

SecretKey derived(const SecretKey& from, std::string_view purpose)
{
    const auto key = SecretKey::fromBytes(hmacSha256(asBytes(purpose), from));
    FIELDBOOK_ASSERT(key);
    return *key;
}

// Another for each tablet and person, and the same after the server was put back to a backup.
SecretKey
partOf(const SecretKey& shares, std::string_view what, const Uuid& vault, const Uuid& user)
{
    return derived(shares, std::string{what} + ' ' + vault.text() + ' ' + user.text());
}

} // namespace

CompanyKeys::CompanyKeys(const SecretKey& seed)
    : leases{derived(seed, "leases")}, box{derived(seed, "box")}, shares{derived(seed, "shares")}
{}

Result<custody::LeaseGrant> LeaseService::grant(const Caller& caller,
                                                const Uuid& vault,
                                                std::span<const std::uint8_t> nonce,
                                                bool recover)
{
    if (nonce.size() < nonceBytesMin || nonce.size() > nonceBytesMax) {
        return fail(ErrorKind::Invalid, "lease.nonce");
    }
    const auto device = store_.read()->findDevice(caller.device);
    if (!device || isClosedOff(device->state)) {
        return fail(ErrorKind::Unauthorised, device ? codeFor(device->state) : "session.ended");
    }
    const Timestamp now = clock_.now();
    if (recover) {
        const auto sessions = store_.read()->sessions(caller.user);
        const auto session = std::ranges::find(sessions, caller.session, &Session::id);
        if (session == sessions.end() || now - session->createdAt > options_.freshness) {
            return fail(ErrorKind::Forbidden, "lease.sign_in_again");
        }
        // Evidence comes first: without it nothing is given out.
        auto noted = commits_.run([&](Commit& commit) -> Result<void> {
            commit.note({.kind = "vault.recovered",
                         .by = caller.user,
                         .device = caller.device,
                         .body = "{\"vault\":\"" + vault.text() + "\"}"});
            return {};
        });
        if (!noted) {
            return fail(noted.error());
        }
    }
    const custody::LeaseTerms terms{.vault = vault,
                                    .user = caller.user,
                                    .device = caller.device,
                                    .issuedAt = now,
                                    .endsAt = now + options_.duration,
                                    .nonce = {nonce.begin(), nonce.end()}};
    return custody::LeaseGrant{
        .lease = custody::signedLease(terms, keys_.leases),
        .share = partOf(keys_.shares, "share", vault, caller.user),
        .recovery = recover ? std::optional{partOf(keys_.shares, "recovery", vault, caller.user)}
                            : std::nullopt,
        .leaseKey = keys_.leases.publicKey(),
        .companyKey = keys_.box.publicKey()};
}

} // namespace fieldbook::server
