#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

// Everything about syncing that has a bound, with its unit and its reason.
namespace fieldbook::sync {

// Changes in one push: bounds the server's transaction and what a lost reply repeats.
inline constexpr std::size_t pushChangesMax = 2'000;
// Bytes of one push body. A visit with notes is about 1 kB.
inline constexpr std::size_t pushBytesMax = std::size_t{8} * 1024 * 1024;
// The largest number of a change: what a program that keeps numbers as doubles still counts
// exactly.
inline constexpr std::int64_t changeNumberMax = (std::int64_t{1} << 53) - 1;
// Changes in one group: an order of 500 lines and its head.
inline constexpr std::size_t groupChangesMax = 1'000;
// Documents and bytes after which a page ends, at the next boundary between commits.
inline constexpr std::size_t pageRecordsMax = 5'000;
inline constexpr std::size_t pageBytesMax = std::size_t{4} * 1024 * 1024;
// How far ahead of the server an edit's clock may be before its time is clamped to the time of
// receipt.
inline constexpr std::chrono::minutes clockAheadMax{2};
// The version of change and document formats; grows with every field or act that older servers do
// not know.
inline constexpr int schemaVersion = 1;

} // namespace fieldbook::sync
