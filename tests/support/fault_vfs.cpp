#include "tests/support/fault_vfs.h"

#include "shared/base/assert.h"
#include "tests/support/fault_disk_state.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstring>
#include <sqlite3.h>
#include <thread>
#include <utility>

namespace fieldbook::testing {
namespace {

// Noon of 2026-05-14 as a Julian day in milliseconds: time stands still on this disk.
constexpr sqlite3_int64 julianNow = 212'645'520'000'000;
constexpr int longestName = 512;

// What SQLite allocates for an open file and hands back with every call.
struct Handle {
    sqlite3_file base;
    FaultDisk::State* disk;
    OpenFile* open;
};

Handle& handleOf(sqlite3_file* file)
{
    // The first member has the address of the whole.
    return *reinterpret_cast<Handle*>(file);
}

FaultDisk::State& diskOf(sqlite3_vfs* vfs)
{
    return *static_cast<FaultDisk::State*>(vfs->pAppData);
}

// `failed` is SQLite's word for a failure of the operation at hand.
int codeOf(Verdict verdict, int failed)
{
    if (verdict == Verdict::NoRoom) {
        return SQLITE_FULL;
    }
    return verdict == Verdict::Done ? SQLITE_OK : failed;
}

int closeFile(sqlite3_file* file)
{
    Handle& handle = handleOf(file);
    handle.disk->releaseIndex(*handle.open);
    handle.disk->close(*handle.open);
    delete std::exchange(handle.open, nullptr);
    return SQLITE_OK;
}

int readFile(sqlite3_file* file, void* into, int amount, sqlite3_int64 offset)
{
    Handle& handle = handleOf(file);
    const std::span bytes{static_cast<std::uint8_t*>(into), static_cast<std::size_t>(amount)};
    std::size_t count = 0;
    const auto verdict =
        handle.disk->read(*handle.open, static_cast<std::uint64_t>(offset), bytes, count);
    if (verdict != Verdict::Done) {
        return SQLITE_IOERR_READ;
    }
    // SQLite relies on the rest being zero after a short read.
    std::ranges::fill(bytes.subspan(count), std::uint8_t{0});
    return count == bytes.size() ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset)
{
    Handle& handle = handleOf(file);
    const std::span bytes{static_cast<const std::uint8_t*>(from), static_cast<std::size_t>(amount)};
    return codeOf(handle.disk->write(*handle.open, static_cast<std::uint64_t>(offset), bytes),
                  SQLITE_IOERR_WRITE);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    Handle& handle = handleOf(file);
    return codeOf(handle.disk->truncate(*handle.open, static_cast<std::uint64_t>(size)),
                  SQLITE_IOERR_TRUNCATE);
}

int syncFile(sqlite3_file* file, int)
{
    Handle& handle = handleOf(file);
    return codeOf(handle.disk->sync(*handle.open), SQLITE_IOERR_FSYNC);
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size)
{
    Handle& handle = handleOf(file);
    *size = static_cast<sqlite3_int64>(handle.disk->size(*handle.open));
    return handle.disk->alive(*handle.open) ? SQLITE_OK : SQLITE_IOERR_FSTAT;
}

int lockFile(sqlite3_file* file, int level)
{
    Handle& handle = handleOf(file);
    if (!handle.disk->alive(*handle.open)) {
        return SQLITE_IOERR_LOCK;
    }
    return handle.disk->lock(*handle.open, level) ? SQLITE_OK : SQLITE_BUSY;
}

int unlockFile(sqlite3_file* file, int level)
{
    Handle& handle = handleOf(file);
    handle.disk->unlock(*handle.open, level);
    return SQLITE_OK;
}

int checkReservedLock(sqlite3_file* file, int* reserved)
{
    Handle& handle = handleOf(file);
    *reserved = handle.disk->anyReserved(*handle.open) ? 1 : 0;
    return SQLITE_OK;
}

int controlFile(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }

int sectorSize(sqlite3_file*) { return 4096; }

// As on the system's own files: a write leaves the bytes around it alone, even when the power goes.
int deviceCharacteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

int mapIndex(sqlite3_file* file, int number, int size, int make, volatile void** region)
{
    Handle& handle = handleOf(file);
    *region = nullptr;
    if (!handle.disk->alive(*handle.open)) {
        return SQLITE_IOERR_SHMMAP;
    }
    *region = handle.disk->indexRegion(*handle.open, static_cast<std::size_t>(number),
                                       static_cast<std::size_t>(size), make != 0);
    return SQLITE_OK;
}

int lockIndex(sqlite3_file* file, int first, int count, int flags)
{
    Handle& handle = handleOf(file);
    const unsigned bits = ((1U << count) - 1U) << first;
    if ((flags & SQLITE_SHM_UNLOCK) != 0) {
        handle.disk->unlockIndex(*handle.open, bits);
        return SQLITE_OK;
    }
    if (!handle.disk->alive(*handle.open)) {
        return SQLITE_IOERR_SHMLOCK;
    }
    const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    return handle.disk->lockIndex(*handle.open, bits, exclusive) ? SQLITE_OK : SQLITE_BUSY;
}

void orderIndex(sqlite3_file*) { std::atomic_thread_fence(std::memory_order_seq_cst); }

int unmapIndex(sqlite3_file* file, int)
{
    Handle& handle = handleOf(file);
    handle.disk->releaseIndex(*handle.open);
    return SQLITE_OK;
}

constexpr sqlite3_io_methods fileMethods{
    .iVersion = 2,
    .xClose = closeFile,
    .xRead = readFile,
    .xWrite = writeFile,
    .xTruncate = truncateFile,
    .xSync = syncFile,
    .xFileSize = sizeOfFile,
    .xLock = lockFile,
    .xUnlock = unlockFile,
    .xCheckReservedLock = checkReservedLock,
    .xFileControl = controlFile,
    .xSectorSize = sectorSize,
    .xDeviceCharacteristics = deviceCharacteristics,
    .xShmMap = mapIndex,
    .xShmLock = lockIndex,
    .xShmBarrier = orderIndex,
    .xShmUnmap = unmapIndex,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int openFile(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags)
{
    FaultDisk::State& disk = diskOf(vfs);
    Handle& handle = handleOf(file);
    handle.base.pMethods = nullptr;
    Verdict verdict = Verdict::Done;
    auto open = name == nullptr ? disk.openScratch()
                                : disk.open(name, (flags & SQLITE_OPEN_CREATE) != 0, verdict);
    if (!open) {
        return verdict == Verdict::NoRoom ? SQLITE_FULL : SQLITE_CANTOPEN;
    }
    handle.disk = &disk;
    handle.open = open.release();
    handle.base.pMethods = &fileMethods;
    if (outFlags != nullptr) {
        *outFlags = flags;
    }
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int)
{
    Verdict verdict = Verdict::Done;
    const bool existed = diskOf(vfs).remove(name, verdict);
    return existed ? codeOf(verdict, SQLITE_IOERR_DELETE) : SQLITE_IOERR_DELETE_NOENT;
}

int accessFile(sqlite3_vfs* vfs, const char* name, int flags, int* answer)
{
    if (!diskOf(vfs).hasPower()) {
        return SQLITE_IOERR_ACCESS;
    }
    const auto size = diskOf(vfs).sizeOf(name);
    // As on the system's own files, an empty one does not count as existing.
    *answer = size && (flags != SQLITE_ACCESS_EXISTS || *size > 0) ? 1 : 0;
    return SQLITE_OK;
}

int fullName(sqlite3_vfs*, const char* name, int size, char* out)
{
    const std::string_view text{name};
    if (text.size() >= static_cast<std::size_t>(size)) {
        return SQLITE_CANTOPEN;
    }
    std::memcpy(out, text.data(), text.size());
    out[text.size()] = '\0';
    return SQLITE_OK;
}

// Only the system's own VFS is ever asked; see seedSqlite().
int randomness(sqlite3_vfs*, int size, char* out)
{
    std::memset(out, 0, static_cast<std::size_t>(size));
    return size;
}

// SQLite counts how long it waits by what it asked for, not by a clock, so a short pause ends a
// busy timeout early where nobody can let go of the lock, and still lets another thread go on.
int pause(sqlite3_vfs*, int microseconds)
{
    std::this_thread::sleep_for(std::chrono::microseconds{std::min(microseconds, 1000)});
    return microseconds;
}

int currentTime(sqlite3_vfs*, double* julianDay)
{
    *julianDay = static_cast<double>(julianNow) / 86'400'000.0;
    return SQLITE_OK;
}

int currentTimeInt64(sqlite3_vfs*, sqlite3_int64* julianMillis)
{
    *julianMillis = julianNow;
    return SQLITE_OK;
}

int lastError(sqlite3_vfs*, int, char*) { return 0; }

sqlite3_vfs makeVfs(const char* name, FaultDisk::State& disk)
{
    sqlite3_vfs vfs{};
    vfs.iVersion = 2;
    vfs.szOsFile = sizeof(Handle);
    vfs.mxPathname = longestName;
    vfs.zName = name;
    vfs.pAppData = &disk;
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    vfs.xAccess = accessFile;
    vfs.xFullPathname = fullName;
    vfs.xRandomness = randomness;
    vfs.xSleep = pause;
    vfs.xCurrentTime = currentTime;
    vfs.xCurrentTimeInt64 = currentTimeInt64;
    vfs.xGetLastError = lastError;
    return vfs;
}

} // namespace

// The entry in SQLite's list of file systems, and the one that encrypts on top of it.
class FaultDisk::Registration {
public:
    Registration(std::string name, State& disk)
        : name_{std::move(name)}, vfs_{makeVfs(name_.c_str(), disk)}
    {
        FIELDBOOK_ASSERT(sqlite3_vfs_find(name_.c_str()) == nullptr);
        int code = sqlite3_vfs_register(&vfs_, 0);
        FIELDBOOK_ASSERT(code == SQLITE_OK);
        code = sqlite3mc_vfs_create(name_.c_str(), 0);
        FIELDBOOK_ASSERT(code == SQLITE_OK);
    }
    Registration(const Registration&) = delete;
    Registration& operator=(const Registration&) = delete;
    ~Registration()
    {
        sqlite3mc_vfs_destroy(encrypting().c_str());
        sqlite3_vfs_unregister(&vfs_);
    }

