#pragma once

#include "shared/rules/customer_rules.h"
#include "shared/rules/world.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

// What a board may know of a customer that is somebody else's. A tablet holds the listings of its
// whole board, so that it notices offline that a customer is there already: by keys that it can
// compare but not read. A key is 24 bits of an HMAC under the company's own key: of the numbers of
// eight digits some six share each, of names many more, so that who tries them all does not know
// for certain, and what is typed by chance is seldom taken for another's.
namespace fieldbook::rules {

// The id of the listing of a customer.
[[nodiscard]] Uuid listingId(const Uuid& customer);

// Digits from the end of a number by which two are taken for one, with or without a calling code.
inline constexpr std::size_t samePhoneDigits = 8;

// The fields of a listing that hold the keys of its telephone numbers.
inline constexpr std::array<std::string_view, 3> listingPhoneKeys{"phone_key", "phone_key_2",
                                                                  "phone_key_3"};
// All of a customer's numbers, as they were written.
[[nodiscard]] std::vector<std::string> phonesOf(const Record& customer);

// How a customer might be recognised; a key is empty where there is nothing to make it of.
struct ListingKeys {
    std::string name;
    std::string sound; // Of a Chinese name: homophones have the same.
    std::vector<std::string> phones;
    std::string idNumber;
};
[[nodiscard]] ListingKeys listingKeys(std::string_view name,
                                      const std::vector<std::string>& phones,
                                      std::string_view idNumber,
                                      const SecretKey& key);

// The first characters, then stars.
[[nodiscard]] std::string maskedName(std::string_view name);

// What the customer's listing has to be, as a write over what stands (null: it is to be made).
// Writes nothing that is so already.
[[nodiscard]] RecordWrite
listingOf(const Record& customer, const Record* standing, const CustomerRules& rules);

} // namespace fieldbook::rules
