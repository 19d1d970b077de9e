#pragma once

#include <chrono>
#include <cstddef>

// Constants of the sync engine that somebody may want to tune, each with its unit and reason. What
// the wire promises stands in limits.h instead.
namespace fieldbook::sync {

// The first retry comes after about this: most failures on the road are a cell being changed.
inline constexpr std::chrono::milliseconds retryDelayMin{1'000};
// Retries never lie further apart: who gets out of a tunnel should not wait longer for the system
// to notice.
inline constexpr std::chrono::milliseconds retryDelayMax{120'000};
// After an answer that only a person or a new version can put right; asking more often is noise.
inline constexpr std::chrono::milliseconds refusedDelay{300'000};
// The longest Retry-After that is believed: a proxy's mistake should not silence a tablet for a
// day.
inline constexpr std::chrono::milliseconds retryAfterMax{900'000};
// How often a tablet asks that waits for an administrator's approval: somebody sits before it.
inline constexpr std::chrono::milliseconds pendingDelay{5'000};
// How often a tablet says that it is there while it has nothing else to push.
inline constexpr std::chrono::milliseconds contactDelay{600'000};
// How often one asks how it stands that nobody is signed in to, and one that was closed off.
inline constexpr std::chrono::milliseconds watchDelay{60'000};
inline constexpr std::chrono::milliseconds closedOffDelay{10'000};
// How often a tablet asks for news while no live connection tells it.
inline constexpr std::chrono::milliseconds pollDelay{20'000};
// ... and while one does: only against a poke that was lost.
inline constexpr std::chrono::milliseconds pollDelayLive{600'000};
// When that connection closes, a tablet soon asks why: its user may have been shut out.
inline constexpr std::chrono::milliseconds closedPollDelay{2'000};
// When a complete pull has not reached what a receipt told of (another server node, a moment
// behind). Doubles with each try; after so many, the server was put back.
inline constexpr std::chrono::milliseconds behindReceiptDelay{500};
inline constexpr unsigned behindReceiptTriesMax = 5;
// A push or pull without an answer is given up after this: the longest that a page may take over a
// bad connection, and longer than the server's own limits.
inline constexpr std::chrono::milliseconds requestTimeMax{90'000};
// A piece of a file may take longer.
inline constexpr std::chrono::milliseconds uploadTimeMax{300'000};
// A batch that the server calls too large is halved down to this many bytes.
inline constexpr std::size_t pushBytesMin = std::size_t{64} * 1024;

// Lines removed and added after which two texts count as wholly different. The search costs at most
// this times the lines of both, and its square in memory (1 MB at 500); nobody rewrites 500 lines
// of a visit's notes on two tablets at once, and if somebody does, both texts are kept.
inline constexpr std::size_t diffCostMax = 500;

} // namespace fieldbook::sync
