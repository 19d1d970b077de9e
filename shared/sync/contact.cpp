#include "shared/sync/contact.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fieldbook::sync {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

tl::unexpected<Error> malformed(std::string_view detail)
{
    return fail(ErrorKind::Invalid, "contact.malformed", std::string{detail});
}

json objectFrom(std::string_view text)
{
    auto body = json::parse(text, nullptr, false);
    return body.is_object() ? std::move(body) : json::object();
}

std::optional<std::string> textAt(const json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? std::optional{found->get<std::string>()}
                                                       : std::nullopt;
}

std::optional<std::int64_t> countAt(const json& object, const char* name)
{
    const auto found = object.find(name);
    if (found == object.end() || !found->is_number_integer()) {
        return std::nullopt;
    }
    const auto value = found->get<std::int64_t>();
    return value >= 0 ? std::optional{value} : std::nullopt;
}

std::optional<Timestamp> timeAt(const json& object, const char* name)
{
    const auto text = textAt(object, name);
    if (!text) {
        return std::nullopt;
    }
    const auto time = parseRfc3339(*text);
    return time ? std::optional{*time} : std::nullopt;
}

ordered_json jsonOf(const Contact& contact)
{
    ordered_json body{{"count", contact.count},
                      {"token", contact.token},
                      {"next", contact.next},
                      {"changes_waiting", contact.changesWaiting},
                      {"files_waiting", contact.filesWaiting}};
    if (contact.key) {
        body["key"] = toBase64(*contact.key);
    }
    return body;
}

Result<Contact> contactFrom(const json& body)
{
    const auto count = countAt(body, "count");
    const auto token = textAt(body, "token");
    const auto next = textAt(body, "next");
    if (!count || !token || !next || next->empty() || token->size() > linkBytesMax ||
        next->size() > linkBytesMax) {
        return malformed("count, token and next");
    }
    Contact contact{.count = *count, .token = *token, .next = *next, .key = {}};
    contact.changesWaiting = countAt(body, "changes_waiting").value_or(0);
    contact.filesWaiting = countAt(body, "files_waiting").value_or(0);
    if (const auto key = textAt(body, "key")) {
        const auto bytes = fromBase64(*key);
        contact.key = bytes ? publicKeyFrom(*bytes) : std::nullopt;
        if (!contact.key) {
            return malformed("key");
        }
    }
    return contact;
}

// So that what was signed for one thing never passes for another.
std::string markedFor(Purpose purpose, std::string_view text)
{
    std::string marked{purpose == Purpose::Contact ? "fieldbook device contact\n"
                                                   : "fieldbook wipe receipt\n"};
    return marked.append(text);
}

} // namespace

std::string toJson(const Contact& contact) { return jsonOf(contact).dump(); }

Result<Contact> parseContact(std::string_view json) { return contactFrom(objectFrom(json)); }

SignedText signedFor(Purpose purpose, std::string text, const SigningKey& key)
{
    const auto signature = key.sign(asBytes(markedFor(purpose, text)));
    return {std::move(text), signature};
}

bool isSigned(Purpose purpose, const SignedText& message, const PublicKey& key)
{
    return isSignedBy(key, asBytes(markedFor(purpose, message.text)), message.signature);
}

std::string toJson(const SignedText& message)
{
    return ordered_json{{"text", message.text}, {"signature", toBase64(message.signature)}}.dump();
}

Result<SignedText> parseSignedText(std::string_view json)
{
    const auto body = objectFrom(json);
    const auto text = textAt(body, "text");
    const auto signature = textAt(body, "signature");
    const auto bytes = signature ? fromBase64(*signature) : std::nullopt;
    SignedText message;
    if (!text || !bytes || bytes->size() != message.signature.size()) {
        return malformed("text and signature");
    }
    message.text = *text;
    std::ranges::copy(*bytes, message.signature.begin());
    return message;
}

std::string contactText(std::int64_t device, const Contact& contact)
{
    auto body = jsonOf(contact);
    body["device"] = device;
    return body.dump();
}

Result<DeviceContact> parseContactText(std::string_view text)
{
    const auto body = objectFrom(text);
    const auto device = countAt(body, "device");
    auto contact = contactFrom(body);
    if (!contact || !device) {
        return contact ? malformed("device") : fail(contact.error());
    }
    return DeviceContact{*device, std::move(*contact)};
}

std::string toJson(const WipeReceipt& receipt)
{
    ordered_json body{{"device", receipt.device},
                      {"install", receipt.install},
                      {"ordered_at", toRfc3339(receipt.orderedAt)},
                      {"wiped_at", toRfc3339(receipt.wipedAt)},
                      {"files", ordered_json::array()}};
    for (const auto& file : receipt.files) {
        body["files"].push_back({{"name", file.name}, {"bytes", file.bytes}});
    }
    return body.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<WipeReceipt> parseWipeReceipt(std::string_view text)
{
    const auto body = objectFrom(text);
    const auto device = countAt(body, "device");
    const auto install = textAt(body, "install");
    const auto ordered = timeAt(body, "ordered_at");
    const auto wiped = timeAt(body, "wiped_at");
    const auto files = body.find("files");
    if (!device || !install || !ordered || !wiped || files == body.end() || !files->is_array()) {
        return malformed("device, install, ordered_at, wiped_at and files");
    }
    WipeReceipt receipt{.device = *device,
                        .install = *install,
                        .orderedAt = *ordered,
                        .wipedAt = *wiped,
                        .files = {}};
    for (const auto& each : *files) {
        const auto name = each.is_object() ? textAt(each, "name") : std::nullopt;
        const auto bytes = each.is_object() ? countAt(each, "bytes") : std::nullopt;
        if (!name || !bytes) {
            return malformed("files");
        }
        receipt.files.push_back({*name, *bytes});
    }
    return receipt;
}

} // namespace fieldbook::sync
