#include "shared/rules/access.h"

#include "shared/base/assert.h"
#include "shared/base/utf8.h"
#include "shared/rules/board.h"
#include "shared/rules/directory.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace fieldbook::rules {
namespace {

// What may be recorded at a customer by somebody who only sees it.
constexpr std::array<std::string_view, 5> contributions{"activity", "visit", "reminder",
                                                        "appointment", "attachment"};

enum class For : std::uint8_t { Reading, Editing };

// Theirs is the user's own, and that of whom the user stands in for.
bool isTheirs(const Actor& actor, const Uuid& user, For what)
{
    return !user.isNil() &&
           (actor.user == user || std::ranges::any_of(actor.covers, [&](const Cover& cover) {
                return cover.absent == user && (what == For::Reading || cover.edits);
            }));
}

bool isOwn(const Actor& actor, const FeedFacts& facts, For what = For::Reading)
{
    return isTheirs(actor, facts.owner, what) || isTheirs(actor, facts.rootOwner, what);
}

bool isSharedWith(const Actor& actor, const SharedWith& share, For what)
{
    return (what == For::Reading || share.edits) &&
           (share.user.isNil() ? std::ranges::binary_search(actor.memberOf, share.team)
                               : isTheirs(actor, share.user, what));
}

bool isShared(const Actor& actor, const FeedFacts& facts, For what)
{
    return std::ranges::any_of(
        facts.shared, [&](const SharedWith& share) { return isSharedWith(actor, share, what); });
}

// Mirrors feedsOf(): who sees whole teams sees what stands in their feeds.
bool isOfSeenTeams(const Actor& actor, const FeedFacts& facts)
{
    return actor.sees(facts.ownerTeam) || actor.sees(facts.rootOwnerTeam) ||
           (actor.seesUnassigned && facts.ownerTeam.isNil() && facts.rootOwnerTeam.isNil());
}

// Who sees what Audience::Deciders keeps from other readers of whole teams.
bool decides(Role role)
{
    const auto& spec = specOf(role);
    return spec.manages != Reach::Nothing || spec.audits;
}

bool reaches(Reach reach, const Actor& actor, const FeedFacts& facts)
{
    switch (reach) {
    case Reach::Nothing:
        return false;
    case Reach::Own:
        return isOwn(actor, facts, For::Editing);
    case Reach::Seen:
        return isOwn(actor, facts, For::Editing) || isOfSeenTeams(actor, facts);
    case Reach::Company:
        return true;
    }
    return false;
}

tl::unexpected<Error> denied(const TypeSpec& type)
{
    return fail(ErrorKind::Forbidden, "access.denied", std::string{type.name});
}

std::string masked(const std::string& text)
{
    return text.empty() ? text : text.substr(0, codePointAt(text, 0).length) + "***";
}

Value masked(const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) {
        return masked(*text);
    }
    return {};
}

enum class Sensitive : std::uint8_t { AsTheRoleSays, OnRequestOnly };

FieldAccess shownOf(Role role, const FieldSpec& field, Sensitive sensitive)
{
    const auto access = accessTo(role, field);
    if (sensitive == Sensitive::AsTheRoleSays || field.personal != Personal::Sensitive) {
        return access;
    }
    const bool words = field.kind == FieldKind::Text || field.kind == FieldKind::LongText;
    return std::min(access, words ? FieldAccess::Masked : FieldAccess::Hidden);
}

void redact(Role role, Record& record, Sensitive sensitive)
{
    const auto& fields = record.type().fields;
    for (std::size_t index = 0; index < fields.size(); ++index) {
        const auto access = shownOf(role, fields[index], sensitive);
        if (access >= FieldAccess::View) {
            continue;
        }
        record.setAt(index, access == FieldAccess::Masked ? masked(record.at(index)) : Value{});
        // Nor when it was last changed, and by which device.
        record.setVersionAt(index, record.made());
        record.settle(index);
        if (fields[index].search == Search::Name) {
            record.setSearchKeys({});
        }
    }
}

} // namespace

std::vector<FeedName> subscriptionsOf(const Actor& actor)
{
    std::vector<FeedName> feeds{"c", "u:" + actor.user.text()};
    for (const Cover& cover : actor.covers) {
        feeds.push_back("u:" + cover.absent.text());
    }
    for (const Uuid& team : actor.memberOf) {
        feeds.push_back("m:" + team.text());
    }
    for (const Uuid& team : actor.seenTeams) {
        feeds.push_back("t:" + team.text());
    }
    if (actor.seesUnassigned) {
        feeds.emplace_back("o");
    }
    if (decides(actor.role)) {
        std::ranges::transform(actor.seenTeams, std::back_inserter(feeds), deciderFeed);
        if (actor.seesUnassigned) {
            feeds.push_back(deciderFeed({}));
        }
    }
    if (knowsOfBoard(actor.role)) {
        feeds.push_back(boardFeed(actor.board));
    }
    std::ranges::sort(feeds);
    const auto repeats = std::ranges::unique(feeds);
    feeds.erase(repeats.begin(), repeats.end());
    return feeds;
}

bool standsIn(std::span<const FeedName> subscriptions, std::span<const FeedName> feeds)
{
    return std::ranges::any_of(feeds, [&](const FeedName& feed) {
        return std::ranges::binary_search(subscriptions, feed);
    });
}

bool maySee(const Actor& actor, const TypeSpec& type, const FeedFacts& facts)
{
    if (isForBoard(type)) {
        return knowsOfBoard(actor.role) && actor.board == facts.ownerTeam;
    }
    if (type.audience == Audience::Deciders) {
        return isOwn(actor, facts) || (decides(actor.role) && isOfSeenTeams(actor, facts));
    }
    return type.audience == Audience::Company || isOwn(actor, facts) ||
           isOfSeenTeams(actor, facts) || isShared(actor, facts, For::Reading);
}

