#include "shared/trail/entry.h"

#include "shared/trail/merkle.h"

#include <algorithm>
#include <iterator>

namespace fieldbook::trail {

std::string toJson(const EntryHeader& header)
{
    // All that is written here is made of letters, digits and dots: nothing needs escaping.
    std::string json = "{\"at\":\"" + toRfc3339(header.at) + "\",\"kind\":\"" + header.kind + '"';
    if (!header.by.isNil()) {
        json += ",\"by\":\"" + header.by.text() + '"';
    }
    if (header.device != 0) {
        json += ",\"device\":" + std::to_string(header.device);
    }
    if (!header.type.empty()) {
        json += ",\"type\":\"" + header.type + "\",\"id\":\"" + header.record.text() + '"';
    }
    json += '}';
    return json;
}

Sha256Digest bodyDigest(std::span<const std::uint8_t> salt, std::string_view body)
{
    Sha256 hash;
    hash.update(salt);
    hash.update(body);
    return hash.finish();
}

Sha256Digest entryHash(std::string_view header, const Sha256Digest& body)
{
    Bytes bytes;
    bytes.reserve(header.size() + body.size());
    std::ranges::copy(asBytes(header), std::back_inserter(bytes));
    std::ranges::copy(body, std::back_inserter(bytes));
    return leafHash(bytes);
}

} // namespace fieldbook::trail
