#pragma once

#include "server/app/import/importer.h"

#include <unordered_set>

namespace fieldbook::server::import {

// Writes planned groups inside one commit and counts what became of them.
class GroupWriter {
public:
    GroupWriter(ChangeService& changes, Timestamp now) : changes_{changes}, now_{now} {}

    void write(Commit& commit, const PlannedGroup& group);

    // Created, changed, unchanged and rejected, with the findings of what was rejected.
    [[nodiscard]] const Summary& tally() const { return tally_; }

private:
    // What a record was made of, field by field, as hashes.
    using Print = std::map<std::string, std::string, std::less<>>;

    // What has to be written, or nothing if the row says what it said last time.
    [[nodiscard]] std::optional<rules::RecordWrite>
    pending(Commit& commit, const PlannedRecord& planned, const Print& print) const;
    [[nodiscard]] Result<void> check(const Commit& commit, const PlannedRecord& planned) const;
    void refuse(const PlannedGroup& group, const PlannedRecord& culprit, const Error& why);

    ChangeService& changes_;
    Timestamp now_;
    Summary tally_;
    std::unordered_set<Uuid> refused_;
};

} // namespace fieldbook::server::import
