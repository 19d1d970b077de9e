#include "server/app/demo/dice.h"

namespace fieldbook::server::demo {

std::uint64_t Dice::next()
{
    state_ += 0x9e3779b97f4a7c15;
    std::uint64_t value = state_;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
    value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
    return value ^ (value >> 31);
}

std::int64_t Dice::between(std::int64_t least, std::int64_t most)
{
    return least + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(most - least + 1));
}

void Dice::fill(std::span<std::uint8_t> bytes)
{
    for (auto& byte : bytes) {
        byte = static_cast<std::uint8_t>(next());
    }
}

} // namespace fieldbook::server::demo
