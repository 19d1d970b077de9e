#include "shared/custody/lease.h"

#include <nlohmann/json.hpp>

namespace fieldbook::custody {
namespace {

using nlohmann::json;

// So that a signature made for something else is never one of a lease.
constexpr std::string_view purpose = "fieldbook lease 1\n";

tl::unexpected<Error> malformed() { return fail(ErrorKind::Invalid, "lease.malformed"); }

std::string textOf(const json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::optional<Bytes> bytesOf(const json& object, const char* name)
{
    return fromBase64Url(textOf(object, name));
}

Bytes whatIsSigned(std::string_view payload)
{
    const std::string text = std::string{purpose} + std::string{payload};
    const auto bytes = asBytes(text);
    return {bytes.begin(), bytes.end()};
}

} // namespace

std::string signedLease(const LeaseTerms& terms, const SigningKey& key)
{
    const json object{{"vault", terms.vault.text()},     {"user", terms.user.text()},
                      {"device", terms.device},          {"issued", toRfc3339(terms.issuedAt)},
                      {"ends", toRfc3339(terms.endsAt)}, {"nonce", toBase64Url(terms.nonce)}};
    const std::string payload = toBase64Url(asBytes(object.dump()));
    return payload + '.' + toBase64Url(key.sign(whatIsSigned(payload)));
}

Result<LeaseTerms> readLease(std::string_view text, const PublicKey& key)
{
    const auto dot = text.find('.');
    if (dot == std::string_view::npos) {
        return malformed();
    }
    const auto payload = text.substr(0, dot);
    const auto signature = fromBase64Url(text.substr(dot + 1));
    const auto body = fromBase64Url(payload);
    if (!signature || !body) {
        return malformed();
    }
    if (!isSignedBy(key, whatIsSigned(payload), *signature)) {
        return fail(ErrorKind::Forbidden, "lease.signature");
    }
    const auto object = json::parse(body->begin(), body->end(), nullptr, false);
    if (!object.is_object()) {
        return malformed();
    }
    const auto vault = Uuid::parse(textOf(object, "vault"));
    const auto user = Uuid::parse(textOf(object, "user"));
    const auto issued = parseRfc3339(textOf(object, "issued"));
    const auto ends = parseRfc3339(textOf(object, "ends"));
    const auto nonce = bytesOf(object, "nonce");
    const auto device = object.find("device");
    if (!vault || !user || !issued || !ends || !nonce || device == object.end() ||
        !device->is_number_integer()) {
        return malformed();
    }
    return LeaseTerms{.vault = *vault,
                      .user = *user,
                      .device = device->get<std::int64_t>(),
                      .issuedAt = *issued,
                      .endsAt = *ends,
                      .nonce = *nonce};
}

std::string toJson(const LeaseGrant& grant)
{
    json object{{"lease", grant.lease},
                {"share", toBase64Url(grant.share.bytes())},
                {"lease_key", toBase64Url(grant.leaseKey)},
                {"company_key", toBase64Url(grant.companyKey)}};
    if (grant.recovery) {
        object["recovery"] = toBase64Url(grant.recovery->bytes());
    }
    return object.dump();
}

Result<LeaseGrant> parseGrant(std::string_view text)
{
    const auto object = json::parse(text, nullptr, false);
    if (!object.is_object()) {
        return malformed();
    }
    const auto share = bytesOf(object, "share");
    const auto shareKey = share ? SecretKey::fromBytes(*share) : std::nullopt;
    const auto leaseBytes = bytesOf(object, "lease_key");
    const auto leaseKey = leaseBytes ? publicKeyFrom(*leaseBytes) : std::nullopt;
    const auto companyBytes = bytesOf(object, "company_key");
    const auto companyKey = companyBytes ? publicKeyFrom(*companyBytes) : std::nullopt;
    const auto recoveryBytes = bytesOf(object, "recovery");
    const auto recovery = recoveryBytes ? SecretKey::fromBytes(*recoveryBytes) : std::nullopt;
    if (!shareKey || !leaseKey || !companyKey || (object.contains("recovery") && !recovery)) {
        return malformed();
    }
    return LeaseGrant{.lease = textOf(object, "lease"),
                      .share = *shareKey,
                      .recovery = recovery,
                      .leaseKey = *leaseKey,
                      .companyKey = *companyKey};
}

} // namespace fieldbook::custody
