#include "server/app/import/importer.h"

#include "server/app/import/group_writer.h"

#include <algorithm>
#include <span>
#include <tuple>

namespace fieldbook::server::import {
namespace {

// Groups in one commit: few enough that a long import does not hold one transaction open all along.
constexpr std::size_t groupsTogether = 500;

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

std::optional<Uuid>
findStored(StoreView& view, const StoredLookup& lookup, const std::string& value)
{
    const auto found = view.withText(*lookup.type, lookup.by, value);
    return found.empty() ? std::nullopt : std::optional{found.front().placement.id};
}

} // namespace

std::size_t Summary::errors() const
{
    return static_cast<std::size_t>(
        std::ranges::count(findings, Severity::Error, &Finding::severity));
}

Result<Summary>
Importer::run(const Mapping& mapping, const std::vector<std::filesystem::path>& places, Mode mode)
{
    Summary summary;
    const auto tables = readTables(mapping, places, summary.findings);
    if (!tables) {
        return fail(tables.error());
    }
    // Rows that could not even be read are records that are not there.
    summary.rejected = summary.errors();
    const auto view = store_.read();
    auto plan = makePlan(mapping, *tables, [&](const auto& lookup, const auto& value) {
        return findStored(*view, lookup, value);
    });
    if (!plan) {
        return fail(plan.error());
    }
    summary.rejected += plan->rejected;
    std::ranges::move(plan->findings, std::back_inserter(summary.findings));
    if (auto written = writeAll(*plan, mode, summary); !written) {
        return fail(written.error());
    }
    std::ranges::sort(summary.findings, {}, [](const Finding& finding) {
        return std::tie(finding.file, finding.line, finding.code, finding.column);
    });
    return summary;
}

Result<void> Importer::writeAll(const Plan& plan, Mode mode, Summary& summary)
{
    auto writer = std::make_unique<GroupWriter>(changes_, clock_.now());
    const std::size_t together = mode == Mode::DryRun ? plan.groups.size() : groupsTogether;
    const std::span<const PlannedGroup> groups{plan.groups};
    for (std::size_t first = 0; first < groups.size(); first += together) {
        const auto batch = groups.subspan(first, std::min(together, groups.size() - first));
        std::unique_ptr<GroupWriter> attempt;
        const auto done = commits_.run([&](Commit& commit) -> Result<void> {
            attempt = std::make_unique<GroupWriter>(*writer);
            for (const auto& group : batch) {
                attempt->write(commit, group);
            }
            if (mode == Mode::DryRun) {
                return fail(ErrorKind::Conflict, "import.dry_run");
            }
            return {};
        });
        if (!done && done.error().code != "import.dry_run") {
            return fail(done.error());
        }
        writer = std::move(attempt);
    }
    const Summary& tally = writer->tally();
    summary.created = tally.created;
    summary.changed = tally.changed;
    summary.unchanged = tally.unchanged;
    summary.rejected += tally.rejected;
    std::ranges::copy(tally.findings, std::back_inserter(summary.findings));
    return {};
}

} // namespace fieldbook::server::import
