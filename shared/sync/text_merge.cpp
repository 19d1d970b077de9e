#include "shared/sync/merge.h"
#include "shared/sync/tuning.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// Three-way merge after Khanna, Kunal and Pierce, "A Formal Investigation of Diff3" (2007), over
// the differences that Myers' greedy algorithm finds ("An O(ND) Difference Algorithm", 1986).
// Changes that merely touch are kept apart here: two people who each rewrite one of two
// neighbouring lines have not contradicted each other.
namespace fieldbook::sync {
namespace {

using Lines = std::vector<std::string_view>;
using Codes = std::vector<std::uint32_t>; // Equal lines have equal codes.

Lines split(std::string_view text)
{
    Lines lines;
    if (text.empty()) {
        return lines;
    }
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find('\n', start);
        lines.push_back(text.substr(start, end - start));
        if (end == text.npos) {
            return lines;
        }
        start = end + 1;
    }
}

class Coder {
public:
    Codes encode(const Lines& lines)
    {
        Codes codes;
        codes.reserve(lines.size());
        for (const auto line : lines) {
            const auto next = static_cast<std::uint32_t>(known_.size());
            codes.push_back(known_.try_emplace(line, next).first->second);
        }
        return codes;
    }

private:
    std::unordered_map<std::string_view, std::uint32_t> known_;
};

// Lines first..last of the base became lines madeFirst..madeLast (both ends exclusive at last).
struct Hunk {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t madeFirst = 0;
    std::size_t madeLast = 0;
};

// Finds the shortest way from one sequence to another, unless it is longer than diffCostMax.
class Differ {
public:
    Differ(std::span<const std::uint32_t> from, std::span<const std::uint32_t> to)
        : from_{from}, to_{to}
    {}

    // The hunks in order, positions counted from `offset`.
    std::vector<Hunk> hunks(std::size_t offset)
    {
        if (from_.empty() && to_.empty()) {
            return {};
        }
        if (from_.empty() || to_.empty() || !search()) {
            return {{offset, offset + from_.size(), offset, offset + to_.size()}};
        }
        return walkBack(offset);
    }

private:
    using Index = std::ptrdiff_t;

    // furthest_[d] holds, for each diagonal k = -d, -d+2, .. d, how far d steps lead in `from`.
    bool search()
    {
        const Index width = std::ssize(from_);
        const Index height = std::ssize(to_);
        const Index limit = std::min(width + height, static_cast<Index>(diffCostMax));
        for (Index d = 0; d <= limit; ++d) {
            std::vector<Index> row(static_cast<std::size_t>(d) + 1);
            for (Index k = -d; k <= d; k += 2) {
                Index x = d == 0 ? 0 : start(d, k);
                Index y = x - k;
                while (x < width && y < height &&
                       from_[static_cast<std::size_t>(x)] == to_[static_cast<std::size_t>(y)]) {
                    ++x;
                    ++y;
                }
                row[static_cast<std::size_t>((k + d) / 2)] = x;
                if (x >= width && y >= height) {
                    furthest_.push_back(std::move(row));
                    return true;
                }
            }
            furthest_.push_back(std::move(row));
        }
        return false;
    }

    [[nodiscard]] Index reached(Index d, Index k) const
    {
        return furthest_[static_cast<std::size_t>(d)][static_cast<std::size_t>((k + d) / 2)];
    }

    [[nodiscard]] bool cameDown(Index d, Index k) const
    {
        return k == -d || (k != d && reached(d - 1, k - 1) < reached(d - 1, k + 1));
    }

    // Where step d enters diagonal k: down from k + 1 (an addition) or right from k - 1 (a
    // removal).
    [[nodiscard]] Index start(Index d, Index k) const
    {
        return cameDown(d, k) ? reached(d - 1, k + 1) : reached(d - 1, k - 1) + 1;
    }

