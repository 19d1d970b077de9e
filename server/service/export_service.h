#pragma once

#include "server/service/caller.h"
#include "server/service/change_service.h"
#include "server/service/commit_queue.h"
#include "server/service/query_service.h"
#include "server/tables/table_file.h"
#include "shared/record/language.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace fieldbook::server {

struct ExportAsked {
    const TypeSpec* type = nullptr;
    std::string filter; // As FieldCondition, in JSON: {"where": …}; empty: all.
    std::vector<std::string> fields; // None: all that the role shows.
    TableFormat format = TableFormat::Csv;
    std::string reason;
    // Of the caller's choosing: asked again with the same one, it is made once. Empty: made anew.
    std::string key;
};

// A file of what somebody may see, and what tells whose it is.
struct ExportFile {
    std::string name; // "customer-20260514-0199.xlsx"
    TableFormat format = TableFormat::Csv;
    std::string bytes;
};

// Taking records out: at once for roles that may, else once a manager has approved. What is taken
// is what its taker sees at that moment, without sensitive fields; the file says in each row who
// took it, when and under which number, and the trail what was taken. Any thread.
class ExportService {
public:
    ExportService(Store& store,
                  CommitQueue& commits,
                  DirectoryBoard& directory,
                  ChangeService& changes,
                  const Clock& clock,
                  Entropy& entropy,
                  std::filesystem::path scratch)
        : store_{store},
          commits_{commits},
          directory_{directory},
          changes_{changes},
          clock_{clock},
          entropy_{entropy},
          scratch_{std::move(scratch)}
    {}

    // The request that was made, an `export_request`; approved at once for roles that may. Codes:
    // `access.export` (the role never takes these out), `export.reason`, `export.too_many`,
    // `access.field`, `field.too_long`, `field.invalid`, those of QueryService::list.
    [[nodiscard]] Result<Record> request(const Caller& caller, const ExportAsked& asked);
    // Names of fields and choices are in that language. Codes: `record.missing` (not the caller's),
    // `export.waiting`, `export.rejected`, `export.expired`, `export.taken`, `export.too_many`,
    // `access.export` and `access.field` when the caller's role has changed, `export.changed` when
    // what they see did while the file was written. Long: a file of many records takes seconds.
    [[nodiscard]] Result<ExportFile> take(const Caller& caller, const Uuid& id, Language language);

    // Records of one file, and what stands in its cells.
    static constexpr std::int64_t rowsMax = 100'000;
    static constexpr std::size_t bytesMax = std::size_t{256} * 1024 * 1024;

private:
    struct Extract;
    struct Table;
    [[nodiscard]] Result<Extract> extractFor(const rules::Actor& actor, const ExportAsked& asked);
    [[nodiscard]] Result<Table> tableOf(const rules::Actor& actor,
                                        const Record& request,
                                        const Extract& extract,
                                        Language language);
    [[nodiscard]] Uuid idFor(const Uuid& user, const std::string& key);
    [[nodiscard]] Result<void> noteTaken(const Caller& caller,
                                         const rules::Actor& actor,
                                         const Record& request,
                                         const Extract& extract,
                                         std::int64_t rows);

    Store& store_;
    CommitQueue& commits_;
    DirectoryBoard& directory_;
    ChangeService& changes_;
    const Clock& clock_;
    Entropy& entropy_;
    std::filesystem::path scratch_;
};

} // namespace fieldbook::server
