#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::sync::testing {

// A message as it travels, byte for byte, made by the codecs from one small story: a salesperson of
// device 3 has worked offline while somebody else edited the same customer.
struct WireExample {
    std::string_view name; // "push" stands in tests/golden/wire/push.json.
    std::string bytes;
};

[[nodiscard]] std::vector<WireExample> wireExamples();

} // namespace fieldbook::sync::testing
