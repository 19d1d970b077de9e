#include "tests/system/app_program.h"

#include <fstream>

namespace fieldbook::testing {
namespace {

const std::string program{std::string{FIELDBOOK_BIN} + "/fieldbook"};

} // namespace

AppProgram::AppProgram(std::filesystem::path folder, std::string url, Environment environment)
    : folder_{std::move(folder)}, url_{std::move(url)}, environment_{std::move(environment)}
{
    std::filesystem::create_directories(folder_);
    environment_.emplace("QT_QPA_PLATFORM", "offscreen");
}

Ended AppProgram::play(const std::string& piece) const
{
    return run(program, wordsFor(piece), environment_);
}

std::unique_ptr<Program> AppProgram::open(const std::string& piece) const
{
    return std::make_unique<Program>(program, wordsFor(piece), environment_);
}

Words AppProgram::wordsFor(const std::string& piece) const
{
    const auto file = folder_ / "piece.play";
    std::ofstream{file} << piece;
    return {"--folder",   (folder_ / "tablet").string(),
            "--server",   url_,
            "--login",    "lin",
            "--lang",     "en",
            "--play",     file.string(),
            "--pictures", (folder_ / "pictures").string()};
}

} // namespace fieldbook::testing