    [[nodiscard]] std::vector<Hunk> walkBack(std::size_t offset) const
    {
        std::vector<Hunk> hunks;
        Index k = std::ssize(from_) - std::ssize(to_);
        for (Index d = std::ssize(furthest_) - 1; d > 0; --d) {
            const bool down = cameDown(d, k);
            const Index x = start(d, k);
            const auto last = static_cast<std::size_t>(x) + offset;
            const auto madeLast = static_cast<std::size_t>(x - k) + offset;
            const Hunk step{down ? last : last - 1, last, down ? madeLast - 1 : madeLast, madeLast};
            if (!hunks.empty() && hunks.back().first == step.last &&
                hunks.back().madeFirst == step.madeLast) {
                hunks.back().first = step.first;
                hunks.back().madeFirst = step.madeFirst;
            } else {
                hunks.push_back(step);
            }
            k += down ? 1 : -1;
        }
        std::ranges::reverse(hunks);
        return hunks;
    }

    std::span<const std::uint32_t> from_;
    std::span<const std::uint32_t> to_;
    std::vector<std::vector<Index>> furthest_;
};

std::size_t commonStart(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b)
{
    const auto [inA, inB] = std::ranges::mismatch(a, b);
    return static_cast<std::size_t>(inA - a.begin());
}

std::size_t commonEnd(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b)
{
    std::size_t count = 0;
    while (count < a.size() && count < b.size() &&
           a[a.size() - 1 - count] == b[b.size() - 1 - count]) {
        ++count;
    }
    return count;
}

std::vector<Hunk> difference(std::span<const std::uint32_t> from, std::span<const std::uint32_t> to)
{
    const std::size_t start = commonStart(from, to);
    from = from.subspan(start);
    to = to.subspan(start);
    const std::size_t end = commonEnd(from, to);
    return Differ{from.first(from.size() - end), to.first(to.size() - end)}.hunks(start);
}

// One side's text: its lines and how they came from the base.
struct Side {
    Lines lines;
    Codes codes;
    std::vector<Hunk> hunks;
    std::size_t next = 0; // The first hunk not yet taken.

    [[nodiscard]] bool more() const { return next < hunks.size(); }
    [[nodiscard]] const Hunk& hunk() const { return hunks[next]; }
};

// A stretch of the base that at least one side changed, and the hunks of each that lie in it.
struct Cluster {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t mineFrom = 0;
    std::size_t theirsFrom = 0;
};

bool isInsertion(const Hunk& hunk) { return hunk.first == hunk.last; }

// Whether the hunk has something to do with the stretch first..last: shares a line with it, or
// inserts within it, or inserts where the stretch is itself only an insertion.
bool touches(const Hunk& hunk, std::size_t first, std::size_t last)
{
    if (first == last) {
        return isInsertion(hunk) ? hunk.first == first : hunk.first < first && first < hunk.last;
    }
    return hunk.first < last && hunk.last > first;
}

class Merger {
public:
    Merger(std::string_view base, std::string_view mine, std::string_view theirs)
        : base_{split(base)}, mine_{split(mine), {}, {}}, theirs_{split(theirs), {}, {}}
    {
        Coder coder;
        const Codes codes = coder.encode(base_);
        mine_.codes = coder.encode(mine_.lines);
        theirs_.codes = coder.encode(theirs_.lines);
        mine_.hunks = difference(codes, mine_.codes);
        theirs_.hunks = difference(codes, theirs_.codes);
    }

    TextMerge merge()
    {
        std::size_t at = 0;
        while (mine_.more() || theirs_.more()) {
            const Cluster cluster = nextCluster();
            copy(base_, at, cluster.first);
            resolve(cluster);
            at = cluster.last;
        }
        copy(base_, at, base_.size());
        return {join(), overlapped_};
    }

private:
    // The side whose next hunk comes first; at one place an insertion comes before a replacement,
    // and theirs before mine.
    Side& earlier()
    {
        if (!theirs_.more() || !mine_.more()) {
            return theirs_.more() ? theirs_ : mine_;
        }
        const Hunk& mine = mine_.hunk();
        const Hunk& theirs = theirs_.hunk();
        const bool mineFirst =
            mine.first < theirs.first ||
            (mine.first == theirs.first && isInsertion(mine) && !isInsertion(theirs));
        return mineFirst ? mine_ : theirs_;
    }

