#include "shared/rules/listing.h"

#include "shared/base/derived_id.h"
#include "shared/base/hash.h"
#include "shared/base/utf8.h"
#include "shared/rules/identity.h"
#include "shared/text/fold.h"
#include "shared/text/phone.h"
#include "shared/text/pinyin.h"

#include <algorithm>
#include <array>

namespace fieldbook::rules {
namespace {

constexpr std::size_t keyBytes = 3;
// Names that are longer show two characters.
constexpr std::size_t shortName = 4;
// What a listing shows of a customer in the pool, and only then.
constexpr std::array<std::string_view, 6> shownInPool{
    "pool_reason", "former_owner", "city", "industry", "tier", "last_contact_at"};

std::string keyOf(std::string_view kind, std::string_view text, const SecretKey& key)
{
    if (text.empty()) {
        return {};
    }
    const std::string content = std::string{kind} + ':' + std::string{text};
    const auto digest = hmacSha256(asBytes(content), key);
    return toHex(std::span{digest}.first(keyBytes));
}

Value textOrNothing(std::string text) { return text.empty() ? Value{} : Value{std::move(text)}; }

bool hides(const CustomerRules& rules, std::string_view field)
{
    return std::ranges::find(rules.poolHides, field) != rules.poolHides.end();
}

// Sets the field if it is to be another than it is.
class Deriving {
public:
    Deriving(const Record& customer, const Record* standing)
        : standing_{standing},
          write_{&typeNamed("listing"), listingId(customer.id()), standing == nullptr, {}}
    {}

    void set(std::string_view field, Value value)
    {
        if (standing_ == nullptr ? !isEmpty(value) : standing_->get(field) != value) {
            write_.set(field, std::move(value));
        }
    }
    [[nodiscard]] RecordWrite take() && { return std::move(write_); }

private:
    const Record* standing_;
    RecordWrite write_;
};

} // namespace

std::vector<std::string> phonesOf(const Record& customer)
{
    std::vector<std::string> phones{customer.textOf("phone")};
    if (const auto* more = std::get_if<TextSet>(&customer.get("more_phones"))) {
        phones.insert(phones.end(), more->begin(), more->end());
    }
    return phones;
}

Uuid listingId(const Uuid& customer) { return derivedId({"listing", customer.text()}); }

ListingKeys listingKeys(std::string_view name,
                        const std::vector<std::string>& phones,
                        std::string_view idNumber,
                        const SecretKey& key)
{
    ListingKeys keys;
    const std::string folded = foldForSearch(name);
    keys.name = keyOf("name", folded, key);
    const std::string sound = pinyinOf(name).full;
    keys.sound = sound == folded ? std::string{} : keyOf("sound", sound, key);
    for (const auto& phone : phones) {
        const std::string digits = phoneDigits(phone);
        if (digits.size() < samePhoneDigits) {
            continue;
        }
        auto made = keyOf("phone", phoneTail(digits, samePhoneDigits), key);
        if (std::ranges::find(keys.phones, made) == keys.phones.end()) {
            keys.phones.push_back(std::move(made));
        }
    }
    keys.idNumber = keyOf("id", plainIdNumber(idNumber), key);
    return keys;
}

std::string maskedName(std::string_view name)
{
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < name.size();) {
        at += codePointAt(name, at).length;
        ends.push_back(at);
    }
    if (ends.empty()) {
        return {};
    }
    return std::string{name.substr(0, ends[ends.size() > shortName ? 1 : 0])} + "***";
}

RecordWrite listingOf(const Record& customer, const Record* standing, const CustomerRules& rules)
{
    Deriving listing{customer, standing};
    listing.set("customer", customer.id());
    const bool pooled = !isEmpty(customer.get("pooled_at")) && !customer.isDeleted();
    // A name is told in the pool, where somebody has to know what they claim, unless it is hidden.
    const auto& name = customer.textOf("name");
    listing.set("name", pooled && !hides(rules, "name") ? name : maskedName(name));
    listing.set("owner", customer.get("owner"));
    const auto keys =
        rules.indexKey && !customer.isDeleted()
            ? listingKeys(name, phonesOf(customer), customer.textOf("id_number"), *rules.indexKey)
            : ListingKeys{};
    listing.set("name_key", textOrNothing(keys.name));
    listing.set("sound_key", textOrNothing(keys.sound));
    for (std::size_t i = 0; i < listingPhoneKeys.size(); ++i) {
        listing.set(listingPhoneKeys[i],
                    textOrNothing(i < keys.phones.size() ? keys.phones[i] : std::string{}));
    }
    listing.set("id_key", textOrNothing(keys.idNumber));
    listing.set("pooled_at", pooled ? customer.get("pooled_at") : Value{});
    listing.set("pool_kind", pooled ? customer.get("pool_kind") : Value{});
    for (const auto field : shownInPool) {
        listing.set(field, pooled && !hides(rules, field) ? customer.get(field) : Value{});
    }
    // Whoever wished for it has been answered.
    listing.set("claimed_by", Value{});
    listing.set("claimed_at", Value{});
    listing.set("deleted_at", customer.get("deleted_at"));
    return std::move(listing).take();
}

} // namespace fieldbook::rules
