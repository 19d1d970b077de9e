#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/base/signature.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::sync {

// What a tablet says of itself when it is in contact, with every push. The links `token` and `next`
// form a chain that only one copy of a store can go on with: each contact shows the link that the
// last one left and leaves a new one. A second copy comes with a link that was used already.
struct Contact {
    std::int64_t count = 0; // Contacts that were answered before this one.
    std::string token; // The link that the last of them left; empty for the first.
    std::string next; // The link that this one leaves. Sent again with it until it is answered.
    std::optional<PublicKey> key; // The device's own, by which the server knows what it signs.
    std::int64_t changesWaiting = 0; // When it was sent, all of them.
    std::int64_t filesWaiting = 0;

    friend bool operator==(const Contact&, const Contact&) = default;
};

inline constexpr std::size_t linkBytesMax = 64;

[[nodiscard]] std::string toJson(const Contact& contact);
// Code `contact.malformed`.
[[nodiscard]] Result<Contact> parseContact(std::string_view json);

// What a tablet without a session sends, signed with its device key.
enum class Purpose : std::uint8_t { Contact, WipeReceipt };

struct SignedText {
    std::string text;
    Signature signature{};

    friend bool operator==(const SignedText&, const SignedText&) = default;
};

[[nodiscard]] SignedText signedFor(Purpose purpose, std::string text, const SigningKey& key);
[[nodiscard]] bool isSigned(Purpose purpose, const SignedText& message, const PublicKey& key);
// {"text":"..","signature":"<base64>"}
[[nodiscard]] std::string toJson(const SignedText& message);
// Code `contact.malformed`.
[[nodiscard]] Result<SignedText> parseSignedText(std::string_view json);

// The text of a signed contact: a contact and whose it is.
[[nodiscard]] std::string contactText(std::int64_t device, const Contact& contact);
struct DeviceContact {
    std::int64_t device = 0;
    Contact contact;
};
// Code `contact.malformed`.
[[nodiscard]] Result<DeviceContact> parseContactText(std::string_view text);

// What a tablet has destroyed of itself because the company ordered it.
struct WipeReceipt {
    struct File {
        std::string name;
        std::int64_t bytes = 0;
        friend bool operator==(const File&, const File&) = default;
    };

    std::int64_t device = 0;
    std::string install;
    Timestamp orderedAt; // When the tablet heard of it, by its own clock.
    Timestamp wipedAt; // When nothing of it was left.
    std::vector<File> files;

    friend bool operator==(const WipeReceipt&, const WipeReceipt&) = default;
};

[[nodiscard]] std::string toJson(const WipeReceipt& receipt);
// Code `contact.malformed`.
[[nodiscard]] Result<WipeReceipt> parseWipeReceipt(std::string_view text);

} // namespace fieldbook::sync
