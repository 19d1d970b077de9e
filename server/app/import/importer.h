#pragma once

#include "server/app/import/plan.h"
#include "server/service/change_service.h"
#include "server/service/commit_queue.h"

#include <filesystem>
#include <vector>

namespace fieldbook::server::import {

struct Summary {
    std::size_t created = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    std::size_t rejected = 0;
    std::vector<Finding> findings; // In order of file and line.

    [[nodiscard]] std::size_t errors() const;
};

// Brings the rows of another system into the store, as changes of the server itself. Remembers what
// each record was made of: a row that says the same as last time touches nothing, so what people
// have changed since stays; one that says something else changes those fields alone. Whatever is
// refused is reported with its row and leaves nothing behind.
class Importer {
public:
    Importer(Store& store, CommitQueue& commits, ChangeService& changes, const Clock& clock)
        : store_{store}, commits_{commits}, changes_{changes}, clock_{clock}
    {}

    enum class Mode { Import, DryRun };
    // `places` are folders and files; a file of the mapping is looked for by its name. Codes:
    // `import.file_missing`, those of Table::read and makePlan.
    [[nodiscard]] Result<Summary>
    run(const Mapping& mapping, const std::vector<std::filesystem::path>& places, Mode mode);

private:
    [[nodiscard]] Result<void> writeAll(const Plan& plan, Mode mode, Summary& summary);

    Store& store_;
    CommitQueue& commits_;
    ChangeService& changes_;
    const Clock& clock_;
};

} // namespace fieldbook::server::import
