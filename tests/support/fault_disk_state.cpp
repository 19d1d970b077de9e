#include "tests/support/fault_disk_state.h"

#include "shared/base/assert.h"

#include <algorithm>
#include <sqlite3.h>
#include <utility>

namespace fieldbook::testing {

std::unique_ptr<OpenFile> FaultDisk::State::openScratch()
{
    const std::lock_guard guard{mutex_};
    auto handle = std::make_unique<OpenFile>();
    handle->file = std::make_shared<NamedFile>();
    handle->scratch = true;
    ++openHandles_;
    return handle;
}

std::unique_ptr<OpenFile>
FaultDisk::State::open(const std::string& name, bool create, Verdict& verdict)
{
    const std::lock_guard guard{mutex_};
    verdict = power_ ? Verdict::Done : Verdict::PowerLost;
    auto found = files_.find(name);
    if (found == files_.end() && verdict == Verdict::Done && create) {
        verdict = next(true);
        if (verdict == Verdict::Done || verdict == Verdict::PowerLost) {
            found = files_.emplace(name, std::make_shared<NamedFile>()).first;
        }
    }
    if (found == files_.end() || verdict != Verdict::Done) {
        return nullptr;
    }
    auto handle = std::make_unique<OpenFile>();
    handle->file = found->second;
    handle->epoch = epoch_;
    handle->file->holders.push_back(handle.get());
    ++openHandles_;
    return handle;
}

void FaultDisk::State::close(OpenFile& handle)
{
    const std::lock_guard guard{mutex_};
    std::erase(handle.file->holders, &handle);
    --openHandles_;
}

bool FaultDisk::State::remove(const std::string& name, Verdict& verdict)
{
    const std::lock_guard guard{mutex_};
    const auto found = files_.find(name);
    verdict = power_ ? Verdict::Done : Verdict::PowerLost;
    if (found == files_.end() || verdict != Verdict::Done) {
        return found != files_.end();
    }
    verdict = next(false);
    if (verdict == Verdict::Done || verdict == Verdict::PowerLost) {
        files_.erase(found);
    }
    return true;
}

std::optional<std::uint64_t> FaultDisk::State::sizeOf(const std::string& name) const
{
    const std::lock_guard guard{mutex_};
    const auto found = files_.find(name);
    if (found == files_.end() || !power_) {
        return std::nullopt;
    }
    return found->second->data.size();
}

bool FaultDisk::State::alive(const OpenFile& handle) const
{
    const std::lock_guard guard{mutex_};
    return aliveLocked(handle);
}

Verdict FaultDisk::State::read(OpenFile& handle,
                               std::uint64_t at,
                               std::span<std::uint8_t> into,
                               std::size_t& count)
{
    const std::lock_guard guard{mutex_};
    if (!aliveLocked(handle)) {
        return Verdict::Dead;
    }
    count = handle.file->data.read(at, into);
    return Verdict::Done;
}

Verdict
FaultDisk::State::write(OpenFile& handle, std::uint64_t at, std::span<const std::uint8_t> bytes)
{
    const std::lock_guard guard{mutex_};
    DiskFile& data = handle.file->data;
    const Verdict verdict = admit(handle, at + bytes.size() > data.size());
    if (verdict == Verdict::Done || verdict == Verdict::PowerLost) {
        data.write(at, bytes);
    }
    if (handle.scratch) {
        data.sync();
    }
    return verdict;
}

Verdict FaultDisk::State::truncate(OpenFile& handle, std::uint64_t size)
{
    const std::lock_guard guard{mutex_};
    const Verdict verdict = admit(handle, size > handle.file->data.size());
    if (verdict == Verdict::Done || verdict == Verdict::PowerLost) {
        handle.file->data.truncate(size);
    }
    return verdict;
}

Verdict FaultDisk::State::sync(OpenFile& handle)
{
    const std::lock_guard guard{mutex_};
    const Verdict verdict = admit(handle, false);
    if (verdict == Verdict::Done) {
        handle.file->data.sync();
        syncs_ += handle.scratch ? 0 : 1;
    }
    return verdict;
}

std::uint64_t FaultDisk::State::size(const OpenFile& handle) const
{
    const std::lock_guard guard{mutex_};
    return handle.file->data.size();
}

Verdict FaultDisk::State::admit(const OpenFile& handle, bool grows)
{
    if (!aliveLocked(handle)) {
        return Verdict::Dead;
    }
    return handle.scratch ? Verdict::Done : next(grows);
}

Verdict FaultDisk::State::next(bool grows)
{
    const std::uint64_t number = operations_++;
    if (powerCutAt_ == number) {
        powerCutAt_.reset();
        power_ = false;
        return Verdict::PowerLost;
    }
    if (ioErrorAt_ == number) {
        ioErrorAt_.reset();
        return Verdict::IoError;
    }
    full_ = full_ || fullAt_ == number;
    return full_ && grows ? Verdict::NoRoom : Verdict::Done;
}

bool FaultDisk::State::lock(OpenFile& handle, int level)
{
    const std::lock_guard guard{mutex_};
    int highest = SQLITE_LOCK_NONE;
    for (const OpenFile* other : handle.file->holders) {
        highest = other == &handle ? highest : std::max(highest, other->lock);
    }
    if (level == SQLITE_LOCK_SHARED && handle.lock < level && highest >= SQLITE_LOCK_PENDING) {
        return false;
    }
    if (level >= SQLITE_LOCK_RESERVED && highest >= SQLITE_LOCK_RESERVED) {
        return false;
    }
    if (level == SQLITE_LOCK_EXCLUSIVE && highest >= SQLITE_LOCK_SHARED) {
        // Readers may finish; no new ones come.
        handle.lock = SQLITE_LOCK_PENDING;
        return false;
    }
    handle.lock = std::max(handle.lock, level);
    return true;
}

void FaultDisk::State::unlock(OpenFile& handle, int level)
{
    const std::lock_guard guard{mutex_};
    handle.lock = std::min(handle.lock, level);
}

bool FaultDisk::State::anyReserved(const OpenFile& handle) const
{
    const std::lock_guard guard{mutex_};
    return std::ranges::any_of(handle.file->holders, [](const OpenFile* holder) {
        return holder->lock >= SQLITE_LOCK_RESERVED;
    });
}

std::uint8_t*
FaultDisk::State::indexRegion(OpenFile& handle, std::size_t number, std::size_t size, bool make)
{
    const std::lock_guard guard{mutex_};
    if (!handle.file->index) {
        handle.file->index = std::make_shared<SharedIndex>();
    }
    handle.index = handle.file->index;
    auto& regions = handle.index->regions;
    while (regions.size() <= number) {
        if (!make) {
            return nullptr;
        }
        regions.push_back(std::make_unique<std::uint8_t[]>(size));
    }
    return regions[number].get();
}

bool FaultDisk::State::lockIndex(OpenFile& handle, unsigned bits, bool exclusive)
{
    const std::lock_guard guard{mutex_};
    for (const OpenFile* other : handle.file->holders) {
        const unsigned against =
            exclusive ? other->indexShared | other->indexExclusive : other->indexExclusive;
        if (other != &handle && (against & bits) != 0) {
            return false;
        }
    }
    (exclusive ? handle.indexExclusive : handle.indexShared) |= bits;
    return true;
}

void FaultDisk::State::unlockIndex(OpenFile& handle, unsigned bits)
{
    const std::lock_guard guard{mutex_};
    handle.indexShared &= ~bits;
    handle.indexExclusive &= ~bits;
}

// The last to leave takes the index along: the next to come rebuilds it from the log.
void FaultDisk::State::releaseIndex(OpenFile& handle)
{
    const std::lock_guard guard{mutex_};
    handle.index.reset();
    handle.indexShared = 0;
    handle.indexExclusive = 0;
    const auto& holders = handle.file->holders;
    if (std::ranges::none_of(holders, [](const OpenFile* holder) { return bool{holder->index}; })) {
        handle.file->index.reset();
    }
}

void FaultDisk::State::cutPower()
{
    const std::lock_guard guard{mutex_};
    power_ = false;
}

void FaultDisk::State::cutPowerAfter(std::uint64_t operations)
{
    const std::lock_guard guard{mutex_};
    powerCutAt_ = operations_ + operations;
}

// Who held a file is gone, with locks and index; the handles remain, dead, until they are closed.
void FaultDisk::State::restart(std::optional<Survival> survival, SeededEntropy* entropy)
{
    const std::lock_guard guard{mutex_};
    for (const auto& [name, file] : files_) {
        file->holders.clear();
        file->index.reset();
        if (survival) {
            file->data.losePower(*survival, *entropy);
        }
    }
    ++epoch_;
    power_ = true;
    powerCutAt_.reset();
}

void FaultDisk::State::failAfter(std::uint64_t operations, DiskFault fault)
{
    const std::lock_guard guard{mutex_};
    (fault == DiskFault::Full ? fullAt_ : ioErrorAt_) = operations_ + operations;
}

void FaultDisk::State::heal()
{
    const std::lock_guard guard{mutex_};
    powerCutAt_.reset();
    ioErrorAt_.reset();
    fullAt_.reset();
    full_ = false;
}

bool FaultDisk::State::hasPower() const
{
    const std::lock_guard guard{mutex_};
    return power_;
}

std::uint64_t FaultDisk::State::operations() const
{
    const std::lock_guard guard{mutex_};
    return operations_;
}

std::uint64_t FaultDisk::State::syncs() const
{
    const std::lock_guard guard{mutex_};
    return syncs_;
}

std::vector<std::string> FaultDisk::State::files() const
{
    const std::lock_guard guard{mutex_};
    std::vector<std::string> names;
    names.reserve(files_.size());
    for (const auto& [name, file] : files_) {
        names.push_back(name);
    }
    return names;
}

std::vector<std::uint8_t> FaultDisk::State::content(const std::string& name) const
{
    const std::lock_guard guard{mutex_};
    const auto found = files_.find(name);
    return found == files_.end() ? std::vector<std::uint8_t>{} : found->second->data.content();
}

std::size_t FaultDisk::State::openHandles() const
{
    const std::lock_guard guard{mutex_};
    return openHandles_;
}

} // namespace fieldbook::testing
