#pragma once

#include "server/import/import_jobs.h"
#include "server/import/import_order.h"
#include "server/import/table_look.h"
#include "server/service/caller.h"

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace fieldbook::server::import {

// Files that somebody brings in while the server runs: looked at, checked, written part by part,
// and taken back. For who answers for the whole company. Any thread; work() takes as long as the
// file is long, and other commits come between its parts.
class ImportService {
public:
    ImportService(Store& store,
                  CommitQueue& commits,
                  DirectoryBoard& directory,
                  ChangeService& changes,
                  const Clock& clock,
                  Entropy& entropy,
                  std::string country)
        : store_{store},
          commits_{commits},
          directory_{directory},
          changes_{changes},
          clock_{clock},
          country_{std::move(country)},
          ids_{clock, entropy}
    {}

    // What a file of these rows seems to hold. Codes: `access.manager_only`, those of lookAt.
    [[nodiscard]] Result<TableLook> look(const Caller& caller,
                                         const TypeSpec& type,
                                         std::string_view text,
                                         std::optional<char> delimiter);
    // The import as it waits for work(), noted in the trail. Codes: `access.manager_only`,
    // `access.field`, those of mappingFor and Table::parse, and what cut the file off
    // (`csv.unclosed_quotes`, `csv.too_many_rows` ...).
    [[nodiscard]] Result<Job> begin(const Caller& caller, ImportOrder order);
    // What was brought is taken back by work(). Codes: `access.manager_only`, `import.missing`,
    // `import.not_done`: it wrote nothing, or is being written or taken back, or was.
    [[nodiscard]] Result<Job> beginUndo(const Caller& caller, const Uuid& id);
    // Does what was begun. An import that fails says so; what was thrown is thrown on after that.
    void work(const Uuid& id);
    // What was begun will not be done: the server has no room for it.
    void giveUp(const Uuid& id);

    // The newest first, without what was found. Code `access.manager_only`.
    [[nodiscard]] Result<std::vector<Job>> list(const Caller& caller);
    // Codes: `access.manager_only`, `import.missing`.
    [[nodiscard]] Result<Job> find(const Caller& caller, const Uuid& id);

    // What is being written ends after its part, so that the server can.
    void stop() { stopping_ = true; }

    // Findings that are kept of one import.
    static constexpr std::size_t findingsMax = 500;

private:
    struct Task {
        Job job;
        ImportOrder order;
        Table table;
        std::optional<Mapping> mapping; // None for taking back.
        std::vector<Finding> findings;
    };

    [[nodiscard]] Result<void> mayImport(const Caller& caller) const;
    [[nodiscard]] LocalTerms company() const;
    void run(Task task);
    [[nodiscard]] Result<void> bringIn(Task& task, Summary& summary);
    [[nodiscard]] Result<void>
    writeAll(const Job& job, const Plan& plan, Importer& importer, Summary& summary);
    [[nodiscard]] Summary dropExisting(Plan& plan, const ImportOrder& order);
    void takeAllBack(Job job);
    // Another part is in the store, with what it takes to undo it or without.
    void progressed(const Uuid& id, std::size_t rows, bool keepsPart);
    // Keeps it in the store, where it is found from now on.
    void finish(const Job& job, std::string_view noted);
    // As it stands in memory, else in the store.
    [[nodiscard]] std::optional<Job> standing(const Uuid& id);
    [[nodiscard]] std::optional<Job> inMemory(const Uuid& id);
    void forget(const Uuid& id);
    // What does it. If that throws, nobody waits for the task any more.
    template <class Work>
    auto orForget(const Uuid& id, Work work)
    {
        try {
            return work();
        } catch (...) {
            forget(id);
            throw;
        }
    }
    // Tells what must not leave the list of imports.
    [[nodiscard]] std::function<bool(const Uuid&)> busy();
    // In a commit, as soon as there is room for it; in vain only when the server is to stop.
    [[nodiscard]] Result<void> keep(const std::function<void(Commit&)>& what);

    Store& store_;
    CommitQueue& commits_;
    DirectoryBoard& directory_;
    ChangeService& changes_;
    const Clock& clock_;
    const std::string country_;
    std::atomic<bool> stopping_ = false;
    std::mutex mutex_; // Of what follows.
    UuidSource ids_;
    std::map<Uuid, Task> tasks_; // Begun, and not finished.
};

} // namespace fieldbook::server::import
