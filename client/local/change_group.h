#pragma once

#include "client/local/effects.h"
#include "client/local/journal.h"
#include "client/local/local_world.h"
#include "client/local/recorder.h"
#include "client/local/store_core.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fieldbook::client {

// What a person has recorded so far, as changes that have taken effect over what is stored;
// commit() makes it so, all of it in one transaction. A deed whose answer is no leaves the others
// as they are. Writer's thread; the core must outlive it.
class ChangeGroup {
public:
    explicit ChangeGroup(StoreCore& core);

    [[nodiscard]] Result<void>
    create(const TypeSpec& type, const Uuid& id, std::vector<std::pair<std::size_t, Value>> values);
    struct FieldWish {
        std::size_t field = 0;
        Value to;
        std::vector<Version> settles;
    };
    // Without a difference there is no change.
    [[nodiscard]] Result<void> edit(const Uuid& id, std::vector<FieldWish> wishes);
    [[nodiscard]] Result<void>
    act(std::string_view name, const Uuid& id, std::string_view arguments);

    // What else the transaction is to write.
    using Also = std::function<void(Writing&)>;
    [[nodiscard]] Result<void> commit(const Also& also = {});

    [[nodiscard]] const rules::World& world() const;

private:
    struct CreateDeed {
        const TypeSpec* type;
        Uuid id;
        std::vector<std::pair<std::size_t, Value>> values;
    };
    struct EditDeed {
        Uuid id;
        std::vector<FieldWish> wishes;
    };
    struct ActDeed {
        std::string name;
        Uuid id;
        std::string arguments;
    };
    using Deed = std::variant<CreateDeed, EditDeed, ActDeed>;

    // What has come of the deeds over the records as they are stored at `generation`.
    struct Outcome {
        std::uint64_t generation;
        std::int64_t firstNumber;
        Effects effects;
        std::vector<sync::Change> changes;
        std::vector<JournalEntry> entries;
    };

    [[nodiscard]] Result<void> add(Deed deed);
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> perform(const Deed& deed);
    [[nodiscard]] Result<void> performChange(sync::Change change);
    [[nodiscard]] Result<std::optional<sync::Change>> changeOf(const Deed& deed);
    [[nodiscard]] Result<std::optional<sync::Change>> changeOf(const EditDeed& deed);
    [[nodiscard]] Result<void> refresh();
    void finishGroup();

    StoreCore& core_;
    LocalWorld stored_;
    std::vector<Deed> deeds_;
    std::optional<Outcome> outcome_;
};

} // namespace fieldbook::client
