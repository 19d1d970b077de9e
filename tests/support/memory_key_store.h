#pragma once

#include "client/vault/key_store.h"

#include <map>
#include <stdexcept>

namespace fieldbook::testing {

// Keeps secrets in memory; when told to, the Nth write or removal from now on fails, before or
// after it has taken effect, as where a program is killed or a disk is full. Several stores may
// share the count.
class MemoryKeyStore final : public client::KeyStore {
public:
    struct Fault {
        int after = -1; // Calls that still succeed; -1: all.
        bool done = false; // The call that fails has taken effect.
    };

    explicit MemoryKeyStore(Fault& fault) : fault_{fault} {}

    [[nodiscard]] std::optional<Bytes> read(const std::string& name) override
    {
        const auto found = kept.find(name);
        return found == kept.end() ? std::nullopt : std::optional{found->second};
    }
    void write(const std::string& name, std::span<const std::uint8_t> bytes) override
    {
        step([&] { kept[name] = {bytes.begin(), bytes.end()}; });
    }
    void remove(const std::string& name) override
    {
        step([&] { kept.erase(name); });
    }

    std::map<std::string, Bytes> kept;

private:
    template <class Effect>
    void step(Effect effect)
    {
        if (fault_.after == 0) {
            if (fault_.done) {
                effect();
            }
            throw std::runtime_error{"the disk is full"};
        }
        fault_.after -= fault_.after > 0 ? 1 : 0;
        effect();
    }

    Fault& fault_;
};

} // namespace fieldbook::testing
