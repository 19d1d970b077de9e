#pragma once

#include "client/local/change_group.h"
#include "client/local/recorder.h"
#include "shared/calendar/zone.h"

namespace fieldbook::client {

// The Recorder of a tablet's store. Writer's thread; the core must outlive it.
class ChangeRecorder final : public Recorder {
public:
    ChangeRecorder(StoreCore& core, Zone zone) : core_{core}, zone_{zone} {}

    [[nodiscard]] std::unique_ptr<Group> group() override;
    [[nodiscard]] Result<Uuid> create(std::string_view type,
                                      std::vector<FieldValue> values) override;
    [[nodiscard]] Result<void> edit(const Uuid& id, std::vector<FieldValue> values) override;
    [[nodiscard]] Result<void>
    act(std::string_view name, const Uuid& id, std::string_view arguments) override;
    [[nodiscard]] Result<void> remove(const Uuid& id) override;
    [[nodiscard]] Result<void> restore(const Uuid& id) override;
    [[nodiscard]] Uuid newId() override { return core_.ids().next(); }
    [[nodiscard]] Result<std::string> nextNumber(std::string_view series) override;
    [[nodiscard]] Result<Uuid> attach(std::string_view bytes,
                                      std::vector<FieldValue> values) override;
    [[nodiscard]] Result<void> decide(std::int64_t attention,
                                      std::span<const Decision> decisions) override;
    [[nodiscard]] Result<void> retry(std::int64_t attention,
                                     std::vector<FieldValue> values) override;
    [[nodiscard]] Result<void> dismiss(std::int64_t attention) override;
    void saveDraft(std::string_view key, std::string_view json) override;
    void dropDraft(std::string_view key) override;

private:
    StoreCore& core_;
    Zone zone_;
};

} // namespace fieldbook::client
