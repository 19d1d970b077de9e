#include "server/app/data_folder.h"

#include <sys/file.h>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace fieldbook::server {
namespace {

[[noreturn]] void raise(const std::filesystem::path& file)
{
    throw std::system_error{errno, std::generic_category(), file.string()};
}

std::string holderOf(int lock)
{
    std::array<char, 32> text{};
    const auto size = ::pread(lock, text.data(), text.size(), 0);
    return size > 0 ? "process " + std::string{text.data(), static_cast<std::size_t>(size)}
                    : std::string{"another program"};
}

} // namespace

Result<DataFolder> DataFolder::hold(const std::filesystem::path& folder, Making making)
{
    if (making == Making::MustExist && !std::filesystem::is_regular_file(folder / "fieldbook.db")) {
        return fail(ErrorKind::NotFound, "store.missing", folder.string());
    }
    std::filesystem::create_directories(folder);
    const auto file = folder / "lock";
    const int lock = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0) {
        raise(file);
    }
    DataFolder held{folder, lock};
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

DataFolder::DataFolder(DataFolder&& other) noexcept
    : path_{std::move(other.path_)}, lock_{std::exchange(other.lock_, -1)}
{}

DataFolder::~DataFolder()
{
    if (lock_ >= 0) {
        ::close(lock_);
    }
}

} // namespace fieldbook::server
