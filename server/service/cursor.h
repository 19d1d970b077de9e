#pragma once

#include "server/store/rows.h"
#include "shared/base/result.h"
#include "shared/base/secret_key.h"

#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::server {

// How far a tablet has got in its feeds, as it carries it from pull to pull. Any server on the same
// store can read it. Opaque to the tablet:
//
//   base64url of a secret box (shared/base/secret_box.h), sealed with a key of the store, of
//   version (1 byte), user (16), epoch, seen, form, feeds, leaving
//   feeds:        count, then for each: name, after, leftAfter
//   leaving:      count, then for each: name, after, held, leftAfter
//   name:         'c', 'o', or 'b', 'm', 't' or 'u' and 16 bytes
//
// Numbers have 8 bytes, the lowest first. It cannot be made up, it serves one user, and neither its
// bytes nor its length tell how far the company has got: sequences count what happens everywhere.
struct Cursor {
    std::int64_t epoch = 0; // Of the store, when it was given.
    // The head of the store at that moment. A page that is not the last goes less far, but what it
    // leaves out depends on all that had happened by then.
    Sequence seen = 0;
    // In which form the records were given: rules::isRestricted roles get them with fields left
    // out, and whoever changes to such a role or from it gets them again.
    std::int64_t form = 0;
    std::vector<FeedPosition> feeds;
    std::vector<LeavingFeed> leaving;
};

[[nodiscard]] std::string
encodeCursor(const Cursor& cursor, const Uuid& user, const SecretKey& key, Entropy& entropy);
// The empty text is the beginning. Code `cursor.invalid`: not ours, cut, altered, or another
// user's.
[[nodiscard]] Result<Cursor>
decodeCursor(std::string_view text, const Uuid& user, const SecretKey& key);

} // namespace fieldbook::server
