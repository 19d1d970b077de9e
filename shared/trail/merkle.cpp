#include "shared/trail/merkle.h"

#include "shared/base/assert.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace fieldbook::trail {
namespace {

constexpr std::uint8_t leafMark = 0x00;
constexpr std::uint8_t nodeMark = 0x01;
constexpr std::size_t digestBytes = sizeof(Sha256Digest);

// Of complete subtrees side by side, the largest on the left: pairs close from the right.
Sha256Digest joined(std::span<const Sha256Digest> peaks)
{
    Sha256Digest hash = peaks.back();
    for (std::size_t i = peaks.size() - 1; i > 0; --i) {
        hash = nodeHash(peaks[i - 1], hash);
    }
    return hash;
}

// Of the leaves from `first` up to `end`, which do not cross a larger subtree than they fill.
Sha256Digest rangeHash(std::uint64_t first, std::uint64_t end, const Subtree& subtree)
{
    std::vector<Sha256Digest> peaks;
    while (first < end) {
        const std::uint64_t size = std::bit_floor(end - first);
        const int level = std::countr_zero(size);
        peaks.push_back(subtree(level, first >> level));
        first += size;
    }
    return joined(peaks);
}

} // namespace

Sha256Digest leafHash(std::span<const std::uint8_t> bytes)
{
    Sha256 hash;
    hash.update(std::span{&leafMark, 1});
    hash.update(bytes);
    return hash.finish();
}

Sha256Digest nodeHash(const Sha256Digest& left, const Sha256Digest& right)
{
    std::array<std::uint8_t, 1 + (2 * digestBytes)> bytes{nodeMark};
    std::ranges::copy(left, bytes.begin() + 1);
    std::ranges::copy(right, bytes.begin() + 1 + digestBytes);
    return sha256(bytes);
}

std::optional<Frontier> Frontier::from(std::uint64_t size, std::span<const std::uint8_t> bytes)
{
    const auto peaks = static_cast<std::size_t>(std::popcount(size));
    if (bytes.size() != peaks * digestBytes) {
        return std::nullopt;
    }
    Frontier frontier;
    frontier.size_ = size;
    frontier.peaks_.resize(peaks);
    for (std::size_t i = 0; i < peaks; ++i) {
        std::ranges::copy(bytes.subspan(i * digestBytes, digestBytes), frontier.peaks_[i].begin());
    }
    return frontier;
}

Sha256Digest Frontier::root() const
{
    return peaks_.empty() ? sha256(std::span<const std::uint8_t>{}) : joined(peaks_);
}

Bytes Frontier::bytes() const
{
    Bytes bytes;
    bytes.reserve(peaks_.size() * digestBytes);
    for (const auto& peak : peaks_) {
        bytes.insert(bytes.end(), peak.begin(), peak.end());
    }
    return bytes;
}

void Frontier::append(const Sha256Digest& leaf, const Completed& completed)
{
    Sha256Digest hash = leaf;
    int level = 0;
    // Every low bit of the size that is set is a subtree waiting for its right half.
    for (std::uint64_t rest = size_; (rest & 1U) != 0; rest >>= 1U) {
        hash = nodeHash(peaks_.back(), hash);
        peaks_.pop_back();
        ++level;
        if (completed) {
            completed(level, size_ >> level, hash);
        }
    }
    peaks_.push_back(hash);
    ++size_;
}

std::vector<Sha256Digest>
consistencyProof(std::uint64_t former, std::uint64_t size, const Subtree& subtree)
{
    FIELDBOOK_ASSERT(former <= size);
    std::vector<Sha256Digest> proof;
    if (former == 0 || former == size) {
        return proof;
    }
    // Down to the subtree that ends where the former tree did, from the root.
    std::uint64_t first = 0;
    std::uint64_t end = size;
    while (former != end) {
        const std::uint64_t middle = first + std::bit_floor(end - first - 1);
        if (former <= middle) {
            proof.push_back(rangeHash(middle, end, subtree));
            end = middle;
        } else {
            proof.push_back(rangeHash(first, middle, subtree));
            first = middle;
        }
    }
    if (first != 0) {
        proof.push_back(rangeHash(first, end, subtree));
    }
    std::ranges::reverse(proof);
    return proof;
}

bool isBeginning(const TreeState& former, const TreeState& now, std::span<const Sha256Digest> proof)
{
    if (former.size == 0 || former.size >= now.size) {
        return proof.empty() && (former.size == 0 || former == now);
    }
    auto next = proof.begin();
    // A tree whose size is a power of two is a subtree of any later one.
    Sha256Digest before = former.root;
    if (!std::has_single_bit(former.size)) {
        if (next == proof.end()) {
            return false;
        }
        before = *next++;
    }
    Sha256Digest after = before;
    std::uint64_t left = former.size - 1;
    std::uint64_t right = now.size - 1;
    while ((left & 1U) != 0) {
        left >>= 1U;
        right >>= 1U;
    }
    for (; next != proof.end(); ++next) {
        if (right == 0) {
            return false;
        }
        if ((left & 1U) != 0 || left == right) {
            before = nodeHash(*next, before);
            after = nodeHash(*next, after);
            while ((left & 1U) == 0 && left != 0) {
                left >>= 1U;
                right >>= 1U;
            }
        } else {
            after = nodeHash(after, *next);
        }
        left >>= 1U;
        right >>= 1U;
    }
    return right == 0 && before == former.root && after == now.root;
}

} // namespace fieldbook::trail
