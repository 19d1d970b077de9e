#pragma once

#include "server/import/importer.h"

#include <unordered_set>

namespace fieldbook::server::import {

// As if the row had last said what it said before. What was created comes out of the bin again when
// its row is imported once more.
void forgetLast(Commit& commit, const Written& written);

// Writes planned groups inside one commit and counts what became of them.
class GroupWriter {
public:
    GroupWriter(ChangeService& changes, Timestamp now, const Uuid& by)
        : changes_{changes}, now_{now}, by_{by}
    {}

    void write(Commit& commit, const PlannedGroup& group);

    // What was written since it was last asked.
    [[nodiscard]] std::vector<Written> takeWritten() { return std::move(written_); }
    // Created, changed, unchanged and rejected, with the findings of what was rejected.
    [[nodiscard]] const Summary& tally() const { return tally_; }

private:
    // What a record was made of, field by field, as hashes.
    using Print = std::map<std::string, std::string, std::less<>>;

    struct Pending {
        rules::RecordWrite write;
        Written written;
        Print print; // To be kept.
    };
    // What has to be written; no values if the row says what it said last time, or what stands.
    [[nodiscard]] Pending pending(Commit& commit, const PlannedRecord& planned) const;
    void begin(rules::RecordWrite& write) const;
    [[nodiscard]] Result<void> check(const Commit& commit, const PlannedRecord& planned) const;
    void refuse(const PlannedGroup& group, const PlannedRecord& culprit, const Error& why);

    ChangeService& changes_;
    Timestamp now_;
    Uuid by_;
    Summary tally_;
    std::vector<Written> written_;
    std::unordered_set<Uuid> refused_;
};

} // namespace fieldbook::server::import
