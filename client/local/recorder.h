#pragma once

#include "shared/record/record.h"
#include "shared/sync/change.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fieldbook::client {

// A field and the value a person gave it.
using FieldValue = std::pair<std::string_view, Value>;

struct Decision {
    enum class Take { Mine, Theirs, Before, Other };

    std::string field;
    Take take = Take::Mine;
    Value other; // For Take::Other.
};

// Where a person's work is recorded: each call is one transaction in which the records as the user
// now sees them and the changes that will carry them to the server are written together (style.md,
// "The one invariant"). The writer's thread only. Codes are those of shared/rules and parseValue;
// nothing is written when the answer is no.
class Recorder {
public:
    virtual ~Recorder() = default;

    // Changes that stand or fall together: nothing is written before commit().
    class Group {
    public:
        virtual ~Group() = default;
        [[nodiscard]] virtual Result<Uuid> create(std::string_view type,
                                                  std::vector<FieldValue> values) = 0;
        [[nodiscard]] virtual Result<void> edit(const Uuid& id, std::vector<FieldValue> values) = 0;
        [[nodiscard]] virtual Result<void>
        act(std::string_view name, const Uuid& id, std::string_view arguments) = 0;
        [[nodiscard]] virtual Result<void> commit() = 0;
    };
    [[nodiscard]] virtual std::unique_ptr<Group> group() = 0;

    [[nodiscard]] virtual Result<Uuid> create(std::string_view type,
                                              std::vector<FieldValue> values) = 0;
    // Sets become additions and removals, texts carry what they were edited from; fields that are
    // already so are left out.
    [[nodiscard]] virtual Result<void> edit(const Uuid& id, std::vector<FieldValue> values) = 0;
    // Arguments as JSON; new ids that an act needs are minted with newId().
    [[nodiscard]] virtual Result<void>
    act(std::string_view name, const Uuid& id, std::string_view arguments) = 0;
    [[nodiscard]] virtual Result<void> remove(const Uuid& id) = 0;
    [[nodiscard]] virtual Result<void> restore(const Uuid& id) = 0;
    [[nodiscard]] virtual Uuid newId() = 0;
    // The next number of the leased block, final and unique: "SO-2605-A7-0042"; `numbers.none` when
    // the block is used up.
    [[nodiscard]] virtual Result<std::string> nextNumber(std::string_view series) = 0;

    // Keeps a file's bytes (sealed) and records an attachment of them.
    [[nodiscard]] virtual Result<Uuid> attach(std::string_view bytes,
                                              std::vector<FieldValue> values) = 0;

    [[nodiscard]] virtual Result<void> decide(std::int64_t attention,
                                              std::span<const Decision> decisions) = 0;
    // Records a refused change's content anew, as it stands now; `values` replace what it had.
    [[nodiscard]] virtual Result<void> retry(std::int64_t attention,
                                             std::vector<FieldValue> values) = 0;
    // The content stays in the log of receipts.
    [[nodiscard]] virtual Result<void> dismiss(std::int64_t attention) = 0;

    virtual void saveDraft(std::string_view key, std::string_view json) = 0;
    virtual void dropDraft(std::string_view key) = 0;
};

} // namespace fieldbook::client
