#pragma once

#include "shared/rules/world.h"

#include <map>

namespace fieldbook::rules {

// A world with writes laid over it that are not stored yet: what a rule sees of its own doing, or
// of earlier changes of the same group. Over nothing it is a world of its own. The world below must
// outlive it.
class OverlayWorld final : public World {
public:
    OverlayWorld() = default;
    explicit OverlayWorld(const World& below) : below_{&below} {}

    // Shows the record in place of what stands below.
    void put(Record record);
    // A write that does not create must be of a record that stands here or below.
    void apply(const RecordWrite& write);
    // The record as it was laid here; null if it was not. Valid until it is laid again.
    [[nodiscard]] const Record* laid(const Uuid& id) const;

    [[nodiscard]] std::optional<Record> find(const Uuid& id) const override;
    [[nodiscard]] std::vector<Record>
    referring(const TypeSpec& type, std::string_view field, const Uuid& id) const override;
    [[nodiscard]] std::vector<Record>
    referringIn(const TypeSpec& type,
                std::string_view field,
                const Uuid& id,
                std::string_view state,
                std::span<const std::string_view> codes) const override;
    [[nodiscard]] std::optional<Value>
    valueBefore(const Record& record, std::size_t field, const Version& edit) const override;

private:
    template <class Matches>
    [[nodiscard]] std::vector<Record> laidOver(std::vector<Record> below, Matches matches) const;

    const World* below_ = nullptr;
    std::map<Uuid, Record> laid_;
};

} // namespace fieldbook::rules
