#pragma once

#include "shared/base/encoding.h"

#include <optional>
#include <span>
#include <string>

namespace fieldbook::client {

// Where the device keeps small secrets for this account alone, by name. What is written is durable
// when the call returns, whole or not at all. Failures of the device throw std::runtime_error.
class KeyStore {
public:
    virtual ~KeyStore() = default;

    [[nodiscard]] virtual std::optional<Bytes> read(const std::string& name) = 0;
    virtual void write(const std::string& name, std::span<const std::uint8_t> bytes) = 0;
    // What is not there is gone already.
    virtual void remove(const std::string& name) = 0;
};

} // namespace fieldbook::client
