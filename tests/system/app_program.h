#pragma once

#include "tests/system/programs.h"

namespace fieldbook::testing {

// The app as a process: drawn offscreen, worked by written pieces (client/app/play.h) with the
// events of a finger and a keyboard, in English, for Lin of the demonstration company.
class AppProgram {
public:
    // With a PIN in `environment` (FIELDBOOK_PIN), the lock opens by itself.
    AppProgram(std::filesystem::path folder, std::string url, Environment environment = {});

    // Plays the piece to its end.
    [[nodiscard]] Ended play(const std::string& piece) const;
    // Starts with the piece and goes on beside the test.
    [[nodiscard]] std::unique_ptr<Program> open(const std::string& piece) const;

private:
    [[nodiscard]] Words wordsFor(const std::string& piece) const;

    std::filesystem::path folder_;
    std::string url_;
    Environment environment_;
};

// Signs in on a new tablet.
inline constexpr auto signInPiece = "wait \"Sign-in name\"\n"
                                    "tap \"Password\"\n"
                                    "write \"fieldbook\"\n"
                                    "tap \"Sign in\"\n";

} // namespace fieldbook::testing
