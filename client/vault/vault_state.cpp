#include "client/vault/vault_state.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace fieldbook::client {
namespace {

using std::chrono::seconds;

// After the fifth wrong try, the sixth and so on. Whoever mistypes is not held up; whoever guesses
// has ten tries in all.
constexpr int triesFree = 4;
constexpr std::array delays{seconds{30}, seconds{60}, seconds{300}, seconds{900}, seconds{3600}};

} // namespace

std::chrono::milliseconds delayAfter(int failures)
{
    if (failures <= triesFree) {
        return {};
    }
    const auto step = static_cast<std::size_t>(failures - triesFree - 1);
    return delays.at(std::min(step, delays.size() - 1));
}

Timestamp VaultState::atLeast(const BootTime& boot) const
{
    const bool same = boot.boot == markedAt.boot && boot.since > markedAt.since;
    return same ? mark + (boot.since - markedAt.since) : mark;
}

Bytes VaultState::toBytes() const
{
    const nlohmann::json object{
        {"failures", failures},  {"retry_at", toMillis(retryAt)},     {"mark", toMillis(mark)},
        {"boot", markedAt.boot}, {"boot_at", markedAt.since.count()}, {"unsent", unsent}};
    const std::string text = object.dump();
    const auto bytes = asBytes(text);
    return {bytes.begin(), bytes.end()};
}

std::optional<VaultState> VaultState::fromBytes(std::span<const std::uint8_t> bytes)
{
    const auto object = nlohmann::json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (!object.is_object()) {
        return std::nullopt;
    }
    const auto number = [&](const char* name) { return object.value(name, std::int64_t{0}); };
    return VaultState{.failures = static_cast<int>(number("failures")),
                      .retryAt = fromMillis(number("retry_at")),
                      .mark = fromMillis(number("mark")),
                      .markedAt = {.boot = object.value("boot", ""),
                                   .since = std::chrono::milliseconds{number("boot_at")}},
                      .unsent = object.value("unsent", std::int64_t{-1})};
}

} // namespace fieldbook::client
