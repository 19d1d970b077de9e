#include "server/store/sqlite/store_file.h"

#include "shared/db/database.h"

namespace fieldbook::server {
namespace {

db::Database open(const std::filesystem::path& store)
{
    db::OpenOptions options;
    options.access = db::Access::ReadOnly;
    return db::Database{store, options};
}

} // namespace

void copyStore(const std::filesystem::path& store, const std::filesystem::path& into)
{
    open(store).backupTo(into);
    // Nobody writes to a copy: without a log beside it, it can be read where nothing can be
    // written.
    db::Database copy{into, {}};
    static_cast<void>(copy.prepare("PRAGMA journal_mode = DELETE").step());
}

std::vector<NamedFile> filesNamedIn(const std::filesystem::path& store)
{
    auto database = open(store);
    auto query = database.prepare("SELECT sha256, size FROM file ORDER BY sha256");
    std::vector<NamedFile> files;
    while (query.step()) {
        files.push_back({.sha256 = std::string{query.text(0)}, .size = query.int64(1)});
    }
    return files;
}

std::vector<std::string> faultsOfStore(const std::filesystem::path& store)
{
    return open(store).integrityCheck();
}

} // namespace fieldbook::server
