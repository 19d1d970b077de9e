#include "tests/system/program.h"

#include <sys/resource.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

namespace fieldbook::testing {
namespace {

constexpr int waitMaxMillis = 60'000;

void check(int result, const char* what)
{
    if (result != 0) {
        throw std::system_error{result, std::generic_category(), what};
    }
}

std::array<int, 2> makePipe()
{
    std::array<int, 2> ends{};
    check(::pipe2(ends.data(), O_CLOEXEC) == 0 ? 0 : errno, "pipe2");
    return ends;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    for (std::string& text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

// The test's own environment but for what is given, in plain English.
std::vector<std::string> environmentWith(const Environment& given)
{
    Environment all;
    for (char** each = environ; *each != nullptr; ++each) {
        const std::string pair{*each};
        const auto sign = pair.find('=');
        all[pair.substr(0, sign)] = pair.substr(sign + 1);
    }
    all["LC_ALL"] = "C";
    for (const auto& [name, value] : given) {
        all[name] = value;
    }
    std::vector<std::string> pairs;
    for (const auto& [name, value] : all) {
        pairs.push_back(name + '=' + value);
    }
    return pairs;
}

} // namespace

Program::Program(const std::string& file, const Words& arguments, const Environment& environment)
{
    // A program that was killed must not take the test with it when it is written to.
    std::signal(SIGPIPE, SIG_IGN);
    const auto in = makePipe();
    const auto out = makePipe();
    const auto err = makePipe();
    posix_spawn_file_actions_t actions;
    check(posix_spawn_file_actions_init(&actions), "actions");
    check(posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO), "input");
    check(posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO), "output");
    check(posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO), "errors");
    std::vector<std::string> words{file};
    words.insert(words.end(), arguments.begin(), arguments.end());
    auto pairs = environmentWith(environment);
    check(posix_spawn(&process_, file.c_str(), &actions, nullptr, pointersTo(words).data(),
                      pointersTo(pairs).data()),
          file.c_str());
    posix_spawn_file_actions_destroy(&actions);
    for (const int end : {in[0], out[1], err[1]}) {
        ::close(end);
    }
    input_ = in[1];
    output_.descriptor = out[0];
    errors_.descriptor = err[0];
}

Program::~Program()
{
    if (!code_) {
        signal(SIGKILL);
        wait();
    }
    closeInput();
    ::close(output_.descriptor);
    ::close(errors_.descriptor);
}

void Program::fill()
{
    std::array<pollfd, 2> waits{pollfd{output_.ended ? -1 : output_.descriptor, POLLIN, 0},
                                pollfd{errors_.ended ? -1 : errors_.descriptor, POLLIN, 0}};
    if (::poll(waits.data(), waits.size(), waitMaxMillis) <= 0) {
        throw std::runtime_error{"nothing came from the program for a minute; so far: " +
                                 output_.pending + errors_.pending};
    }
    for (Pipe* pipe : {&output_, &errors_}) {
        const auto& wait = waits.at(pipe == &output_ ? 0 : 1);
        if (wait.revents == 0) {
            continue;
        }
        std::array<char, 65'536> bytes{};
        const auto size = ::read(pipe->descriptor, bytes.data(), bytes.size());
        pipe->ended = size <= 0;
        pipe->pending.append(bytes.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    }
}

std::optional<std::string> Program::nextLine(Pipe& pipe)
{
    while (pipe.pending.find('\n') == std::string::npos && !pipe.ended) {
        fill();
    }
    const auto end = pipe.pending.find('\n');
    if (end == std::string::npos) {
        return std::nullopt; // A line that was cut off by the end is none.
    }
    std::string line = pipe.pending.substr(0, end);
    pipe.pending.erase(0, end + 1);
    return line;
}

std::optional<std::string> Program::readLine() { return nextLine(output_); }

std::optional<std::string> Program::readErrorLine() { return nextLine(errors_); }

std::string Program::restOfOutput()
{
    while (!output_.ended) {
        fill();
    }
    return output_.pending;
}

std::string Program::restOfErrors()
{
    while (!errors_.ended) {
        fill();
    }
    return errors_.pending;
}

void Program::write(const std::string& text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto size = ::write(input_, text.data() + at, text.size() - at);
        if (size <= 0) {
            return;
        }
        at += static_cast<std::size_t>(size);
    }
}

void Program::closeInput()
{
    if (input_ >= 0) {
        ::close(input_);
        input_ = -1;
    }
}

void Program::signal(int number) const { ::kill(process_, number); }

int Program::wait()
{
    if (!code_) {
        // It ends its output when it ends, so that this wait has a bound too.
        while (!output_.ended || !errors_.ended) {
            fill();
        }
        int status = 0;
        rusage used{};
        ::wait4(process_, &status, 0, &used);
        peakKib_ = used.ru_maxrss;
        code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    return *code_;
}

Ended run(const std::string& file, const Words& arguments, const Environment& environment)
{
    Program program{file, arguments, environment};
    program.closeInput();
    Ended ended;
    ended.out = program.restOfOutput();
    ended.err = program.restOfErrors();
    ended.code = program.wait();
    ended.peakKib = program.peakKib();
    return ended;
}

} // namespace fieldbook::testing
