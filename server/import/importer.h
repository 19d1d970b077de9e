#pragma once

#include "server/import/plan.h"
#include "server/service/change_service.h"
#include "server/service/commit_queue.h"

#include <filesystem>
#include <functional>
#include <utility>
#include <vector>

namespace fieldbook::server::import {

struct Summary {
    std::size_t created = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    std::size_t rejected = 0;
    std::vector<Finding> findings; // In order of file and line.

    [[nodiscard]] std::size_t errors() const;
    // Puts the findings in order.
    void sort();
};

// What became of one record of a plan.
struct Written {
    Uuid id;
    const TypeSpec* type = nullptr;
    bool created = false;
    std::vector<std::size_t> fields = {}; // That were written, of one that was there.
    Uuid origin = {}; // Of its row.
    std::string formerPrint = {}; // What the row's last import had kept of it.
};

// Brings the rows of another system into the store, as changes of the server itself. Remembers what
// each record was made of: a row that says the same as last time touches nothing, so what people
// have changed since stays; one that says something else changes those fields alone. Whatever is
// refused is reported with its row and leaves nothing behind.
//
// A dry run writes each part and gives it up again; sections that refer to one another are one
// part.
class Importer {
public:
    // What it creates is somebody's, and begins as what they create does: in its first stage or
    // state. Nobody's (nil) is as the rows say and nothing more.
    Importer(Store& store,
             CommitQueue& commits,
             ChangeService& changes,
             const Clock& clock,
             const Uuid& by = {})
        : store_{store}, commits_{commits}, changes_{changes}, clock_{clock}, by_{by}
    {}

    enum class Mode { Import, DryRun };
    // Who looks on. Each may be empty.
    struct Watch {
        // In the commit of a part: before it, and with what it wrote. A commit may be done again.
        std::function<void(Commit&)> begins;
        std::function<void(Commit&, std::vector<Written>)> wrote;
        std::function<void(std::size_t groups)> progressed; // So far, after each part.
        std::function<bool()> isOver; // Ends it after the part that is being written.
    };
    // `places` are folders and files; a file of the mapping is looked for by its name. Codes:
    // `import.file_missing`, those of Table::read and makePlan.
    [[nodiscard]] Result<Summary>
    run(const Mapping& mapping, const std::vector<std::filesystem::path>& places, Mode mode);
    // Writes a plan; the summary is right also where it did not come to its end. Codes:
    // `import.broken_off`, `server.busy`.
    [[nodiscard]] Result<void>
    write(const Plan& plan, Mode mode, const Watch& watch, Summary& summary);
    [[nodiscard]] Result<Plan> planFor(const Mapping& mapping, const Tables& tables);

private:
    Store& store_;
    CommitQueue& commits_;
    ChangeService& changes_;
    const Clock& clock_;
    const Uuid by_;
};

} // namespace fieldbook::server::import
