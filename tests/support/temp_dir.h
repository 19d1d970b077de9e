#pragma once

#include <filesystem>
#include <string_view>

namespace fieldbook::testing {

// A fresh folder under the system's temporary one; gone, with its content, when this goes.
class TempDir {
public:
    TempDir();
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;
    ~TempDir();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const
    {
        return path_ / name;
    }

private:
    std::filesystem::path path_;
};

} // namespace fieldbook::testing
