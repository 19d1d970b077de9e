#pragma once

#include "shared/rules/feeds.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

// The one place that decides what somebody may do: feeds, every endpoint, files, reports and the
// tablet itself ask here.
namespace fieldbook::rules {

class Directory;

// The feeds of a user's tablet, sorted: the company's, the user's own and those of whom the user
// stands in for, what is shared with the user's team and those above, the teams seen, with what is
// decided about there for who decides or audits; "o" for who sees the whole company.
[[nodiscard]] std::vector<FeedName> subscriptionsOf(const Actor& actor);
// Whether one of the feeds is among the subscriptions (sorted).
[[nodiscard]] bool standsIn(std::span<const FeedName> subscriptions,
                            std::span<const FeedName> feeds);

// Whether the actor sees the record. Exactly then it stands in a feed of the actor's tablet.
[[nodiscard]] bool maySee(const Actor& actor, const TypeSpec& type, const FeedFacts& facts);

// Whether the actor may change the record: its owner, the owner of what it hangs on, and whose role
// changes what it sees. Records of the company are not a tablet's to change (`access.read_only`);
// others' are `access.denied`.
[[nodiscard]] Result<void>
mayWrite(const Actor& actor, const TypeSpec& type, const FeedFacts& facts);

// Whether the actor may create a record of the type that hangs on this parent. Code
// `access.denied`.
[[nodiscard]] Result<void> mayHangOn(const Actor& actor,
                                     const TypeSpec& type,
                                     const TypeSpec& parentType,
                                     const FeedFacts& parentFacts);

// Whether the actor answers for the people whose record it is, and so gives it to others and
// decides what is a manager's to decide. Code `access.manager_only`.
[[nodiscard]] Result<void> mayManage(const Actor& actor, const FeedFacts& facts);

// Whether the actor may share the customer with others: who is responsible for it, or manages
// those who are. Code `access.denied`.
[[nodiscard]] Result<void>
mayShare(const Actor& actor, const TypeSpec& type, const FeedFacts& facts);
// Whether what `owner` has may be shown to the people of this team: it stays in its board but for
// who crosses boards. Code `access.board`.
[[nodiscard]] Result<void>
mayShareWithTeam(const Actor& actor, const Uuid& owner, const Uuid& team, const World& world);

// Whether the actor may give what `from` has to `to`: a customer stays in its board but for who
// crosses boards. `from` may be nil. Code `access.board`.
[[nodiscard]] Result<void>
mayGive(const Actor& actor, const Uuid& from, const Uuid& to, const World& world);

// Whether the actor reads the trail: a role for it that sees or administers the whole company.
// Code `access.manager_only`.
[[nodiscard]] Result<void> mayAudit(const Actor& actor);

// What the role allows with a field of a record that it sees.
[[nodiscard]] FieldAccess accessTo(Role role, const FieldSpec& field);
// Whether every field may be edited. Code `access.field`, with the first that may not.
[[nodiscard]] Result<void>
mayEditFields(Role role, const TypeSpec& type, std::span<const std::size_t> fields);
// Whether every one of these is a sensitive field that the role may be shown. Code `access.field`,
// with the first that is not.
[[nodiscard]] Result<void>
mayReveal(Role role, const TypeSpec& type, std::span<const std::string> fields);
// Whether documents go to the role otherwise than they are stored.
[[nodiscard]] bool isRestricted(Role role);
// The document without what the role may not see: values, what stands against them, and by what
// they would be found. Masked text keeps its first character. The document must be a whole one.
[[nodiscard]] std::string asSeenBy(Role role, std::string_view document);
// The same, with sensitive fields masked also for those who may have them shown.
[[nodiscard]] std::string asMaskedFor(Role role, const TypeSpec& type, std::string_view document);

} // namespace fieldbook::rules
