#pragma once

#include "shared/base/hash.h"
#include "shared/base/signature.h"
#include "shared/record/record.h"
#include "shared/rules/feeds.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What the store keeps, as plain values.
namespace fieldbook::server {

// The order of commits: every group of changes has one number, greater than all before it.
using Sequence = std::int64_t;
using rules::FeedName;

// Where a record stands: what decides who sees it and when it was last touched.
struct Placement {
    const TypeSpec* type = nullptr;
    Uuid id;
    Sequence sequence = 0; // The same in all its feeds.
    Uuid parent; // The record it hangs on; nil where there is none.
    std::vector<FeedName> feeds;
};

struct StoredRecord {
    Placement placement;
    std::string document;
};

// How far a tablet has got in a feed it may see.
struct FeedPosition {
    FeedName feed;
    Sequence after = 0;
    // Departures up to here are of no interest: the tablet began later.
    Sequence leftAfter = 0;

    friend bool operator==(const FeedPosition&, const FeedPosition&) = default;
};

// A feed that a tablet may no longer see and whose records it may still hold.
struct LeavingFeed {
    FeedName feed;
    Sequence after = 0; // How far its records have been called back.
    Sequence held = 0; // How far the tablet had got in it.
    Sequence leftAfter = 0; // As it was while the feed was subscribed.

    friend bool operator==(const LeavingFeed&, const LeavingFeed&) = default;
};

struct PageRequest {
    std::vector<FeedPosition> subscribed; // Sorted by feed.
    std::vector<LeavingFeed> leaving;
    std::size_t recordsMax = 0;
    std::size_t bytesMax = 0;
};

struct PageRows {
    std::size_t records = 0;
    std::vector<Uuid> left;
    Sequence reached = 0; // Everything up to here has been told.
    bool complete = false; // Nothing was left for another page: reached is the head.
};

// A value that a field had, or would have had, and which edit it came from.
struct PastValue {
    Uuid record;
    const TypeSpec* type = nullptr;
    std::size_t field = 0;
    Value value;
    Version version;
    Uuid author;
    Version replacedBy;
};

// How far a device is admitted. Only an approved one is told anything.
enum class DeviceState : std::uint8_t {
    Pending, // Waits for an administrator.
    Approved,
    Locked, // For a while: it may come back.
    Revoked, // For good: whoever uses it enrols anew.
    WipePending, // It destroys what it holds as soon as it hears of it.
    Wiped,
};

// An installed app as one user uses it; its changes are numbered densely.
struct Device {
    std::int64_t number = 0;
    Uuid install;
    Uuid user;
    std::string code = {}; // "A7": short, in order numbers.
    std::string name;
    std::string platform;
    std::string appVersion;
    std::int64_t lastChange = 0; // The last number of its changes that was decided.
    Timestamp createdAt;
    Timestamp lastSeenAt;
    std::int64_t clockAheadMillis = 0; // The most by which its clock was seen ahead; 0: never.
    DeviceState state = DeviceState::Approved;
    std::optional<Timestamp> stateSince = {}; // None: since it was enrolled.
    Uuid stateBy = {}; // Nil: the server itself.
    std::string stateReason = {};
    std::optional<PublicKey> key = {}; // By which it signs; none of an older app.
    std::int64_t contacts = 0; // The chain of shared/sync/contact.h.
    std::string link = {};
    std::int64_t changesWaiting = 0; // As it said with its last contact.
    std::int64_t filesWaiting = 0;
    bool resync = false; // It is to fetch everything anew.
};

// A one-time code with which somebody may enrol a device.
struct EnrolmentCode {
    Sha256Digest digest{}; // The code itself is nowhere.
    Uuid user; // Who may use it.
    Uuid by; // Nil: the server's own command line.
    Timestamp createdAt;
    Timestamp expiresAt;
    std::int64_t attempts = 0; // Wrong ones while it was open.
    std::int64_t device = 0; // That it enrolled; 0: not used.
};

// What a device said of its wiping, as it signed it.
struct StoredWipeReceipt {
    std::int64_t device = 0;
    std::string text;
    Bytes signature;
    Timestamp receivedAt;
};

struct Session {
    std::int64_t id = 0;
    Sha256Digest token{}; // The digest; the token itself is nowhere.
    std::int64_t device = 0;
    Uuid user;
    Timestamp createdAt;
    std::optional<Timestamp> endedAt = {};
    std::string endedBecause = {};
};

// With what another program asks in the name of a user; see KeyService.
struct ApiKey {
    Uuid id;
    Sha256Digest digest{}; // Of the token, which is nowhere.
    Uuid owner;
    std::int64_t device = 0; // As which it asks; 0: it only opens a calendar.
    std::string name;
    std::string hint; // How its token begins.
    std::string scopes; // As ScopeSet writes them.
    Uuid createdBy; // Nil: the server's own command line.
    Timestamp createdAt;
    std::optional<Timestamp> expiresAt = {};
    std::optional<Timestamp> lastUsedAt = {};
    std::optional<Timestamp> endedAt = {};
};

// The answer to a change, kept until the tablet has it. The body is empty for a plain "applied".
struct StoredReceipt {
    std::int64_t number = 0;
    std::uint64_t fingerprint = 0; // Of the change as it was sent.
    Sequence sequence = 0;
    std::string body;
};

// A change that was refused, with all its content, for good.
struct Refusal {
    std::int64_t device = 0;
    std::int64_t number = 0;
    Uuid user;
    Timestamp at;
    Sequence sequence = 0;
    std::string code;
    std::string raw;
    bool held = false; // In quarantine: nobody has decided about it yet.
};

// The right edge of the trail's tree (shared/trail/merkle.h).
struct TrailHead {
    std::uint64_t size = 0;
    Bytes frontier;

