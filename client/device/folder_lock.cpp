#include "client/device/folder_lock.h"

#include <sys/file.h>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <stdexcept>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace fieldbook::client {
namespace {

[[noreturn]] void raise(const QString& file)
{
    throw std::system_error{errno, std::generic_category(), file.toStdString()};
}

std::string holderOf(int lock)
{
    std::array<char, 32> text{};
    const auto size = ::pread(lock, text.data(), text.size(), 0);
    return size > 0 ? "process " + std::string{text.data(), static_cast<std::size_t>(size)}
                    : std::string{"another program"};
}

} // namespace

Result<FolderLock> FolderLock::hold(const QDir& folder)
{
    const QString file = folder.filePath(QStringLiteral("lock"));
    const int lock = ::open(file.toLocal8Bit().constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0) {
        raise(file);
    }
    FolderLock held{lock};
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK) {
            raise(file);
        }
        return fail(ErrorKind::Conflict, "store.in_use", holderOf(lock));
    }
    const auto process = std::to_string(::getpid());
    if (::ftruncate(lock, 0) != 0 ||
        ::pwrite(lock, process.data(), process.size(), 0) != std::ssize(process)) {
        raise(file);
    }
    return held;
}

FolderLock::FolderLock(FolderLock&& other) noexcept : lock_{std::exchange(other.lock_, -1)} {}

FolderLock::~FolderLock()
{
    if (lock_ >= 0) {
        ::close(lock_);
    }
}

} // namespace fieldbook::client
