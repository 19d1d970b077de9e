#include "server/service/file_service.h"

#include "shared/rules/access.h"

#include <algorithm>
#include <array>

namespace fieldbook::server {
namespace {

bool isChecksum(std::string_view text)
{
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

} // namespace

// Keeps others off an upload while a piece of it is written.
class FileService::Busy {
public:
    Busy(FileService& service, const Uuid& id) : service_{service}, id_{id}
    {
        const std::scoped_lock lock{service_.mutex_};
        mine_ = service_.busy_.insert(id_).second;
    }
    Busy(const Busy&) = delete;
    Busy& operator=(const Busy&) = delete;
    ~Busy()
    {
        if (mine_) {
            const std::scoped_lock lock{service_.mutex_};
            service_.busy_.erase(id_);
        }
    }
    [[nodiscard]] bool mine() const { return mine_; }

private:
    FileService& service_;
    Uuid id_;
    bool mine_ = false;
};

FileService::FileService(Store& store,
                         CommitQueue& commits,
                         DirectoryBoard& directory,
                         ChangeService& changes,
                         FileFolder& files,
                         const Clock& clock,
                         Entropy& entropy,
                         FileOptions options)
    : store_{store},
      commits_{commits},
      directory_{directory},
      changes_{changes},
      files_{files},
      clock_{clock},
      ids_{clock, entropy},
      options_{options}
{}

Result<Upload> FileService::begin(const Caller& caller, std::string_view sha256, std::int64_t size)
{
    if (!isChecksum(sha256) || size < 1) {
        return fail(ErrorKind::Invalid, "upload.malformed");
    }
    if (size > options_.bytesMax) {
        return fail(ErrorKind::TooLarge, "file.too_large", std::to_string(options_.bytesMax));
    }
    return commits_.run([&](Commit& commit) -> Result<Upload> {
        if (commit.view().uploadsOf(caller.user) >= options_.uploadsPerUserMax) {
            return fail(ErrorKind::TooMany, "upload.too_many");
        }
        Upload upload{.id = ids_.next(),
                      .user = caller.user,
                      .sha256 = std::string{sha256},
                      .size = size,
                      .offset = 0,
                      .createdAt = clock_.now()};
        commit.writer().addUpload(upload);
        return upload;
    });
}

Result<Upload> FileService::find(const Caller& caller, const Uuid& id)
{
    const auto view = store_.read();
    auto upload = view->findUpload(id);
    if (!upload || upload->user != caller.user) {
        return fail(ErrorKind::NotFound, "upload.missing");
    }
    return std::move(*upload);
}

Result<Upload> FileService::resume(const Caller& caller, const Uuid& id)
{
    const Busy busy{*this, id};
    auto upload = find(caller, id);
    if (!upload || !busy.mine() || upload->offset < upload->size ||
        store_.read()->hasSent(upload->user, upload->sha256)) {
        return upload;
    }
    // All was there when the server stopped.
    const auto finished = finish(*upload);
    return finished ? upload : fail(finished.error());
}

Result<Upload> FileService::append(const Caller& caller,
                                   const Uuid& id,
                                   std::int64_t offset,
                                   std::span<const std::uint8_t> bytes)
{
    const Busy busy{*this, id};
    if (!busy.mine()) {
        return fail(ErrorKind::Conflict, "upload.busy");
    }
    auto upload = find(caller, id);
    if (!upload) {
        return upload;
    }
    if (offset != upload->offset) {
        return fail(ErrorKind::Conflict, "upload.offset", std::to_string(upload->offset));
    }
    const auto count = static_cast<std::int64_t>(bytes.size());
    if (count > upload->size - offset) {
        return fail(ErrorKind::TooLarge, "file.too_large");
    }
    files_.write(id, offset, bytes);
    upload->offset += count;
    const auto noted = commits_.run([&](Commit& commit) -> Result<void> {
        commit.writer().setUploadOffset(id, upload->offset);
        return {};
    });
    if (!noted) {
        return fail(noted.error());
    }
    if (upload->offset == upload->size) {
        if (auto finished = finish(*upload); !finished) {
            return fail(finished.error());
        }
    }
    return upload;
}

// May be done again after a crash at any point: the file may be whole already.
Result<void> FileService::finish(const Upload& upload)
{
    const auto checksum = files_.checksum(upload.id, upload.size);
    if (checksum == upload.sha256) {
        files_.finish(upload.id, upload.sha256);
    } else if (checksum || !files_.find(upload.sha256)) {
        auto dropped = drop(upload.id);
        return dropped ? fail(ErrorKind::Invalid, "file.digest_mismatch") : dropped;
    }
    return commits_.run([&](Commit& commit) { return markUploaded(commit, upload); });
}

Result<void> FileService::markUploaded(Commit& commit, const Upload& upload)
{
    commit.writer().addFile(upload.sha256, upload.size, upload.user, clock_.now());
    const auto& type = typeNamed("attachment");
    std::vector<ServerChange> changes;
    for (const auto& stored : commit.view().withText(type, "sha256", upload.sha256)) {
        const auto record = Record::parse(stored.document);
        const bool theirs = record && (record->referenceOf("created_by") == upload.user ||
                                       record->referenceOf("owner") == upload.user);
        if (theirs && record->get("uploaded") != Value{true}) {
            rules::RecordWrite write{&type, record->id(), false, {}};
            write.set("uploaded", true);
            changes.emplace_back(std::move(write));
        }
    }
    if (changes.empty()) {
        return {};
    }
    const auto actor = commit.directory().actorFor(upload.user);
    const auto done = changes_.applyGroup(commit, actor.value_or(rules::Actor{}), changes);
    return done ? Result<void>{} : fail(done.error());
}

// The store forgets it first: a finished upload without its piece would count as one whose file is
// whole.
Result<void> FileService::drop(const Uuid& upload)
{
    auto forgotten = commits_.run([&](Commit& commit) -> Result<void> {
        commit.writer().dropUpload(upload);
        return {};
    });
    if (forgotten) {
        files_.drop(upload);
    }
    return forgotten;
}

Result<void> FileService::abandon(const Caller& caller, const Uuid& id)
{
    const Busy busy{*this, id};
    if (!busy.mine()) {
        return fail(ErrorKind::Conflict, "upload.busy");
    }
    if (auto upload = find(caller, id); !upload) {
        return fail(upload.error());
    }
    return drop(id);
}

Result<StoredFile> FileService::open(const Caller& caller, std::string_view sha256)
{
    const auto directory = directory_.current();
    const auto actor = directory->actorFor(caller.user);
    const auto missing = fail(ErrorKind::NotFound, "file.missing");
    if (!actor || !isChecksum(sha256)) {
        return missing;
    }
    const auto mine = rules::subscriptionsOf(*actor);
    const auto view = store_.read();
    for (const auto& stored : view->withText(typeNamed("attachment"), "sha256", sha256)) {
        const bool visible = rules::standsIn(mine, stored.placement.feeds);
        const auto record = visible ? Record::parse(stored.document)
                                    : Result<Record>{fail(ErrorKind::NotFound, "file.missing")};
        if (!record || record->get("uploaded") != Value{true}) {
            continue;
        }
        const auto size = view->findFileSize(sha256);
        auto path = files_.find(sha256);
        if (size && path) {
            return StoredFile{.path = std::move(*path),
                              .size = *size,
                              .mediaType = record->textOf("media_type"),
                              .name = record->textOf("name")};
        }
    }
    return missing;
}

std::size_t FileService::dropOld()
{
    const auto old = store_.read()->uploadsBefore(clock_.now() - options_.keepFor);
    std::size_t dropped = 0;
    for (const auto& upload : old) {
        const Busy busy{*this, upload.id};
        if (busy.mine() && drop(upload.id)) {
            ++dropped;
        }
    }
    return dropped;
}

} // namespace fieldbook::server
