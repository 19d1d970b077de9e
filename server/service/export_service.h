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
          ids_{clock, entropy},
          scratch_{std::move(scratch)}
    {}

    // The request that was made, an `export_request`; approved at once for roles that may. Codes:
    // `access.export` (the role never takes these out), `export.reason`, `export.too_many`,
    // `access.field`, those of QueryService::list.
    [[nodiscard]] Result<Record> request(const Caller& caller, const ExportAsked& asked);
    // Names of fields and choices are in that language. Codes: `record.missing` (not the caller's),
    // `export.waiting`, `export.rejected`, `export.expired`, `export.taken`, `export.too_many`,
    // `access.export` and `access.field` when the caller's role has changed.
    [[nodiscard]] Result<ExportFile> take(const Caller& caller, const Uuid& id, Language language);

    // Records of one file.
    static constexpr std::int64_t rowsMax = 100'000;

private:
    struct Extract;
    struct Table;
    [[nodiscard]] Result<Extract> extractFor(const rules::Actor& actor, const ExportAsked& asked);
    [[nodiscard]] Table tableOf(const rules::Actor& actor,
                                const Record& request,
                                const Extract& extract,
                                Language language);
    [[nodiscard]] Result<void>
    write(const rules::Actor& actor, rules::RecordWrite write, const TrailNote& note);

    Store& store_;
    CommitQueue& commits_;
    DirectoryBoard& directory_;
    ChangeService& changes_;
    const Clock& clock_;
    UuidSource ids_;
    std::filesystem::path scratch_;
};

} // namespace fieldbook::server
