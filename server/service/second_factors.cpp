#include "server/service/second_factors.h"

#include "server/service/totp.h"
#include "shared/base/secret_box.h"

#include <algorithm>

namespace fieldbook::server {
namespace {

// 120 random bits in four groups of six letters: too many to guess, so one plain hash is enough.
constexpr std::size_t recoveryBytes = 15;
constexpr std::size_t groupLetters = 6;

// As people type it: letters of either case, with or without what stands between the groups.
Sha256Digest recoveryDigest(std::string_view typed)
{
    std::string letters;
    for (const char c : typed) {
        if (c != '-' && c != ' ') {
            letters += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        }
    }
    return sha256(letters);
}

TrailNote noteOf(std::string_view kind, const Uuid& by, const Uuid& user)
{
    return {.kind = kind, .by = by, .type = &typeNamed("user"), .record = user};
}

} // namespace

SecondFactors::SecondFactors(Store& store,
                             CommitQueue& commits,
                             DirectoryBoard& directory,
                             const Clock& clock,
                             Entropy& entropy,
                             const SecretKey& key,
                             SecondFactorOptions options)
    : store_{store},
      commits_{commits},
      directory_{directory},
      clock_{clock},
      entropy_{entropy},
      key_{key},
      options_{std::move(options)}
{}

bool SecondFactors::isRequiredOf(rules::Role role) const
{
    return std::ranges::find(options_.requiredOf, role) != options_.requiredOf.end();
}

SecondFactors::Standing SecondFactors::standingOf(const Uuid& user)
{
    const auto directory = directory_.current();
    const auto* person = directory->findUser(user);
    const auto view = store_.read();
    const auto factor = view->findSecondFactor(user);
    return {.isEnrolled = factor && factor->isConfirmed,
            .isRequired = person != nullptr && isRequiredOf(person->role),
            .recoveryCodesLeft = view->recoveryCodesLeft(user)};
}

Result<SecondFactors::Enrolment> SecondFactors::begin(const Uuid& user)
{
    return commits_.run([&](Commit& commit) -> Result<Enrolment> {
        const auto* person = commit.directory().findUser(user);
        if (person == nullptr) {
            return fail(ErrorKind::NotFound, "user.missing");
        }
        const auto former = commit.view().findSecondFactor(user);
        if (former && former->isConfirmed) {
            return fail(ErrorKind::Conflict, "factor.enrolled");
        }
        Bytes secret(totpSecretBytes);
        entropy_.fill(secret);
        commit.writer().putSecondFactor({.user = user,
                                         .secret = seal(key_, secret, entropy_),
                                         .isConfirmed = false,
                                         .lastStep = 0,
                                         .changedAt = clock_.now()});
        return Enrolment{.secret = toBase32(secret),
                         .uri = totpUri(options_.issuer, person->login, secret)};
    });
}

// None that was taken is taken again, nor one before it.
Result<std::uint64_t> SecondFactors::stepOf(const SecondFactor& factor, std::string_view code)
{
    const auto secret = unseal(key_, factor.secret);
    if (!secret) {
        return fail(secret.error());
    }
    const auto step = totpStepOf(*secret, code, clock_.now());
    if (!step || *step <= factor.lastStep) {
        return fail(ErrorKind::Unauthorised, "session.wrong_code");
    }
    return *step;
}

std::vector<std::string> SecondFactors::makeRecoveryCodes(Commit& commit, const Uuid& user)
{
    std::vector<std::string> codes;
    std::vector<Sha256Digest> digests;
    while (codes.size() < recoveryCodes) {
        Bytes bytes(recoveryBytes);
        entropy_.fill(bytes);
        auto code = toBase32(bytes);
        digests.push_back(recoveryDigest(code));
        for (std::size_t at = groupLetters; at < code.size(); at += groupLetters + 1) {
            code.insert(at, 1, '-');
        }
        codes.push_back(std::move(code));
    }
    commit.writer().setRecoveryCodes(user, digests);
    return codes;
}

Result<std::vector<std::string>> SecondFactors::confirm(const Uuid& user, std::string_view code)
{
    return commits_.run([&](Commit& commit) -> Result<std::vector<std::string>> {
        auto factor = commit.view().findSecondFactor(user);
        if (!factor) {
            return fail(ErrorKind::Conflict, "factor.not_begun");
        }
        if (factor->isConfirmed) {
            return fail(ErrorKind::Conflict, "factor.enrolled");
        }
        const auto step = stepOf(*factor, code);
        if (!step) {
            return fail(step.error());
        }
        factor->isConfirmed = true;
        factor->lastStep = *step;
        factor->changedAt = clock_.now();
        commit.writer().putSecondFactor(*factor);
        commit.note(noteOf("factor.enrolled", user, user));
        return makeRecoveryCodes(commit, user);
    });
}

Result<void> SecondFactors::reset(const Uuid& by, const Uuid& user)
{
    return commits_.run([&](Commit& commit) -> Result<void> {
        const auto* who = commit.directory().findUser(by);
        const bool isAdministrator =
            who != nullptr && who->isActive() && who->role == rules::Role::Administrator;
        if (!by.isNil() && (!isAdministrator || by == user)) {
            return fail(ErrorKind::Forbidden, "access.denied");
        }
        if (!commit.view().findSecondFactor(user)) {
            return fail(ErrorKind::NotFound, "factor.missing");
        }
        commit.writer().dropSecondFactor(user);
        commit.note(noteOf("factor.reset", by, user));
        return {};
    });
}

Result<void>
SecondFactors::pass(Commit& commit, const rules::Directory::Person& person, std::string_view code)
{
    auto factor = commit.view().findSecondFactor(person.id);
    if (!factor || !factor->isConfirmed) {
        if (isRequiredOf(person.role)) {
            return fail(ErrorKind::Forbidden, "session.factor_needed");
        }
        return {};
    }
    if (code.empty()) {
        return fail(ErrorKind::Unauthorised, "session.code_needed");
    }
    if (const auto step = stepOf(*factor, code)) {
        factor->lastStep = *step;
        commit.writer().putSecondFactor(*factor);
        return {};
    }
    if (commit.writer().useRecoveryCode(person.id, recoveryDigest(code), clock_.now())) {
        commit.note(noteOf("factor.recovered", person.id, person.id));
        return {};
    }
    return fail(ErrorKind::Unauthorised, "session.wrong_code");
}

} // namespace fieldbook::server
