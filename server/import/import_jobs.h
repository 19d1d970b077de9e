#pragma once

#include "server/import/taking_back.h"
#include "server/store/store.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::server::import {

enum class JobState : std::uint8_t {
    Waiting,
    Running,
    Done,
    Failed,
    BrokenOff, // The server was stopped meanwhile.
    Undoing,
    Undone,
};
[[nodiscard]] std::string_view nameOf(JobState state);

// One import of a file, as it is told.
struct Job {
    Uuid id;
    std::string name; // Of the file.
    std::string source;
    const TypeSpec* type = nullptr;
    Uuid by;
    Timestamp at;
    JobState state = JobState::Waiting;
    bool dryRun = false;
    std::size_t rows = 0;
    std::size_t done = 0;
    std::size_t created = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    std::size_t skipped = 0;
    std::size_t rejected = 0;
    std::size_t faults = 0; // All findings, also those that are not kept.
    std::vector<Finding> findings = {};
    std::string code = {}; // Why it failed.
    std::optional<Timestamp> undoneAt = {};
    Uuid undoneBy = {};
    TakenBack takenBack = {};
    std::size_t parts = 0; // That were written, and not taken back.
};

// Whether there is something of it to take back.
[[nodiscard]] bool isUndoable(const Job& job);

// The last imports of a company, kept among the settings of its store: one for each, one for each
// part that it wrote, and the list of them.
[[nodiscard]] std::vector<Uuid> jobIds(StoreView& view);
[[nodiscard]] std::optional<Job> findJob(StoreView& view, const Uuid& id);
// Adds it to the list if it is not there yet, from which the oldest goes then that is not busy;
// those that wrote nothing first.
void keepJob(Store::Writer& writer, const Job& job, const std::function<bool(const Uuid&)>& isBusy);
// These parts of it are no more needed.
void dropParts(Store::Writer& writer, const Uuid& job, std::size_t first, std::size_t end);

// As many imports are kept.
inline constexpr std::size_t jobsKept = 100;
[[nodiscard]] Part partOf(StoreView& view, const Uuid& job, std::size_t part);
void keepPart(Store::Writer& writer, const Uuid& job, std::size_t number, const Part& part);

} // namespace fieldbook::server::import
