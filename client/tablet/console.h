#pragma once

#include "shared/base/result.h"
#include "shared/record/field.h"

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace fieldbook::client::tablet {

enum class Language : bool { English, Chinese };

// What the program tells its caller; part of its interface.
enum class Exit : int {
    Done = 0,
    Refused = 1, // The answer is no; the code stands in brackets.
    Usage = 2, // The command line is wrong.
    Broken = 3, // The disk, the network or the store failed; try again.
};

// What all commands share: how they speak and where the tablet is.
struct Console {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    std::function<std::optional<std::string>(const std::string&)> environment;
    Language language = Language::English;
    bool asJson = false;
    std::string folder = {};
    std::string server = {};
    std::string authority = {}; // PEM file.

    [[nodiscard]] std::string say(const Label& text) const
    {
        return std::string{language == Language::Chinese ? text.zh : text.en};
    }
    // Prints the sentence for a person, the code, and what is known of the place; with asJson
    // also {"error":..} where the answer would have been.
    [[nodiscard]] Exit refuse(const Error& error) const;
};

// From a file when one is named ("-" is the standard input), from FIELDBOOK_PASSWORD, else asked
// for on the terminal without showing it. Code `password.missing`.
[[nodiscard]] Result<std::string> readPassword(Console& console, const std::string& file);

// Asked for on the terminal; nothing where there is none, or nothing was typed.
[[nodiscard]] std::optional<std::string> readCode(Console& console);

} // namespace fieldbook::client::tablet
