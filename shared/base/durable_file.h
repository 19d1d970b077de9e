#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace fieldbook {

// A file or folder of the system, closed when this goes. What it creates only its owner may read.
// Every failure throws std::system_error that names the file. One thread at a time.
class OpenFile {
public:
    // `flags` of open(2), such as O_WRONLY | O_CREAT.
    OpenFile(std::filesystem::path path, int flags);
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile();

    void writeAt(std::int64_t offset, std::span<const std::uint8_t> bytes);
    // How many bytes were read; 0 at the end.
    [[nodiscard]] std::size_t read(std::span<std::uint8_t> into);
    void cutAt(std::int64_t size);
    // On the disk when this returns.
    void sync();

private:
    std::filesystem::path path_;
    int descriptor_;
};

// Makes what was created, renamed or removed in the folder last.
void syncFolder(const std::filesystem::path& folder);
// The file has these bytes, or, after a crash on the way, what it had before.
void replaceDurably(const std::filesystem::path& file, std::span<const std::uint8_t> bytes);
// The same with the bytes of another file, however large.
void copyDurably(const std::filesystem::path& from, const std::filesystem::path& to);
// Writes over what the file holds; a copy that the disk itself made may remain.
void overwrite(const std::filesystem::path& file);

} // namespace fieldbook
