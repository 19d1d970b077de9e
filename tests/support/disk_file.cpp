#include "tests/support/disk_file.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace fieldbook::testing {
namespace {

constexpr std::uint64_t sectorSize = 512;

std::size_t sectorsIn(std::uint64_t size) { return (size + sectorSize - 1) / sectorSize; }

void store(std::vector<std::uint8_t>& image, std::uint64_t at, std::span<const std::uint8_t> bytes)
{
    if (image.size() < at + bytes.size()) {
        image.resize(at + bytes.size());
    }
    std::ranges::copy(bytes, image.begin() + static_cast<std::ptrdiff_t>(at));
}

} // namespace

std::size_t DiskFile::read(std::uint64_t offset, std::span<std::uint8_t> into) const
{
    if (offset >= current_.size()) {
        return 0;
    }
    const auto count = std::min<std::uint64_t>(into.size(), current_.size() - offset);
    std::copy_n(current_.begin() + static_cast<std::ptrdiff_t>(offset), count, into.begin());
    return count;
}

void DiskFile::write(std::uint64_t offset, std::span<const std::uint8_t> bytes)
{
    unsynced_.push_back({false, offset, {bytes.begin(), bytes.end()}});
    apply(unsynced_.back(), current_);
}

void DiskFile::truncate(std::uint64_t size)
{
    unsynced_.push_back({true, size, {}});
    apply(unsynced_.back(), current_);
}

void DiskFile::sync()
{
    for (const auto& change : unsynced_) {
        apply(change, durable_);
    }
    unsynced_.clear();
}

void DiskFile::losePower(Survival survival, SeededEntropy& entropy)
{
    if (survival == Survival::Everything) {
        sync();
    } else if (survival == Survival::Some) {
        keepSome(entropy);
    }
    unsynced_.clear();
    current_ = durable_;
}

void DiskFile::apply(const Change& change, std::vector<std::uint8_t>& image)
{
    if (change.truncation) {
        image.resize(change.offset);
    } else {
        store(image, change.offset, change.bytes);
    }
}

// A sector holds what it held before the first change that did not reach it: the system writes
// whole sectors from memory, so a later version can never stand without an earlier one. The length
// is recorded apart from the content and stops at a change of its own; what lies within it and
// never reached the disk reads as zeros.
void DiskFile::keepSome(SeededEntropy& entropy)
{
    constexpr std::array<unsigned, 4> percents{50, 80, 95, 99};
    const unsigned percent = percents[entropy.below(percents.size())];
    const std::uint64_t lengthStopsAt = entropy.below(unsynced_.size() + 1);
    std::uint64_t length = durable_.size();
    std::uint64_t lostFrom = std::numeric_limits<std::uint64_t>::max();
    std::vector<bool> stopped;
    for (std::size_t i = 0; i < unsynced_.size(); ++i) {
        const Change& change = unsynced_[i];
        const std::uint64_t end = change.offset + change.bytes.size();
        if (i < lengthStopsAt) {
            length = change.truncation ? change.offset : std::max(length, end);
        }
        if (change.truncation && i < lengthStopsAt) {
            durable_.resize(std::min<std::uint64_t>(durable_.size(), change.offset));
            stopped.resize(std::min(stopped.size(), sectorsIn(change.offset)));
        } else if (change.truncation) {
            // The disk still knows the old blocks; what was written into new ones is not theirs.
            lostFrom = std::min(lostFrom, change.offset);
        } else {
            keepParts(change, std::min(end, lostFrom), percent, stopped, entropy);
        }
    }
    durable_.resize(length);
}

// Stores sector by sector, up to `end`, what reaches the disk of one write.
void DiskFile::keepParts(const Change& change,
                         std::uint64_t end,
                         unsigned percent,
                         std::vector<bool>& stopped,
                         SeededEntropy& entropy)
{
    for (std::uint64_t at = change.offset; at < end;) {
        const std::uint64_t sector = at / sectorSize;
        const std::uint64_t next = std::min(end, (sector + 1) * sectorSize);
        if (sector >= stopped.size()) {
            stopped.resize(sector + 1);
        }
        const auto part = std::span{change.bytes}.subspan(at - change.offset, next - at);
        if (!stopped[sector] && entropy.chance(percent)) {
            store(durable_, at, part);
        } else if (!stopped[sector]) {
            stopped[sector] = true;
            store(durable_, at, part.first(entropy.below(part.size() + 1)));
        }
        at = next;
    }
}

} // namespace fieldbook::testing
