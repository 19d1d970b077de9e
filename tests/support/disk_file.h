#pragma once

#include "tests/support/seeded_entropy.h"

#include <cstdint>
#include <span>
#include <vector>

namespace fieldbook::testing {

// What of the unsynced changes to a file outlives a power cut.
enum class Survival {
    Nothing, // Only what was synced.
    Everything, // As if the disk had written all of it just in time.
    Some, // Each 512-byte sector stops at a random change; the one it stops at may be half there.
};

// The bytes of one file as programs see them and as the disk holds them: what was synced is safe,
// every later write or truncation may or may not have reached the disk. One thread.
class DiskFile {
public:
    // Fewer bytes than asked for at the end of the file.
    [[nodiscard]] std::size_t read(std::uint64_t offset, std::span<std::uint8_t> into) const;
    void write(std::uint64_t offset, std::span<const std::uint8_t> bytes);
    void truncate(std::uint64_t size);
    // Everything so far is safe.
    void sync();
    // The power went and came back.
    void losePower(Survival survival, SeededEntropy& entropy);

    [[nodiscard]] std::uint64_t size() const { return current_.size(); }
    [[nodiscard]] const std::vector<std::uint8_t>& content() const { return current_; }

private:
    struct Change {
        bool truncation;
        std::uint64_t offset; // The new size of a truncation.
        std::vector<std::uint8_t> bytes;
    };

    static void apply(const Change& change, std::vector<std::uint8_t>& image);
    void keepSome(SeededEntropy& entropy);
    void keepParts(const Change& change,
                   std::uint64_t end,
                   unsigned percent,
                   std::vector<bool>& stopped,
                   SeededEntropy& entropy);

    std::vector<std::uint8_t> current_;
    std::vector<std::uint8_t> durable_;
    std::vector<Change> unsynced_;
};

} // namespace fieldbook::testing
