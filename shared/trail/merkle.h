#pragma once

#include "shared/base/hash.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

// The Merkle tree of RFC 6962, section 2.1: appending to it changes one path, and two of its states
// can be shown to be one the beginning of the other by a few hashes.
namespace fieldbook::trail {

[[nodiscard]] Sha256Digest leafHash(std::span<const std::uint8_t> bytes);
[[nodiscard]] Sha256Digest nodeHash(const Sha256Digest& left, const Sha256Digest& right);

// The right edge of a growing tree: all that appending needs.
class Frontier {
public:
    Frontier() = default;
    // As bytes() gave them; nothing if they do not fit the size.
    [[nodiscard]] static std::optional<Frontier> from(std::uint64_t size,
                                                      std::span<const std::uint8_t> bytes);

    [[nodiscard]] std::uint64_t size() const { return size_; }
    // Of the whole tree as it is; that of nothing for an empty one.
    [[nodiscard]] Sha256Digest root() const;
    [[nodiscard]] Bytes bytes() const;

    // Told of each complete subtree of 2^level leaves that a leaf ends, the smallest first;
    // `number` counts those of one level from the left.
    using Completed =
        std::function<void(int level, std::uint64_t number, const Sha256Digest& hash)>;
    void append(const Sha256Digest& leaf, const Completed& completed = {});

    friend bool operator==(const Frontier&, const Frontier&) = default;

private:
    std::uint64_t size_ = 0;
    std::vector<Sha256Digest> peaks_; // Of complete subtrees, the largest first.
};

// The hash of a complete subtree, as Completed tells of it; level 0 are the leaves.
using Subtree = std::function<Sha256Digest(int level, std::uint64_t number)>;

// Shows that the tree of `size` leaves begins with the one of `former` (section 2.1.2);
// 0 <= former <= size.
[[nodiscard]] std::vector<Sha256Digest>
consistencyProof(std::uint64_t former, std::uint64_t size, const Subtree& subtree);

struct TreeState {
    std::uint64_t size = 0;
    Sha256Digest root{};

    friend bool operator==(const TreeState&, const TreeState&) = default;
};

// Whether the proof shows it (RFC 9162, section 2.1.4.2).
[[nodiscard]] bool
isBeginning(const TreeState& former, const TreeState& now, std::span<const Sha256Digest> proof);

} // namespace fieldbook::trail
