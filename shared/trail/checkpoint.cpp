#include "shared/trail/checkpoint.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <optional>

namespace fieldbook::trail {
namespace {

constexpr std::string_view signatureStart = "\u2014 ";
constexpr std::uint8_t ed25519 = 0x01; // The algorithm, as signed-note numbers them.
constexpr std::size_t keyIdBytes = 4;

std::array<std::uint8_t, keyIdBytes> keyIdOf(std::string_view name, const PublicKey& key)
{
    Sha256 hash;
    hash.update(name);
    hash.update("\n");
    hash.update(std::span{&ed25519, 1});
    hash.update(key);
    const auto digest = hash.finish();
    std::array<std::uint8_t, keyIdBytes> id{};
    std::copy_n(digest.begin(), id.size(), id.begin());
    return id;
}

// The next line without its end; nothing when there is none.
std::optional<std::string_view> takeLine(std::string_view& text)
{
    const auto end = text.find('\n');
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    const auto line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

std::optional<std::uint64_t> sizeFrom(std::string_view line)
{
    std::uint64_t size = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size);
    const bool whole = error == std::errc{} && end == line.data() + line.size();
    return whole ? std::optional{size} : std::nullopt;
}

tl::unexpected<Error> malformed() { return fail(ErrorKind::Invalid, "checkpoint.malformed"); }

// What was signed: all lines up to the empty one.
Result<Checkpoint> readBody(std::string_view body, std::string_view origin)
{
    const auto name = takeLine(body);
    const auto size = takeLine(body);
    const auto root = takeLine(body);
    const auto time = takeLine(body);
    if (!time || name != origin || !body.empty()) {
        return malformed();
    }
    const auto count = sizeFrom(*size);
    const auto bytes = fromBase64(*root);
    const auto at = parseRfc3339(*time);
    if (!count || !bytes || bytes->size() != sizeof(Sha256Digest) || !at) {
        return malformed();
    }
    Checkpoint checkpoint{.tree = {.size = *count}, .at = *at};
    std::ranges::copy(*bytes, checkpoint.tree.root.begin());
    return checkpoint;
}

} // namespace

std::string originOf(const PublicKey& key)
{
    constexpr std::size_t shown = 8;
    return "fieldbook/" + toHex(std::span{key}.first(shown));
}

std::string signedText(const Checkpoint& checkpoint, const SigningKey& key)
{
    const auto origin = originOf(key.publicKey());
    const std::string body = origin + '\n' + std::to_string(checkpoint.tree.size) + '\n' +
                             toBase64(checkpoint.tree.root) + '\n' + toRfc3339(checkpoint.at) +
                             '\n';
    Bytes signature;
    std::ranges::copy(keyIdOf(origin, key.publicKey()), std::back_inserter(signature));
    std::ranges::copy(key.sign(asBytes(body)), std::back_inserter(signature));
    return body + '\n' + std::string{signatureStart} + origin + ' ' + toBase64(signature) + '\n';
}

Result<Checkpoint> readCheckpoint(std::string_view text, const PublicKey& key)
{
    const auto middle = text.find("\n\n");
    if (middle == std::string_view::npos) {
        return malformed();
    }
    const auto body = text.substr(0, middle + 1);
    auto rest = text.substr(middle + 2);
    const auto line = takeLine(rest);
    const auto origin = originOf(key);
    const std::string start = std::string{signatureStart} + origin + ' ';
    if (!line || !rest.empty() || !line->starts_with(signatureStart)) {
        return malformed();
    }
    if (!line->starts_with(start)) {
        return fail(ErrorKind::Conflict, "checkpoint.signature");
    }
    const auto bytes = fromBase64(line->substr(start.size()));
    if (!bytes || bytes->size() != keyIdBytes + sizeof(Signature)) {
        return malformed();
    }
    const std::span signature{*bytes};
    if (!std::ranges::equal(signature.first(keyIdBytes), keyIdOf(origin, key)) ||
        !isSignedBy(key, asBytes(body), signature.subspan(keyIdBytes))) {
        return fail(ErrorKind::Conflict, "checkpoint.signature");
    }
    return readBody(body, origin);
}

} // namespace fieldbook::trail
