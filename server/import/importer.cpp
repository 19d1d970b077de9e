#include "server/import/importer.h"

#include "server/import/group_writer.h"
#include "server/import/stored_values.h"

#include <algorithm>
#include <span>
#include <tuple>

namespace fieldbook::server::import {
namespace {

// Groups in one commit: few enough that what others write does not wait long.
constexpr std::size_t groupsTogether = 100;

std::optional<std::filesystem::path> locate(const std::vector<std::filesystem::path>& places,
                                            const std::string& name)
{
    for (const auto& place : places) {
        if (std::filesystem::is_directory(place)) {
            if (std::filesystem::is_regular_file(place / name)) {
                return place / name;
            }
        } else if (place.filename() == name) {
            return place;
        }
    }
    return std::nullopt;
}

Result<Tables> readTables(const Mapping& mapping,
                          const std::vector<std::filesystem::path>& places,
                          std::vector<Finding>& findings)
{
    Tables tables;
    for (const auto& name : mapping.files()) {
        const auto file = locate(places, name);
        if (!file) {
            return fail(ErrorKind::NotFound, "import.file_missing", name);
        }
        auto table = Table::read(*file, name, mapping.delimiter, findings);
        if (!table) {
            return fail(table.error());
        }
        tables.emplace(name, std::move(*table));
    }
    return tables;
}

// Whether a part of the plan may be given up before the next one is written.
bool standsAlone(const Plan& plan)
{
    return std::ranges::all_of(plan.groups, [&](const PlannedGroup& group) {
        return group.records.size() == 1 &&
               group.records.front().write.type == plan.groups.front().records.front().write.type;
    });
}

} // namespace

std::size_t Summary::errors() const
{
    return static_cast<std::size_t>(
        std::ranges::count(findings, Severity::Error, &Finding::severity));
}

void Summary::sort()
{
    std::ranges::sort(findings, {}, [](const Finding& finding) {
        return std::tie(finding.file, finding.line, finding.code, finding.column);
    });
}

Result<Summary>
Importer::run(const Mapping& mapping, const std::vector<std::filesystem::path>& places, Mode mode)
{
    std::vector<Finding> findings;
    const auto tables = readTables(mapping, places, findings);
    if (!tables) {
        return fail(tables.error());
    }
    const auto plan = planFor(mapping, *tables);
    if (!plan) {
        return fail(plan.error());
    }
    Summary summary;
    if (auto written = write(*plan, mode, {}, summary); !written) {
        return fail(written.error());
    }
    // Rows that could not even be read are records that are not there.
    summary.rejected +=
        static_cast<std::size_t>(std::ranges::count(findings, Severity::Error, &Finding::severity));
    std::ranges::move(findings, std::back_inserter(summary.findings));
    summary.sort();
    return summary;
}

Result<Plan> Importer::planFor(const Mapping& mapping, const Tables& tables)
{
    const auto view = store_.read();
    StoredValues stored{*view};
    return makePlan(mapping, tables, [&](const auto& lookup, const auto& value) {
        return stored.find(*lookup.type, lookup.by, value);
    });
}

Result<void> Importer::write(const Plan& plan, Mode mode, const Watch& watch, Summary& summary)
{
    auto writer = std::make_unique<GroupWriter>(changes_, clock_.now(), by_);
    const bool inParts = mode == Mode::Import || standsAlone(plan);
    const std::size_t together = inParts ? groupsTogether : plan.groups.size();
    const std::span<const PlannedGroup> groups{plan.groups};
    Result<void> all;
    for (std::size_t first = 0; all && first < groups.size(); first += together) {
        if (watch.isOver && watch.isOver()) {
            all = fail(ErrorKind::Unavailable, "import.broken_off");
            break;
        }
        const auto part = groups.subspan(first, std::min(together, groups.size() - first));
        std::unique_ptr<GroupWriter> attempt;
        const auto done = commits_.run([&](Commit& commit) -> Result<void> {
            attempt = std::make_unique<GroupWriter>(*writer);
            if (watch.begins) {
                watch.begins(commit);
            }
            for (const auto& group : part) {
                attempt->write(commit, group);
            }
            auto written = attempt->takeWritten();
            if (mode == Mode::DryRun) {
                return fail(ErrorKind::Conflict, "import.dry_run");
            }
            if (watch.wrote) {
                watch.wrote(commit, std::move(written));
            }
            return {};
        });
        if (!done && done.error().code != "import.dry_run") {
            all = fail(done.error());
            break;
        }
        writer = std::move(attempt);
        if (watch.progressed) {
            watch.progressed(first + part.size());
        }
    }
    summary = writer->tally();
    summary.rejected += plan.rejected;
    std::ranges::copy(plan.findings, std::back_inserter(summary.findings));
    summary.sort();
    return all;
}

} // namespace fieldbook::server::import
