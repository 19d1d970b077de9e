#pragma once

#include "server/service/caller.h"
#include "server/service/change_service.h"
#include "server/service/commit_queue.h"
#include "server/store/file_folder.h"

#include <chrono>
#include <filesystem>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

namespace fieldbook::server {

struct StoredFile {
    std::filesystem::path path;
    std::int64_t size = 0;
    std::string mediaType; // As the attachment says.
    std::string name;
};

struct FileOptions {
    std::int64_t bytesMax = 64LL * 1024 * 1024;
    std::size_t uploadsPerUserMax = 50; // Unfinished ones.
    std::chrono::hours keepFor{24 *
                               7}; // Then they are dropped, as are the traces of finished ones.
};

// The bytes of attachments. They come in pieces that resume where they broke off (tus), and count
// when their checksum is right. Who may see an attachment may fetch its file; to know a checksum,
// or to have made a record that names it, is not enough: somebody who may see it must have sent the
// bytes. Any thread.
class FileService {
public:
    FileService(Store& store,
                CommitQueue& commits,
                DirectoryBoard& directory,
                ChangeService& changes,
                FileFolder& files,
                const Clock& clock,
                Entropy& entropy,
                FileOptions options = {});

    // Codes: `upload.malformed` (checksum or size), `file.too_large`, `upload.too_many`.
    [[nodiscard]] Result<Upload>
    begin(const Caller& caller, std::string_view sha256, std::int64_t size);
    // How far it has got, which is on disk; all of it, once the file is there. Codes:
    // `upload.missing` (there is none, or it is another user's), `file.digest_mismatch`.
    [[nodiscard]] Result<Upload> resume(const Caller& caller, const Uuid& id);
    // The next piece, on disk when it answers; with the last one the file is there. Codes:
    // `upload.missing`, `upload.offset` (detail: the one expected), `upload.busy` (another piece is
    // being written), `file.too_large` (more than was announced), `file.digest_mismatch` (the
    // upload is gone).
    [[nodiscard]] Result<Upload> append(const Caller& caller,
                                        const Uuid& id,
                                        std::int64_t offset,
                                        std::span<const std::uint8_t> bytes);
    [[nodiscard]] Result<void> abandon(const Caller& caller, const Uuid& id);

    // Code `file.missing`: not there, or not the caller's to see.
    [[nodiscard]] Result<StoredFile> open(const Caller& caller, std::string_view sha256);

    // Forgets old uploads, with what has come of those that nobody finished; returns how many.
    std::size_t dropOld();

    [[nodiscard]] const FileOptions& options() const { return options_; }

private:
    class Busy;
    [[nodiscard]] Result<Upload> find(const Caller& caller, const Uuid& id);
    [[nodiscard]] Result<void> finish(const Upload& upload);
    [[nodiscard]] Result<void> markUploaded(Commit& commit, const Upload& upload);
    [[nodiscard]] Result<void> drop(const Uuid& upload);

    Store& store_;
    CommitQueue& commits_;
    DirectoryBoard& directory_;
    ChangeService& changes_;
    FileFolder& files_;
    const Clock& clock_;
    UuidSource ids_; // Used on the writer thread.
    const FileOptions options_;
    std::mutex mutex_;
    std::unordered_set<Uuid> busy_; // Uploads of which a piece is being written.
};

} // namespace fieldbook::server
