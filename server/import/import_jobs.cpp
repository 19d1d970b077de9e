#include "server/import/import_jobs.h"

#include "shared/base/assert.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace fieldbook::server::import {
namespace {

using nlohmann::json;

constexpr std::string_view listSetting = "import_jobs";
constexpr std::array<std::string_view, 7> states{"waiting",    "running", "done",  "failed",
                                                 "broken_off", "undoing", "undone"};

std::string jobSetting(const Uuid& id) { return "import_job." + id.text(); }
std::string partSetting(const Uuid& id, std::size_t part)
{
    return jobSetting(id) + '.' + std::to_string(part);
}

JobState stateFrom(std::string_view name)
{
    const auto* found = std::ranges::find(states, name);
    FIELDBOOK_ASSERT(found != states.end());
    return static_cast<JobState>(found - states.begin());
}

json findingsJson(const std::vector<Finding>& findings)
{
    auto list = json::array();
    for (const auto& each : findings) {
        list.push_back(
            {each.severity == Severity::Error, each.line, each.column, each.code, each.detail});
    }
    return list;
}

std::vector<Finding> findingsFrom(const json& list, const std::string& file)
{
    std::vector<Finding> findings;
    for (const auto& each : list) {
        findings.push_back({.severity = each.at(0) ? Severity::Error : Severity::Warning,
                            .file = file,
                            .line = each.at(1),
                            .column = each.at(2),
                            .code = each.at(3),
                            .detail = each.at(4)});
    }
    return findings;
}

std::string toText(const Job& job)
{
    json text{{"name", job.name},           {"source", job.source},
              {"type", job.type->name},     {"by", job.by.text()},
              {"at", toMillis(job.at)},     {"state", nameOf(job.state)},
              {"dry_run", job.dryRun},      {"rows", job.rows},
              {"done", job.done},           {"created", job.created},
              {"changed", job.changed},     {"unchanged", job.unchanged},
              {"skipped", job.skipped},     {"rejected", job.rejected},
              {"faults", job.faults},       {"findings", findingsJson(job.findings)},
              {"code", job.code},           {"put_back", job.takenBack.putBack},
              {"kept", job.takenBack.kept}, {"undone_by", job.undoneBy.text()},
              {"parts", job.parts}};
    if (job.undoneAt) {
        text["undone_at"] = toMillis(*job.undoneAt);
    }
    return text.dump();
}

void forget(Store::Writer& writer, const Job& job)
{
    dropParts(writer, job.id, 0, job.parts);
    writer.setSetting(jobSetting(job.id), "");
}

} // namespace

std::string_view nameOf(JobState state) { return states[static_cast<std::size_t>(state)]; }

bool isUndoable(const Job& job)
{
    const bool isOver = job.state == JobState::Done || job.state == JobState::BrokenOff ||
                        job.state == JobState::Failed;
    return isOver && !job.dryRun && job.parts > 0;
}

std::vector<Uuid> jobIds(StoreView& view)
{
    std::vector<Uuid> ids;
    for (const auto& id : json::parse(view.setting(listSetting).value_or("[]"))) {
        ids.push_back(Uuid::parse(id.get<std::string>()).value());
    }
    return ids;
}

std::optional<Job> findJob(StoreView& view, const Uuid& id)
{
    const auto stored = view.setting(jobSetting(id));
    if (!stored || stored->empty()) {
        return std::nullopt;
    }
    const auto text = json::parse(*stored);
    const auto number = [&](const char* name) { return text.at(name).get<std::size_t>(); };
    Job job{.id = id,
            .name = text.at("name"),
            .source = text.at("source"),
            .type = &typeNamed(text.at("type").get<std::string>()),
            .by = Uuid::parse(text.at("by").get<std::string>()).value(),
            .at = fromMillis(text.at("at")),
            .state = stateFrom(text.at("state").get<std::string>()),
            .dryRun = text.at("dry_run"),
            .rows = number("rows"),
            .done = number("done"),
            .created = number("created"),
            .changed = number("changed"),
            .unchanged = number("unchanged"),
            .skipped = number("skipped"),
            .rejected = number("rejected"),
            .faults = number("faults"),
            .findings = findingsFrom(text.at("findings"), text.at("name")),
            .code = text.at("code"),
            .undoneAt = {},
            .undoneBy = Uuid::parse(text.at("undone_by").get<std::string>()).value(),
            .takenBack = {.putBack = number("put_back"), .kept = number("kept")},
            .parts = number("parts")};
    if (text.contains("undone_at")) {
        job.undoneAt = fromMillis(text.at("undone_at"));
    }
    return job;
}

void keepJob(Store::Writer& writer, const Job& job, const std::function<bool(const Uuid&)>& isBusy)
{
    if (!writer.view().setting(jobSetting(job.id))) {
        auto ids = jobIds(writer.view());
        ids.push_back(job.id);
        for (const bool undoable : {false, true}) {
            for (std::size_t i = 0; i < ids.size() && ids.size() > jobsKept;) {
                const auto old = ids[i] == job.id || isBusy(ids[i])
                                     ? std::nullopt
                                     : findJob(writer.view(), ids[i]);
                if (!old || isUndoable(*old) != undoable) {
                    ++i;
                    continue;
                }
                forget(writer, *old);
                ids.erase(ids.begin() + static_cast<std::ptrdiff_t>(i));
            }
        }
        auto list = json::array();
        for (const auto& id : ids) {
            list.push_back(id.text());
        }
        writer.setSetting(listSetting, list.dump());
    }
    writer.setSetting(jobSetting(job.id), toText(job));
}

Part partOf(StoreView& view, const Uuid& job, std::size_t part)
{
    const auto stored = view.setting(partSetting(job, part));
    FIELDBOOK_ASSERT(stored.has_value());
    return partFrom(*stored);
}

void dropParts(Store::Writer& writer, const Uuid& job, std::size_t first, std::size_t end)
{
    for (std::size_t part = first; part < end; ++part) {
        writer.setSetting(partSetting(job, part), "");
    }
}

void keepPart(Store::Writer& writer, const Uuid& job, std::size_t number, const Part& part)
{
    writer.setSetting(partSetting(job, number), import::toText(part));
}

} // namespace fieldbook::server::import