Result<void> mayWrite(const Actor& actor, const TypeSpec& type, const FeedFacts& facts)
{
    if (type.audience == Audience::Company || !type.tabletWrites) {
        return fail(ErrorKind::Forbidden, "access.read_only", std::string{type.name});
    }
    const Reach reach = specOf(actor.role).changes;
    const bool shared = reach != Reach::Nothing && isShared(actor, facts, For::Editing);
    return shared || reaches(reach, actor, facts) ? Result<void>{} : denied(type);
}

Result<void> mayHangOn(const Actor& actor,
                       const TypeSpec& type,
                       const TypeSpec& parentType,
                       const FeedFacts& parentFacts)
{
    const auto& role = specOf(actor.role);
    if (role.contributes && std::ranges::find(contributions, type.name) != contributions.end() &&
        maySee(actor, parentType, parentFacts)) {
        return {};
    }
    FeedFacts facts = parentFacts;
    // Whoever shares the customer without its contacts does not want new ones either.
    std::erase_if(facts.shared,
                  [&](const SharedWith& share) { return !covers(share.includes, type.name); });
    return mayWrite(actor, parentType, facts);
}

Result<void> mayShare(const Actor& actor, const TypeSpec& type, const FeedFacts& facts)
{
    const bool responsible =
        specOf(actor.role).changes != Reach::Nothing && isTheirs(actor, facts.owner, For::Editing);
    return responsible || mayManage(actor, facts) ? Result<void>{} : denied(type);
}

Result<void>
mayShareWithTeam(const Actor& actor, const Uuid& owner, const Uuid& team, const World& world)
{
    const bool crosses = specOf(actor.role).crossesBoards && actor.board.isNil();
    return owner.isNil() || crosses || boardOf(owner, world) == boardOfTeam(team, world)
               ? Result<void>{}
               : fail(ErrorKind::Forbidden, "access.board", team.text());
}

Result<void> mayManage(const Actor& actor, const FeedFacts& facts)
{
    const Reach reach = specOf(actor.role).manages;
    if (reach == Reach::Company || (reach == Reach::Seen && isOfSeenTeams(actor, facts))) {
        return {};
    }
    return fail(ErrorKind::Forbidden, "access.manager_only");
}

Result<void> mayGive(const Actor& actor, const Uuid& from, const Uuid& to, const World& world)
{
    return from.isNil() ? Result<void>{} : mayGiveFromBoard(actor, boardOf(from, world), to, world);
}

Result<void>
mayGiveFromBoard(const Actor& actor, const Uuid& board, const Uuid& to, const World& world)
{
    const bool crosses = specOf(actor.role).crossesBoards && actor.board.isNil();
    if (crosses || board == boardOf(to, world)) {
        return {};
    }
    return fail(ErrorKind::Forbidden, "access.board", to.text());
}

Result<void> mayAudit(const Actor& actor)
{
    const auto& role = specOf(actor.role);
    const bool whole = actor.seesUnassigned || role.manages == Reach::Company;
    return role.audits && whole ? Result<void>{}
                                : fail(ErrorKind::Forbidden, "access.manager_only");
}

FieldAccess accessTo(Role role, const FieldSpec& field)
{
    const auto& spec = specOf(role);
    if (field.personal == Personal::Sensitive) {
        // Only words can be shown in part.
        const bool words = field.kind == FieldKind::Text || field.kind == FieldKind::LongText;
        return spec.sensitive == FieldAccess::Masked && !words ? FieldAccess::Hidden
                                                               : spec.sensitive;
    }
    return field.kind == FieldKind::Money ? spec.amounts : FieldAccess::Edit;
}

Result<void> mayEditFields(Role role, const TypeSpec& type, std::span<const std::size_t> fields)
{
    for (const std::size_t index : fields) {
        if (accessTo(role, type.fields[index]) != FieldAccess::Edit) {
            return fail(ErrorKind::Forbidden, "access.field",
                        std::string{type.fields[index].fieldName});
        }
    }
    return {};
}

Result<void> mayReveal(Role role, const TypeSpec& type, std::span<const std::string> fields)
{
    for (const auto& name : fields) {
        const auto index = type.indexOf(name);
        if (!index || type.fields[*index].personal != Personal::Sensitive ||
            accessTo(role, type.fields[*index]) < FieldAccess::View) {
            return fail(ErrorKind::Forbidden, "access.field", name);
        }
    }
    return {};
}

bool isRestricted(Role role)
{
    const auto& spec = specOf(role);
    return spec.sensitive < FieldAccess::View || spec.amounts < FieldAccess::View;
}

std::string asSeenBy(Role role, std::string_view document)
{
    if (!isRestricted(role)) {
        return std::string{document};
    }
    auto record = Record::parse(document);
    FIELDBOOK_ASSERT(record.has_value());
    redact(role, *record, Sensitive::AsTheRoleSays);
    return record->document();
}

std::string asMaskedFor(Role role, const TypeSpec& type, std::string_view document)
{
    const bool hasSensitive = std::ranges::any_of(
        type.fields, [](const FieldSpec& field) { return field.personal == Personal::Sensitive; });
    if (!hasSensitive) {
        return asSeenBy(role, document);
    }
    auto record = Record::parse(document);
    FIELDBOOK_ASSERT(record.has_value());
    redact(role, *record, Sensitive::OnRequestOnly);
    return record->document();
}

} // namespace fieldbook::rules
