#pragma once

#include "server/service/commit.h"
#include "shared/rules/overlay_world.h"
#include "shared/sync/merge.h"

#include <unordered_set>
#include <vector>

namespace fieldbook::server {

// Who changes records: a user through a device, or the server on a user's or its own behalf.
struct Author {
    rules::Actor actor;
    std::int64_t device = 0; // 0: the server itself, bound by the rules for records alone.
};

// Changes that stand or fall together, on their way into the store; everything that writes records
// goes through here. What they do is laid over the stored records first; only when all of them are
// in order is it written, by file(), at one sequence: giving up a group costs nothing. One group,
// inside one commit.
class ChangeGroup {
public:
    ChangeGroup(Commit& commit, Author author);

    // What becomes of a change, at its merged time; the receipt's sequence is left open. An error
    // means that the group must be given up.
    [[nodiscard]] Result<sync::Receipt> apply(const sync::Change& change, const Version& version);
    // A write that the server decided on: no merging, no asking whether the author may.
    [[nodiscard]] Result<void> write(const rules::RecordWrite& write, const Version& version);

    // Writes what was laid, refiles what hangs on it, and says at which sequence all of it stands:
    // that of the last commit if nothing has changed. Nothing else may follow.
    [[nodiscard]] Sequence file();

    // The records as they will be.
    [[nodiscard]] const rules::World& world() const { return laid_; }

private:
    enum class Keep : bool { Nothing, History };

    [[nodiscard]] Result<sync::Receipt> create(const sync::CreateBody& body,
                                               const Version& version);
    [[nodiscard]] Result<sync::Receipt> edit(const sync::EditBody& body, const Version& version);
    [[nodiscard]] Result<sync::Receipt> act(const sync::ActBody& body, const Version& version);

    // The author, standing in for whom they stood in for at that time.
    [[nodiscard]] rules::Actor authorThen(HybridTime at) const;
    [[nodiscard]] bool isSeen(const Record& record) const;
    // Whether the author sees the record, or did at that time. What is not known is not there: to
    // say that it may not be touched would tell that it exists.
    [[nodiscard]] bool isKnown(const Record& record, HybridTime at) const;
    [[nodiscard]] bool mayKnow(const Uuid& id, HybridTime at) const;
    [[nodiscard]] Result<void> mayEdit(const Record& record, HybridTime at) const;
    [[nodiscard]] Result<void>
    checkEdit(const sync::EditBody& body, const Record& standing, HybridTime at) const;
    [[nodiscard]] Result<void>
    checkParent(const Record& standing, const Record& edited, HybridTime at) const;
    [[nodiscard]] Result<rules::RecordWrite> prepared(const sync::CreateBody& body,
                                                      HybridTime at) const;
    void lay(rules::RecordWrite write, const Version& version, Keep keep);
    void layRecord(Record record);
    void noteView(const sync::ActBody& body, const Version& version);
    void layConsequences(const Record& record, const Version& version);
    // The file of a new attachment may have come before it.
    void noteUpload(rules::RecordWrite& write) const;
    void keepHistory(const Record& record,
                     std::size_t field,
                     Value value,
                     const Version& of,
                     const Version& replacedBy,
                     const Uuid& author);

    [[nodiscard]] Placement place(const Record& record, Sequence sequence) const;
    // True if what hangs on the record must be filed anew.
    [[nodiscard]] bool fileRecord(const Record& record, Sequence sequence);
    void notePerson(const Record& former, const Record& now);
    void noteTeam(const Record& former, const Record& now);
    void noteShare(const Record* former, const Record& now);
    void refileBelow(const Uuid& id, Sequence sequence);
    void refile(const Placement& former, Sequence sequence);
    // Follows what was written about people: records of a user who changed teams, sessions of one
    // who may no longer sign in. Returns the last sequence given.
    [[nodiscard]] Sequence followPeople(Sequence sequence);

    Commit& commit_;
    Author author_;
    rules::OverlayWorld laid_;
    std::vector<Uuid> order_; // Records laid, each once.
    std::unordered_set<Uuid> known_; // The same.
    std::unordered_set<Uuid> created_; // Those of them that are new.
    std::vector<PastValue> history_;
    HybridTime latest_; // Of what was laid.
    std::vector<TrailNote> views_; // Sensitive fields that were shown.
    std::vector<Uuid> movedUsers_; // Who changed teams, or whose team may be in another board.
    std::vector<Uuid> shared_; // Customers whose shares began or ended.
    std::vector<Uuid> shutOut_; // Who may no longer sign in.
};

} // namespace fieldbook::server
