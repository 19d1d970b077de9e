#pragma once

#include "client/vault/key_store.h"

#include <filesystem>

namespace fieldbook::client {

// One file for each name, which only this account of the system may read. What is removed is
// overwritten first; on flash memory that is an attempt, no promise.
class FolderKeyStore final : public KeyStore {
public:
    // The folder is made with the first write.
    explicit FolderKeyStore(std::filesystem::path folder) : folder_{std::move(folder)} {}

    [[nodiscard]] std::optional<Bytes> read(const std::string& name) override;
    void write(const std::string& name, std::span<const std::uint8_t> bytes) override;
    void remove(const std::string& name) override;

private:
    std::filesystem::path folder_;
};

} // namespace fieldbook::client