    Cluster nextCluster()
    {
        Side& start = earlier();
        Cluster cluster{start.hunk().first, start.hunk().last, mine_.next, theirs_.next};
        ++start.next;
        for (bool grew = true; grew;) {
            grew = false;
            for (Side* side : {&mine_, &theirs_}) {
                while (side->more() && touches(side->hunk(), cluster.first, cluster.last)) {
                    cluster.last = std::max(cluster.last, side->hunk().last);
                    ++side->next;
                    grew = true;
                }
            }
        }
        return cluster;
    }

    // What the side made of the cluster's stretch of the base.
    static std::pair<std::size_t, std::size_t>
    made(const Side& side, const Cluster& cluster, std::size_t from)
    {
        if (from == side.next) { // Untouched by this side; shifted by what came before.
            const std::size_t baseBefore = from == 0 ? 0 : side.hunks[from - 1].last;
            const std::size_t madeBefore = from == 0 ? 0 : side.hunks[from - 1].madeLast;
            const std::size_t start = madeBefore + (cluster.first - baseBefore);
            return {start, start + (cluster.last - cluster.first)};
        }
        const Hunk& first = side.hunks[from];
        const Hunk& last = side.hunks[side.next - 1];
        return {first.madeFirst - (first.first - cluster.first),
                last.madeLast + (cluster.last - last.last)};
    }

    void resolve(const Cluster& cluster)
    {
        auto [mineAt, mineEnd] = made(mine_, cluster, cluster.mineFrom);
        auto [theirsAt, theirsEnd] = made(theirs_, cluster, cluster.theirsFrom);
        if (cluster.mineFrom == mine_.next || cluster.theirsFrom == theirs_.next) {
            const bool mineChanged = cluster.mineFrom != mine_.next;
            mineChanged ? copy(mine_.lines, mineAt, mineEnd)
                        : copy(theirs_.lines, theirsAt, theirsEnd);
            return;
        }
        // Both changed it. What both begin or end with stands once; of the rest, theirs, then mine.
        const std::span mine = std::span{mine_.codes}.subspan(mineAt, mineEnd - mineAt);
        const std::span theirs = std::span{theirs_.codes}.subspan(theirsAt, theirsEnd - theirsAt);
        overlapped_ =
            overlapped_ || (cluster.first != cluster.last && !std::ranges::equal(mine, theirs));
        const std::size_t start = commonStart(mine, theirs);
        const std::size_t end = commonEnd(mine.subspan(start), theirs.subspan(start));
        copy(theirs_.lines, theirsAt, theirsEnd - end);
        copy(mine_.lines, mineAt + start, mineEnd);
    }

    void copy(const Lines& lines, std::size_t from, std::size_t to)
    {
        for (std::size_t i = from; i < to; ++i) {
            out_.push_back(lines[i]);
        }
    }

    [[nodiscard]] std::string join() const
    {
        std::string text;
        for (std::size_t i = 0; i < out_.size(); ++i) {
            text += i == 0 ? "" : "\n";
            text += out_[i];
        }
        return text;
    }

    Lines base_;
    Side mine_;
    Side theirs_;
    Lines out_;
    bool overlapped_ = false;
};

} // namespace

TextMerge mergeText(std::string_view base, std::string_view mine, std::string_view theirs)
{
    if (mine == theirs || base == mine) {
        return {std::string{theirs}, false};
    }
    if (base == theirs) {
        return {std::string{mine}, false};
    }
    return Merger{base, mine, theirs}.merge();
}

} // namespace fieldbook::sync
