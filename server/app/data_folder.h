#pragma once

#include "shared/base/result.h"

#include <filesystem>
#include <string>

namespace fieldbook::server {

// The folder of a server's store and files, held by one program at a time: the store has one
// writer, and what a running server remembers of people and sessions would not hear of another's
// changes. The hold ends with the object, also when the program is killed.
class DataFolder {
public:
    enum class Making { Allowed, MustExist };

    // Codes: `store.in_use` (detail: who holds it), `store.missing` (nothing was ever set up here).
    [[nodiscard]] static Result<DataFolder> hold(const std::filesystem::path& folder,
                                                 Making making);
    DataFolder(DataFolder&& other) noexcept;
    DataFolder& operator=(DataFolder&&) = delete;
    ~DataFolder();

    [[nodiscard]] std::filesystem::path store() const { return path_ / "fieldbook.db"; }
    [[nodiscard]] std::filesystem::path files() const { return path_ / "files"; }
    [[nodiscard]] std::filesystem::path trailKey() const { return path_ / "trail.key"; }
    // Seals what authenticator apps share with the server.
    [[nodiscard]] std::filesystem::path factorKey() const { return path_ / "second-factor.key"; }
    // The seed of what binds the tablets to this company; without it their leases end for good.
    [[nodiscard]] std::filesystem::path companyKey() const { return path_ / "company.key"; }
    [[nodiscard]] std::filesystem::path control() const { return controlOf(path_); }
    // Where a program that holds the folder can be spoken to (control/control_socket.h).
    [[nodiscard]] static std::filesystem::path controlOf(const std::filesystem::path& folder)
    {
        return folder / "control";
    }

private:
    DataFolder(std::filesystem::path path, int lock) : path_{std::move(path)}, lock_{lock} {}

    std::filesystem::path path_;
    int lock_; // A file descriptor.
};

} // namespace fieldbook::server