    // SQLite3 Multiple Ciphers names its layer after what is below.
    [[nodiscard]] std::string encrypting() const { return "multipleciphers-" + name_; }

private:
    std::string name_;
    sqlite3_vfs vfs_;
};

FaultDisk::FaultDisk(std::string_view name)
    : state_{std::make_unique<State>()},
      registration_{std::make_unique<Registration>("fieldbook-disk-" + std::string{name}, *state_)}
{
    vfs_ = registration_->encrypting();
}

FaultDisk::~FaultDisk() { FIELDBOOK_ASSERT(state_->openHandles() == 0); }

void FaultDisk::cutPower() { state_->cutPower(); }

void FaultDisk::cutPowerAfter(std::uint64_t operations) { state_->cutPowerAfter(operations); }

bool FaultDisk::hasPower() const { return state_->hasPower(); }

void FaultDisk::crash(SeededEntropy& entropy)
{
    const auto drawn = entropy.below(10);
    if (drawn == 0) {
        crash(Survival::Nothing, entropy);
    } else if (drawn == 1) {
        crash(Survival::Everything, entropy);
    } else {
        crash(Survival::Some, entropy);
    }
}

void FaultDisk::crash(Survival survival, SeededEntropy& entropy)
{
    state_->restart(survival, &entropy);
}

void FaultDisk::killProcess() { state_->restart(std::nullopt, nullptr); }

void FaultDisk::failAfter(std::uint64_t operations, DiskFault fault)
{
    state_->failAfter(operations, fault);
}

void FaultDisk::heal() { state_->heal(); }

std::uint64_t FaultDisk::operations() const { return state_->operations(); }

std::uint64_t FaultDisk::syncs() const { return state_->syncs(); }

std::vector<std::string> FaultDisk::files() const { return state_->files(); }

void FaultDisk::put(const std::string& file, std::span<const std::uint8_t> content)
{
    auto verdict = Verdict::Done;
    const auto handle = state_->open(file, true, verdict);
    FIELDBOOK_ASSERT(handle != nullptr);
    FIELDBOOK_ASSERT(state_->write(*handle, 0, content) == Verdict::Done);
    FIELDBOOK_ASSERT(state_->sync(*handle) == Verdict::Done);
    state_->close(*handle);
}

std::vector<std::uint8_t> FaultDisk::content(const std::string& file) const
{
    return state_->content(file);
}

void seedSqlite(std::uint32_t seed)
{
    // Zero would mean: ask the system again.
    const auto number = static_cast<int>(seed & 0x7fffffffU);
    sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, number == 0 ? 1 : number,
                         static_cast<sqlite3*>(nullptr));
}

} // namespace fieldbook::testing
