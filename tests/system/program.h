#pragma once

#include <sys/types.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fieldbook::testing {

using Words = std::vector<std::string>;
using Environment = std::map<std::string, std::string>; // Beside that of the test.

// A program as a process of its own. Any wait beyond a minute throws, so that a test fails rather
// than hangs. Killed when it goes.
class Program {
public:
    Program(const std::string& file, const Words& arguments, const Environment& environment = {});
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program();

    // The next line of its standard output, or of its errors; nothing at its end.
    [[nodiscard]] std::optional<std::string> readLine();
    [[nodiscard]] std::optional<std::string> readErrorLine();
    // What it printed that was not read yet, once it has ended.
    [[nodiscard]] std::string restOfOutput();
    [[nodiscard]] std::string restOfErrors();

    // What a program that has ended is told is lost.
    void write(const std::string& text);
    void closeInput();
    void signal(int number) const;
    // Its exit code, or 128 and the signal that ended it.
    int wait();
    // The most memory it held at a time, once it has ended.
    [[nodiscard]] long peakKib() const { return peakKib_; }

private:
    struct Pipe {
        int descriptor = -1;
        std::string pending;
        bool ended = false;
    };
    [[nodiscard]] std::optional<std::string> nextLine(Pipe& pipe);
    // Waits until there is more in any of both.
    void fill();

    pid_t process_ = -1;
    int input_ = -1;
    Pipe output_;
    Pipe errors_;
    std::optional<int> code_;
    long peakKib_ = 0;
};

struct Ended {
    int code = 0;
    std::string out;
    std::string err;
    long peakKib = 0;
};

// Runs it to its end.
[[nodiscard]] Ended
run(const std::string& file, const Words& arguments, const Environment& environment = {});

} // namespace fieldbook::testing
