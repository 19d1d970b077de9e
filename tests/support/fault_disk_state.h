#pragma once

#include "tests/support/fault_vfs.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace fieldbook::testing {

struct OpenFile;

// The index of a write-ahead log, shared by the connections to one file. Lives as long as one of
// them, dead or alive, may still look at it.
struct SharedIndex {
    std::vector<std::unique_ptr<std::uint8_t[]>> regions;
};

// A file with a name, and who holds what of it.
struct NamedFile {
    DiskFile data;
    std::vector<OpenFile*> holders;
    std::shared_ptr<SharedIndex> index;
};

// One open handle. Dead once the power went: `epoch` is then not the disk's any more.
struct OpenFile {
    std::shared_ptr<NamedFile> file;
    std::uint64_t epoch = 0;
    bool scratch = false; // Without a name: gone with the handle, no operation of the disk.
    int lock = 0; // SQLITE_LOCK_...
    unsigned indexShared = 0; // Bits of the index locks held.
    unsigned indexExclusive = 0;
    std::shared_ptr<SharedIndex> index;
};

// What a disk does with an operation.
enum class Verdict { Done, IoError, NoRoom, PowerLost, Dead };

// The inside of FaultDisk: files, power and faults, without SQLite's types. Each call locks.
class FaultDisk::State {
public:
    [[nodiscard]] std::unique_ptr<OpenFile> openScratch();
    // Null with a verdict if it does not exist and is not to be made, or cannot be made.
    [[nodiscard]] std::unique_ptr<OpenFile>
    open(const std::string& name, bool create, Verdict& verdict);
    void close(OpenFile& handle);
    // False if there was no such file.
    [[nodiscard]] bool remove(const std::string& name, Verdict& verdict);
    // Its size, or nothing if there is no such file; nothing without power.
    [[nodiscard]] std::optional<std::uint64_t> sizeOf(const std::string& name) const;

    [[nodiscard]] bool alive(const OpenFile& handle) const;
    [[nodiscard]] Verdict
    read(OpenFile& handle, std::uint64_t at, std::span<std::uint8_t> into, std::size_t& count);
    [[nodiscard]] Verdict
    write(OpenFile& handle, std::uint64_t at, std::span<const std::uint8_t> bytes);
    [[nodiscard]] Verdict truncate(OpenFile& handle, std::uint64_t size);
    [[nodiscard]] Verdict sync(OpenFile& handle);
    [[nodiscard]] std::uint64_t size(const OpenFile& handle) const;

    // File locks as SQLite defines them; false: busy.
    [[nodiscard]] bool lock(OpenFile& handle, int level);
    void unlock(OpenFile& handle, int level);
    [[nodiscard]] bool anyReserved(const OpenFile& handle) const;

    // Null if the region does not exist and is not to be made.
    [[nodiscard]] std::uint8_t*
    indexRegion(OpenFile& handle, std::size_t number, std::size_t size, bool make);
    [[nodiscard]] bool lockIndex(OpenFile& handle, unsigned bits, bool exclusive);
    void unlockIndex(OpenFile& handle, unsigned bits);
    void releaseIndex(OpenFile& handle);

    void cutPower();
    void cutPowerAfter(std::uint64_t operations);
    void restart(std::optional<Survival> survival, SeededEntropy* entropy);
    void failAfter(std::uint64_t operations, DiskFault fault);
    void heal();

    [[nodiscard]] bool hasPower() const;
    [[nodiscard]] std::uint64_t operations() const;
    [[nodiscard]] std::uint64_t syncs() const;
    [[nodiscard]] std::vector<std::string> files() const;
    [[nodiscard]] std::vector<std::uint8_t> content(const std::string& name) const;
    [[nodiscard]] std::size_t openHandles() const;

private:
    // Counts an operation and decides its fate; the caller holds the mutex.
    [[nodiscard]] Verdict next(bool grows);
    [[nodiscard]] Verdict admit(const OpenFile& handle, bool grows);
    [[nodiscard]] bool aliveLocked(const OpenFile& handle) const
    {
        return handle.scratch || (power_ && handle.epoch == epoch_);
    }

    mutable std::mutex mutex_;
    std::map<std::string, std::shared_ptr<NamedFile>> files_;
    bool power_ = true;
    bool full_ = false;
    std::uint64_t epoch_ = 0;
    std::uint64_t operations_ = 0;
    std::uint64_t syncs_ = 0;
    std::size_t openHandles_ = 0;
    // The operation, counted as `operations_`, that these befall.
    std::optional<std::uint64_t> powerCutAt_;
    std::optional<std::uint64_t> ioErrorAt_;
    std::optional<std::uint64_t> fullAt_;
};

} // namespace fieldbook::testing
