#include "server/app/commands/command.h"
#include "server/app/commands/error_text.h"
#include "server/import/importer.h"
#include "shared/text/csv.h"

#include <fstream>
#include <memory>
#include <ostream>
#include <stdexcept>

namespace fieldbook::server::commands {
namespace {

// Findings shown on the terminal; the report has all.
constexpr std::size_t shownMax = 20;

struct Asked {
    std::filesystem::path mapping;
    std::vector<std::filesystem::path> places;
    bool dryRun = false;
    std::filesystem::path report;
};

std::string sentenceOf(const import::Finding& finding, Language language)
{
    return errorText({ErrorKind::Invalid, finding.code, finding.detail}, language);
}

std::string severityOf(const import::Finding& finding)
{
    return finding.severity == import::Severity::Error ? "error" : "warning";
}

void writeReport(const std::filesystem::path& file,
                 const std::vector<import::Finding>& findings,
                 Language language)
{
    std::ofstream out{file, std::ios::binary};
    CsvWriter writer{out, {.byteOrderMark = true, .defuseFormulas = true}};
    writer.write({"file", "line", "column", "severity", "code", "sentence", "detail"});
    for (const auto& finding : findings) {
        writer.write({finding.file, std::to_string(finding.line), finding.column,
                      severityOf(finding), finding.code, sentenceOf(finding, language),
                      finding.detail});
    }
    out.flush();
    if (!out) {
        throw std::runtime_error{"cannot write " + file.string()};
    }
}

void show(Console& console, const import::Summary& summary, bool dryRun)
{
    std::size_t shown = 0;
    for (const auto& finding : summary.findings) {
        if (++shown > shownMax) {
            console.err << console.say({"... and more: see the report", "……还有更多，请查看报告"})
                        << '\n';
            break;
        }
        console.err << finding.file << ':' << finding.line << ' ' << finding.column << ' '
                    << sentenceOf(finding, console.language) << " [" << finding.code << ']'
                    << (finding.detail.empty() ? "" : " ") << finding.detail << '\n';
    }
    if (dryRun) {
        console.out << console.say({"Nothing was written (dry run).", "未写入任何内容（试运行）。"})
                    << '\n';
    }
    console.out << console.say({"new ", "新增 "}) << summary.created
                << console.say({", changed ", "，更改 "}) << summary.changed
                << console.say({", unchanged ", "，未变 "}) << summary.unchanged
                << console.say({", refused ", "，拒绝 "}) << summary.rejected
                << console.say({", warnings ", "，警告 "})
                << summary.findings.size() - summary.errors() << '\n';
}

Exit runImport(Console& console, const Asked& asked)
{
    auto mapping = import::readMapping(asked.mapping);
    if (!mapping) {
        return console.refuse(mapping.error());
    }
    const auto loaded = console.load();
    if (!loaded) {
        return console.refuse(loaded.error());
    }
    if (!mapping->country) {
        mapping->country = loaded->configuration.defaultCountry;
    }
    const auto engine = console.open(DataFolder::Making::MustExist);
    if (!engine) {
        return console.refuse(engine.error());
    }
    Engine& parts = **engine;
    import::Importer importer{parts.store, parts.commits, parts.changes, parts.clock};
    const auto mode =
        asked.dryRun ? import::Importer::Mode::DryRun : import::Importer::Mode::Import;
    const auto summary = importer.run(*mapping, asked.places, mode);
    if (!summary) {
        return console.refuse(summary.error());
    }
    if (!asked.report.empty()) {
        writeReport(asked.report, summary->findings, console.language);
    }
    show(console, *summary, asked.dryRun);
    return summary->errors() == 0 ? Exit::Done : Exit::Partly;
}

} // namespace

void addImport(CLI::App& app, const Console& console, Action& chosen)
{
    auto* command = app.add_subcommand(
        "import", std::string{console.say(
                      {"Bring in CSV files from another system", "从其他系统导入 CSV 文件"})});
    const auto asked = std::make_shared<Asked>();
    command
        ->add_option("--mapping", asked->mapping,
                     std::string{console.say(
                         {"Which columns become what (TOML)", "列与字段的对应关系（TOML）"})})
        ->required();
    command
        ->add_option("places", asked->places,
                     std::string{console.say({"Folders and files", "目录与文件"})})
        ->required();
    command->add_flag(
        "--dry-run", asked->dryRun,
        std::string{console.say({"Check everything, write nothing", "只检查，不写入"})});
    command->add_option("--report", asked->report,
                        std::string{console.say(
                            {"Write all findings to this CSV file", "将全部问题写入此 CSV 文件"})});
    command->callback(
        [&chosen, asked] { chosen = [asked](Console& now) { return runImport(now, *asked); }; });
}

} // namespace fieldbook::server::commands