    friend bool operator==(const TrailHead&, const TrailHead&) = default;
};

// One thing that happened. Its text belongs to whoever hands it over.
struct TrailEntry {
    std::uint64_t number = 0; // From 0.
    std::string_view header;
    Sha256Digest digest{};
    std::span<const std::uint8_t> salt;
    std::optional<std::string_view> body; // Nothing once it was erased.
};

// Which entries of the trail are meant; what is not given is left open.
struct TrailQuery {
    std::optional<Uuid> record = {};
    std::optional<Uuid> by = {};
    std::string kind = {};
    std::optional<Timestamp> from = {};
    std::optional<Timestamp> until = {}; // Left out itself.
    std::optional<std::uint64_t> before = {}; // A number.
    std::size_t limit = 100;
};

// A state of the trail that a device keeps.
struct TrailWitness {
    std::int64_t device = 0;
    std::uint64_t size = 0;
    std::string text; // shared/trail/checkpoint.h
    Timestamp at; // When it said so.
};

// A complete subtree of the trail's tree.
struct TrailNode {
    int level = 0;
    std::uint64_t number = 0;
    Sha256Digest hash{};
};

// How much of everything there is, for those who watch over the server.
struct StoreFigures {
    std::int64_t devices = 0;
    std::int64_t sessions = 0; // That have not ended.
    std::int64_t refused = 0; // Changes, in all.
    std::int64_t held = 0; // Of those, in quarantine.
    std::int64_t files = 0;
    std::int64_t filesBytes = 0;
    std::int64_t trailEntries = 0;

    friend bool operator==(const StoreFigures&, const StoreFigures&) = default;
};

struct NumberBlock {
    std::string series;
    std::int64_t first = 0;
    std::int64_t last = 0;
};

// Bytes on their way (tus): what is on disk is durable up to `offset`.
struct Upload {
    Uuid id;
    Uuid user;
    std::string sha256;
    std::int64_t size = 0;
    std::int64_t offset = 0;
    Timestamp createdAt;
};

} // namespace fieldbook::server
