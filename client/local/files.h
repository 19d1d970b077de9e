#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/db/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// The bytes of attachments, in pieces inside the encrypted store: they are there exactly when the
// record is, and nothing outside the store tells that they exist. Writer's thread, but for
// fileBytes().
namespace fieldbook::client {

// Bytes that are already there are not kept twice. `attachment`: the record to be sent before its
// bytes; nil for bytes that came from the server.
void keepFile(db::Transaction& transaction,
              std::string_view sha256,
              std::string_view bytes,
              const Uuid& attachment);
[[nodiscard]] std::optional<std::string> fileBytes(db::Database& database, std::string_view sha256);
// Up to `count` bytes from `offset`.
[[nodiscard]] std::string
fileRange(db::Database& database, std::string_view sha256, std::int64_t offset, std::int64_t count);

// What remains to be uploaded of a file.
struct PendingUpload {
    std::string sha256;
    std::int64_t size = 0;
    std::int64_t sent = 0;
    std::string upload; // Where the server takes it (tus); empty: not begun.

    friend bool operator==(const PendingUpload&, const PendingUpload&) = default;
};
// The next file whose record the server has. A file waits while its record does.
[[nodiscard]] std::optional<PendingUpload> nextUpload(db::Database& database);
// Files whose turn has come; those that still wait for their record are not among them.
[[nodiscard]] std::size_t countUploads(db::Database& database);
void noteUpload(db::Transaction& transaction,
                std::string_view sha256,
                std::int64_t sent,
                std::string_view upload);

// The server does not take this file: it is sent no more, its bytes stay, and an item of attention
// tells why.
void refuseUpload(db::Transaction& transaction,
                  std::string_view sha256,
                  std::string_view code,
                  Timestamp at);
// After everything was pulled anew, from a server that may have been put back to a backup: files
// that were sent from here and of which no record says that the server has them are sent again.
void sendMissingAgain(db::Transaction& transaction);
// Sends the file of that item again after all, and ends the item. False if it is about no file.
[[nodiscard]] bool retryUpload(db::Transaction& transaction, std::int64_t attention);

} // namespace fieldbook::client
