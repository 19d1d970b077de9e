#pragma once

#include "tests/support/disk_file.h"
#include "tests/support/seeded_entropy.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::testing {

enum class DiskFault {
    Io, // One operation fails with an I/O error and has no effect; the next ones work.
    Full, // From then on nothing may grow, until heal().
};

// A disk in memory for SQLite, with power cuts, failures and counters; plain and keyed databases,
// write-ahead log, any number of connections. Open databases on it by OpenOptions::vfs; names are
// free of folders ("/server.db"). It outlives its connections. Any thread; but a simulation that is
// to repeat itself uses one. What it does follows from the calls and the entropy alone.
//
// An operation is what changes the disk: making, writing, cutting, syncing and deleting a file.
// Making and deleting are safe at once, the rest when synced.
class FaultDisk {
public:
    // The name is unique among the living disks of the process.
    explicit FaultDisk(std::string_view name);
    FaultDisk(const FaultDisk&) = delete;
    FaultDisk& operator=(const FaultDisk&) = delete;
    ~FaultDisk();

    // For OpenOptions::vfs.
    [[nodiscard]] const std::string& vfs() const { return vfs_; }

    // The power goes now: every operation and read fails until crash() or killProcess().
    void cutPower();
    // It goes during the operation that follows `operations` more: that one still counts among the
    // unsynced ones, and fails.
    void cutPowerAfter(std::uint64_t operations);
    [[nodiscard]] bool hasPower() const;

    // A power cut, and the power is back: unsynced changes are lost as chance has it (now nothing,
    // now everything, mostly some), connections opened before fail at whatever they try, and new
    // ones find the disk as it is.
    void crash(SeededEntropy& entropy);
    void crash(Survival survival, SeededEntropy& entropy);
    // The process died, the machine did not: nothing written is lost.
    void killProcess();

    // Lets `operations` more succeed, then fails as told.
    void failAfter(std::uint64_t operations, DiskFault fault);
    // No fault or power cut is due any longer, and there is room again.
    void heal();

    // Since the disk was made.
    [[nodiscard]] std::uint64_t operations() const;
    [[nodiscard]] std::uint64_t syncs() const;

    [[nodiscard]] std::vector<std::string> files() const;
    // Empty if there is no such file.
    [[nodiscard]] std::vector<std::uint8_t> content(const std::string& file) const;

    // A file with this content, safe at once.
    void put(const std::string& file, std::span<const std::uint8_t> content);

    class State;

private:
    class Registration;

    std::unique_ptr<State> state_;
    std::string vfs_;
    std::unique_ptr<Registration> registration_;
};

// Makes the random numbers of SQLite itself (its log salts, random(), randomblob()) follow from the
// seed, for the whole process. The nonces of a keyed database stay random: the bytes of its files
// differ from run to run, the operations on them do not.
void seedSqlite(std::uint32_t seed);

} // namespace fieldbook::testing
