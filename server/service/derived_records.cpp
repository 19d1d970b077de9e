#include "server/service/derived_records.h"

#include "shared/base/derived_id.h"
#include "shared/rules/identity.h"
#include "shared/rules/listing.h"
#include "shared/text/phone.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace fieldbook::server {
namespace {

// A number that more customers have, such as that of a switchboard, says nothing.
constexpr std::size_t sharersMax = 20;

Version latestOf(const Record& record)
{
    Version latest = record.made();
    for (std::size_t i = 0; i < record.type().fields.size(); ++i) {
        if (const Version version = record.versionAt(i); version.at > latest.at) {
            latest = version;
        }
    }
    return latest;
}

bool isPooled(const Record& record)
{
    return record.type().indexOf("pooled_at") && !isEmpty(record.get("pooled_at"));
}

// How it changed hands, as it shows. Only the server itself hands over from one to another.
std::string_view
kindOf(const Record& former, const Record& now, const Version& version, const Uuid& by)
{
    const Uuid to = now.referenceOf("owner");
    if (isPooled(now)) {
        return now.textOf("pool_kind");
    }
    if (isPooled(former) && to == by) {
        return "claimed";
    }
    const bool fromHandToHand = !former.referenceOf("owner").isNil() && !to.isNil();
    return version.device == 0 && fromHandToHand ? "handed_over" : "assigned";
}

std::vector<std::string> phonesOf(const Record& customer)
{
    std::vector<std::string> digits;
    for (const auto& phone : rules::phonesOf(customer)) {
        const std::string all = phoneDigits(phone);
        if (all.size() >= rules::samePhoneDigits) {
            digits.emplace_back(phoneTail(all, rules::samePhoneDigits));
        }
    }
    return digits;
}

// Keys only say that it may be; the server can look.
bool isTheSame(const Record& one, const Record& other)
{
    const auto number = rules::plainIdNumber(one.textOf("id_number"));
    if (!number.empty() && number == rules::plainIdNumber(other.textOf("id_number"))) {
        return true;
    }
    const auto mine = phonesOf(one);
    return std::ranges::any_of(phonesOf(other), [&](const std::string& phone) {
        return std::ranges::find(mine, phone) != mine.end();
    });
}

// The customers whose listings share a key with this one.
std::set<Uuid> sharingKeys(const Record& listing, StoreView& view)
{
    std::set<Uuid> others;
    const auto look = [&](std::string_view column, const std::string& key) {
        if (key.empty()) {
            return;
        }
        for (const auto& stored : view.withText(listing.type(), column, key)) {
            others.insert(stored.placement.parent);
        }
    };
    for (const auto mine : rules::listingPhoneKeys) {
        for (const auto theirs : rules::listingPhoneKeys) {
            look(theirs, listing.textOf(mine));
        }
    }
    look("id_key", listing.textOf("id_key"));
    return others;
}

Uuid boardOf(const Record& customer, Commit& commit, const rules::World& world)
{
    const auto facts = rules::factsOf(customer, world, commit.directory());
    return commit.directory().boardOf(facts.ownerTeam);
}

rules::RecordWrite caseOf(const Record& stays, const Record& goes, const Uuid& id, Timestamp at)
{
    rules::RecordWrite write{&typeNamed("merge_case"), id, true, {}};
    write.set("survivor", stays.id());
    write.set("loser", goes.id());
    write.set("owner", goes.get("owner"));
    write.set("state", std::string{"found"});
    write.set("created_at", at);
    return write;
}

} // namespace

std::optional<DerivedWrite> ownershipChange(const Record& former, const Record& now, const Uuid& by)
{
    const auto name = now.type().name;
    if ((name != "customer" && name != "lead") || former.get("owner") == now.get("owner")) {
        return std::nullopt;
    }
    const Version version = now.versionAt(*now.type().indexOf("owner"));
    const auto& type = typeNamed("ownership_change");
    rules::RecordWrite write{
        &type, derivedId({type.name, now.id().text(), version.text()}), true, {}};
    write.set(name, now.id());
    write.set("from", former.get("owner"));
    write.set("to", now.get("owner"));
    write.set("kind", std::string{kindOf(former, now, version, by)});
    write.set("reason", now.get("assign_reason"));
    write.set("created_at", fromMillis(version.at.millis));
    write.set("created_by", by.isNil() ? Value{} : Value{by});
    return DerivedWrite{std::move(write), version};
}

std::vector<DerivedWrite>
casesFollowing(const Record& former, const Record& now, const rules::World& world)
{
    std::vector<DerivedWrite> cases;
    if (now.type().name != "customer" || former.get("owner") == now.get("owner")) {
        return cases;
    }
    for (const Record& each : world.referring(typeNamed("merge_case"), "loser", now.id())) {
        if (each.get("owner") != now.get("owner")) {
            rules::RecordWrite write{&each.type(), each.id(), false, {}};
            write.set("owner", now.get("owner"));
            cases.push_back({std::move(write), now.versionAt(*now.type().indexOf("owner"))});
        }
    }
    return cases;
}

std::optional<DerivedWrite> listingFor(const Record& customer, const rules::World& world)
{
    if (customer.type().name != "customer") {
        return std::nullopt;
    }
    const auto rules = rules::CustomerRules::of(world);
    if (!rules.indexKey) {
        return std::nullopt;
    }
    const auto standing = world.find(rules::listingId(customer.id()));
    auto write = rules::listingOf(customer, standing ? &*standing : nullptr, rules);
    return write.values.empty() ? std::nullopt
                                : std::optional{DerivedWrite{std::move(write), latestOf(customer)}};
}

std::vector<DerivedWrite> foundAgain(const Record& customer,
                                     const DerivedWrite& listing,
                                     Commit& commit,
                                     const rules::World& world)
{
    const bool recognised = std::ranges::any_of(rules::listingPhoneKeys,
                                                [&](std::string_view key) {
                                                    return listing.write.find(key) != nullptr;
                                                }) ||
                            listing.write.find("id_key") != nullptr;
    if (!recognised || customer.isDeleted()) {
        return {};
    }
    std::vector<DerivedWrite> cases;
    auto others = sharingKeys(*world.find(listing.write.id), commit.view());
    others.erase(customer.id());
    if (others.size() > sharersMax) {
        return {};
    }
    for (const auto& id : others) {
        const auto other = world.find(id);
        if (!other || other->isDeleted() || !isTheSame(customer, *other) ||
            boardOf(customer, commit, world) != boardOf(*other, commit, world)) {
            continue;
        }
        // The one that was there first stays, unless somebody decides otherwise.
        const bool first = customer.id() < id;
        const Record& stays = first ? customer : *other;
        const Record& goes = first ? *other : customer;
        const Uuid made = derivedId({"merge_case", stays.id().text(), goes.id().text()});
        if (!world.find(made)) { // Put before them once, whatever they said.
            cases.push_back({caseOf(stays, goes, made, fromMillis(listing.version.at.millis)),
                             listing.version});
        }
    }
    return cases;
}

} // namespace fieldbook::server
