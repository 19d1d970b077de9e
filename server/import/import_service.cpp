#include "server/import/import_service.h"

#include "server/import/importable.h"
#include "server/import/stored_values.h"
#include "server/import/told_findings.h"
#include "server/service/review_service.h"
#include "shared/rules/access.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <set>
#include <sstream>
#include <thread>
#include <utility>

namespace fieldbook::server::import {
namespace {

constexpr std::string_view fallbackCurrency = "CNY";
// Before the writer is asked again that had too much to do.
constexpr std::chrono::milliseconds untilRoom{50};

// The currency of the price list that is taken where nothing else is said.
Currency currencyOf(StoreView& view)
{
    Currency currency = *Currency::parse(fallbackCurrency);
    view.forEachDocument(typeNamed("price_list"), [&](std::string_view document) {
        const auto list = Record::parse(document);
        if (list && list->get("is_default") == Value{true} && !list->isDeleted()) {
            currency = Currency::parse(list->textOf("currency")).value_or(currency);
        }
    });
    return currency;
}

void noteOf(Commit& commit, const Job& job, std::string_view kind, const Uuid& by)
{
    const nlohmann::json what{{"of", job.type->name},
                              {"file", job.name},
                              {"source", job.source},
                              {"dry_run", job.dryRun},
                              {"created", job.created},
                              {"changed", job.changed},
                              {"put_back", job.takenBack.putBack},
                              {"kept", job.takenBack.kept}};
    commit.note({.kind = kind, .by = by, .body = nlohmann::json{{"what", what}}.dump()});
}

bool isOver(JobState state)
{
    return state != JobState::Waiting && state != JobState::Running && state != JobState::Undoing;
}

} // namespace

Result<void> ImportService::mayImport(const Caller& caller) const
{
    return rules::mayManage(directory_.current()->actorFor(caller.user).value_or(rules::Actor{}),
                            {});
}

LocalTerms ImportService::company() const
{
    return {.currency = currencyOf(*store_.read()),
            .zone = companyZone(*directory_.current()),
            .country = country_};
}

Result<TableLook> ImportService::look(const Caller& caller,
                                      const TypeSpec& type,
                                      std::string_view text,
                                      std::optional<char> delimiter)
{
    if (auto may = mayImport(caller); !may) {
        return fail(may.error());
    }
    return lookAt(text, type, delimiter);
}

Result<Job> ImportService::begin(const Caller& caller, ImportOrder order)
{
    if (auto may = mayImport(caller); !may) {
        return fail(may.error());
    }
    Task task;
    std::istringstream in{std::exchange(order.text, {})};
    const char delimiter = order.delimiter.value_or(likelyDelimiter(in.view()));
    auto table = Table::parse(in, order.name, readingOf(delimiter), task.findings);
    if (!table) {
        return fail(table.error());
    }
    if (!task.findings.empty() && Table::endsTheFile(task.findings.back().code)) {
        return fail(ErrorKind::Invalid, task.findings.back().code,
                    std::to_string(task.findings.back().line));
    }
    auto mapping = mappingFor(order, *table, company());
    if (!mapping) {
        return fail(mapping.error());
    }
    std::vector<std::size_t> fields;
    std::ranges::transform(mapping->sections.front().fields, std::back_inserter(fields),
                           &FieldMapping::field);
    const auto actor = directory_.current()->actorFor(caller.user).value_or(rules::Actor{});
    if (auto may = rules::mayEditFields(actor.role, *order.type, fields); !may) {
        return fail(may.error());
    }
    task.table = std::move(*table);
    task.mapping = std::move(*mapping);
    task.job = {.id = {},
                .name = order.name,
                .source = order.source,
                .type = order.type,
                .by = caller.user,
                .at = clock_.now(),
                .dryRun = order.dryRun,
                .rows = task.table.rows().size()};
    task.order = std::move(order);
    Job job;
    {
        const std::scoped_lock lock{mutex_};
        task.job.id = ids_.next();
        job = task.job;
        tasks_.emplace(job.id, std::move(task));
    }
    const auto kept = orForget(job.id, [&] {
        return commits_.run([&](Commit& commit) -> Result<void> {
            keepJob(commit.writer(), job, busy());
            noteOf(commit, job, "import.begun", job.by);
            return {};
        });
    });
    if (!kept) {
        forget(job.id);
        return fail(kept.error());
    }
    return job;
}

Result<Job> ImportService::beginUndo(const Caller& caller, const Uuid& id)
{
    if (auto may = mayImport(caller); !may) {
        return fail(may.error());
    }
    {
        const std::scoped_lock lock{mutex_};
        if (!tasks_.try_emplace(id).second) {
            return fail(ErrorKind::Conflict, "import.not_done", id.text());
        }
    }
    // It is this caller's alone now, as the store has it.
    auto job = orForget(id, [&] { return findJob(*store_.read(), id); });
    const bool wrote = job && !job->dryRun && job->parts > 0 && job->state != JobState::Undone;
    const std::scoped_lock lock{mutex_};
    if (!wrote) {
        tasks_.erase(id);
        return job ? fail(ErrorKind::Conflict, "import.not_done", id.text())
                   : fail(ErrorKind::NotFound, "import.missing", id.text());
    }
    job->state = JobState::Undoing;
    job->undoneBy = caller.user;
    job->done = 0;
    tasks_.at(id).job = *job;
    return *job;
}

void ImportService::giveUp(const Uuid& id)
{
    std::optional<Job> job;
    {
        const std::scoped_lock lock{mutex_};
        const auto found = tasks_.find(id);
        if (found != tasks_.end() && found->second.job.state == JobState::Waiting) {
            job = found->second.job;
        }
        tasks_.erase(id);
    }
    if (job) {
        job->state = JobState::Failed;
        job->code = "import.busy";
        finish(*job, {});
    }
}

void ImportService::work(const Uuid& id)
{
    Task task;
    {
        const std::scoped_lock lock{mutex_};
        const auto found = tasks_.find(id);
        if (found == tasks_.end()) {
            return;
        }
        task = std::move(found->second);
        if (task.job.state == JobState::Waiting) {
            task.job.state = JobState::Running;
        }
        found->second = {};
        found->second.job = task.job;
    }
    try {
        run(std::move(task));
    } catch (const std::exception&) {
        auto job = inMemory(id);
        if (job && job->state == JobState::Running) {
            job->state = JobState::Failed;
            job->code = "import.failed";
            finish(*job, {});
        }
        forget(id); // How far taking back has come stands in the store.
        throw;
    }
}

void ImportService::run(Task task)
{
    if (task.job.state == JobState::Undoing) {
        takeAllBack(std::move(task.job));
        return;
    }
    Summary summary;
    const auto brought = bringIn(task, summary);
    const bool isBrokenOff = !brought && brought.error().code == "import.broken_off";
    Job job = *inMemory(task.job.id);
    job.state = brought ? JobState::Done : isBrokenOff ? JobState::BrokenOff : JobState::Failed;
    job.code = brought ? std::string{} : brought.error().code;
    job.done = brought ? job.rows : job.done;
    job.created = summary.created;
    job.changed = summary.changed;
    job.unchanged = summary.unchanged;
    job.skipped = task.job.skipped;
    job.rejected = summary.rejected;
    job.faults = summary.findings.size();
    job.findings = toldOf(summary.findings, findingsMax);
    for (auto& each : job.findings) {
        shorten(each, task.order);
    }
    finish(job, job.dryRun ? std::string_view{} : "import.ran");
}

Result<void> ImportService::bringIn(Task& task, Summary& summary)
{
    Importer importer{store_, commits_, changes_, clock_, task.job.by};
    Tables tables;
    tables.emplace(task.order.name, std::move(task.table));
    auto plan = importer.planFor(*task.mapping, tables);
    if (!plan) {
        return fail(plan.error());
    }
    const auto dropped = dropExisting(*plan, task.order);
    task.job.skipped = dropped.unchanged;
    auto written = writeAll(task.job, *plan, importer, summary);
    summary.rejected += dropped.rejected;
    summary.rejected += static_cast<std::size_t>(
        std::ranges::count(task.findings, Severity::Error, &Finding::severity));
    std::ranges::copy(dropped.findings, std::back_inserter(summary.findings));
    std::ranges::move(task.findings, std::back_inserter(summary.findings));
    return written;
}

Result<void>
ImportService::writeAll(const Job& job, const Plan& plan, Importer& importer, Summary& summary)
{
    std::int64_t before = 0;
    bool keeps = false; // Whether the part wrote anything that could be taken back.
    const std::size_t left = job.rows - plan.groups.size();
    const Importer::Watch watch{
        .begins = [&](Commit& commit) { before = commit.writer().nextServerChange(); },
        .wrote =
            [&](Commit& commit, std::vector<Written> written) {
                keeps = !written.empty();
                if (!keeps) {
                    return;
                }
                Job kept = *inMemory(job.id);
                keepPart(commit.writer(), job.id, kept.parts,
                         {.before = before,
                          .after = commit.writer().nextServerChange(),
                          .records = std::move(written)});
                ++kept.parts;
                keepJob(commit.writer(), kept, busy());
            },
        .progressed = [&](std::size_t groups) { progressed(job.id, left + groups, keeps); },
        .isOver = [&] { return stopping_.load(); }};
    return importer.write(plan, job.dryRun ? Importer::Mode::DryRun : Importer::Mode::Import, watch,
                          summary);
}

// Rows of what is there already leave the plan, or change what is there. Those that were passed
// over count as unchanged.
Summary ImportService::dropExisting(Plan& plan, const ImportOrder& order)
{
    Summary dropped;
    if (order.existing == Existing::ImportAsNew) {
        return dropped;
    }
    const auto view = store_.read();
    StoredValues stored{*view};
    std::set<Uuid> changed;
    const auto drop = [&](const PlannedRecord& record, Severity severity, std::string code,
                          const std::string& value) {
        ++(severity == Severity::Error ? dropped.rejected : dropped.unchanged);
        dropped.findings.push_back({.severity = severity,
                                    .file = record.file,
                                    .line = record.line,
                                    .column = {},
                                    .code = std::move(code),
                                    .detail = value});
        return true;
    };
    std::erase_if(plan.groups, [&](PlannedGroup& group) {
        auto& record = group.records.front();
        const auto* value = record.write.find(order.existingBy);
        const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
        if (text == nullptr || view->findPlacement(record.write.id)) {
            return false;
        }
        const auto there = stored.find(*order.type, order.existingBy, *text);
        if (!there && there.error().code == "import.reference_missing") {
            return false;
        }
        if (order.existing == Existing::Skip) {
            return drop(record, Severity::Warning, "import.exists", *text);
        }
        if (!there) {
            return drop(record, Severity::Error, there.error().code, *text);
        }
        if (!changed.insert(*there).second) {
            return drop(record, Severity::Error, "import.key_twice", *text);
        }
        record.write.id = *there;
        return false;
    });
    return dropped;
}

void ImportService::takeAllBack(Job job)
{
    const auto [referred, former] = [&] {
        const auto view = store_.read();
        std::set<Uuid> ids;
        for (std::size_t part = 0; part < job.parts; ++part) {
            for (const auto& one : partOf(*view, job.id, part).records) {
                ids.insert(one.id);
            }
        }
        return std::pair{referredTo(*view, ids), findJob(*view, job.id)->state};
    }();
    const std::size_t parts = job.parts;
    while (job.parts > 0 && !stopping_) {
        Job next = job;
        // What is done of it is kept with it: after a stop the rest can be taken back.
        const auto done = keep([&](Commit& commit) {
            next = job;
            --next.parts;
            takeBack(commit, changes_, partOf(commit.view(), job.id, next.parts),
                     {.now = clock_.now(), .reason = job.name, .referredTo = referred},
                     next.takenBack);
            dropParts(commit.writer(), job.id, next.parts, job.parts);
            Job kept = next;
            kept.state = former;
            keepJob(commit.writer(), kept, busy());
        });
        if (!done) {
            break;
        }
        job = std::move(next);
        progressed(job.id, job.rows * (parts - job.parts) / parts, false);
    }
    if (job.parts > 0) {
        job.state = former; // It can be gone on with.
        finish(job, {});
        return;
    }
    job.state = JobState::Undone;
    job.done = job.rows;
    job.undoneAt = clock_.now();
    finish(job, "import.undone");
}

void ImportService::progressed(const Uuid& id, std::size_t rows, bool keepsPart)
{
    const std::scoped_lock lock{mutex_};
    Job& job = tasks_.at(id).job;
    job.done = rows;
    job.parts += keepsPart ? 1U : 0U;
}

Result<void> ImportService::keep(const std::function<void(Commit&)>& what)
{
    while (true) {
        auto done = commits_.run([&](Commit& commit) -> Result<void> {
            what(commit);
            return {};
        });
        if (done || done.error().code != "server.busy" || stopping_) {
            return done;
        }
        std::this_thread::sleep_for(untilRoom);
    }
}

void ImportService::finish(const Job& job, std::string_view noted)
{
    // In vain only when the server is to stop: then the store says what it came to.
    static_cast<void>(orForget(job.id, [&] {
        return keep([&](Commit& commit) {
            keepJob(commit.writer(), job, busy());
            if (!noted.empty()) {
                noteOf(commit, job, noted, noted == "import.undone" ? job.undoneBy : job.by);
            }
        });
    }));
    forget(job.id);
}

void ImportService::forget(const Uuid& id)
{
    const std::scoped_lock lock{mutex_};
    tasks_.erase(id);
}

std::function<bool(const Uuid&)> ImportService::busy()
{
    return [this](const Uuid& id) {
        const std::scoped_lock lock{mutex_};
        return tasks_.contains(id);
    };
}

std::optional<Job> ImportService::inMemory(const Uuid& id)
{
    const std::scoped_lock lock{mutex_};
    const auto found = tasks_.find(id);
    return found == tasks_.end() || found->second.job.type == nullptr
               ? std::nullopt
               : std::optional{found->second.job};
}

std::optional<Job> ImportService::standing(const Uuid& id)
{
    if (auto job = inMemory(id)) {
        return job;
    }
    auto job = findJob(*store_.read(), id);
    if (!job || isOver(job->state)) {
        return job;
    }
    // It was begun in between, or has been finished, unless its server was stopped or broke down.
    if (auto now = inMemory(id)) {
        return now;
    }
    job = findJob(*store_.read(), id);
    if (job && !isOver(job->state)) {
        job->state = job->parts > 0 ? JobState::BrokenOff : JobState::Failed;
        job->code = "import.broken_off";
    }
    return job;
}

Result<std::vector<Job>> ImportService::list(const Caller& caller)
{
    if (auto may = mayImport(caller); !may) {
        return fail(may.error());
    }
    std::vector<Job> jobs;
    for (const auto& id : jobIds(*store_.read())) {
        if (auto job = standing(id)) {
            job->findings.clear();
            jobs.push_back(std::move(*job));
        }
    }
    std::ranges::reverse(jobs);
    return jobs;
}

Result<Job> ImportService::find(const Caller& caller, const Uuid& id)
{
    if (auto may = mayImport(caller); !may) {
        return fail(may.error());
    }
    auto job = standing(id);
    return job ? Result<Job>{std::move(*job)}
               : fail(ErrorKind::NotFound, "import.missing", id.text());
}

} // namespace fieldbook::server::import
