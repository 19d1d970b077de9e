#pragma once

#include <string_view>

// What must hold for any bytes at all. Each function aborts where it does not.
namespace fieldbook::testing {

void fuzzPush(std::string_view bytes); // What a stranger may send to the server.
void fuzzDocument(std::string_view bytes); // What may stand in a store.
void fuzzAnswer(std::string_view bytes); // What a tablet may be answered.

} // namespace fieldbook::testing
