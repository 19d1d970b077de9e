#pragma once

#include "server/service/device_service.h"
#include "server/service/directory_service.h"
#include "server/service/file_service.h"
#include "server/service/handover_service.h"
#include "server/service/number_service.h"
#include "server/service/quarantine_service.h"
#include "server/service/record_service.h"
#include "server/service/session_service.h"
#include "server/service/sharing_service.h"
#include "server/service/sync_service.h"
#include "server/service/trail_service.h"
#include "server/store/sqlite/sqlite_store.h"
#include "shared/sync/pull_page.h"
#include "tests/support/fake_clock.h"
#include "tests/support/people.h"
#include "tests/support/seeded_entropy.h"
#include "tests/support/temp_dir.h"

#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace fieldbook::testing {

// A server without a network: a real store in a folder of its own, the services over it, the small
// company of people.h in it. It can be switched off and on again.
class Office {
public:
    explicit Office(server::CommitQueue::Mode mode = server::CommitQueue::Mode::Immediate,
                    server::SqliteStoreOptions options = {.readers = 2},
                    std::filesystem::path file = {})
        : mode_{mode}, options_{std::move(options)}, file_{std::move(file)}
    {
        if (file_.empty()) {
            file_ = folder_ / "server.db";
        }
        switchOn();
        std::vector<server::ServerChange> changes;
        for (const auto& record : company.records()) {
            changes.emplace_back(writeOf(record));
        }
        decide(changes);
    }

    void switchOn()
    {
        machine = std::make_unique<Machine>(*this);
        machine->commits.onCommitted(
            [this](const server::Committed& committed) { pokes.push_back(committed); });
    }
    void switchOff() { machine.reset(); }
    // Another store from the next switching on.
    void useFile(const std::filesystem::path& file) { file_ = file; }

    // The write that makes the record as it is.
    [[nodiscard]] static rules::RecordWrite writeOf(const Record& record)
    {
        rules::RecordWrite write{&record.type(), record.id(), true, {}};
        for (std::size_t i = 0; i < record.type().fields.size(); ++i) {
            if (!isEmpty(record.at(i))) {
                write.values.emplace_back(i, record.at(i));
            }
        }
        return write;
    }

    // What the server itself does; it must be in order.
    server::Sequence decide(const std::vector<server::ServerChange>& changes)
    {
        const auto done = machine->commits.run([&](server::Commit& commit) {
            return machine->changes.applyGroup(commit, company.as(company.gao), changes);
        });
        if (!done) {
            throw std::runtime_error("refused: " + done.error().code + " " + done.error().detail);
        }
        return *done;
    }
    void setField(std::string_view type, const Uuid& id, std::string_view field, Value value)
    {
        rules::RecordWrite write{&typeNamed(type), id, false, {}};
        write.set(field, std::move(value));
        decide({write});
    }

    [[nodiscard]] server::Caller enrol(const Uuid& user)
    {
        server::Device device{.install = idOf(static_cast<std::uint8_t>(200 + ++installs_)),
                              .user = user,
                              .name = "Tablet",
                              .platform = "test",
                              .appVersion = "0.1.0",
                              .createdAt = clock.now(),
                              .lastSeenAt = clock.now()};
        const auto done = machine->commits.run([&](server::Commit& commit) -> Result<void> {
            commit.writer().addDevice(device);
            return {};
        });
        if (!done) {
            throw std::runtime_error(done.error().code);
        }
        return {.user = user, .device = device.number, .deviceCode = device.code, .session = 0};
    }

    [[nodiscard]] std::optional<Record> find(const Uuid& id)
    {
        const auto stored = machine->store.read()->find(id);
        return stored ? std::optional{*Record::parse(stored->document)} : std::nullopt;
    }
    [[nodiscard]] server::SyncService& sync() { return machine->sync; }

    struct Machine {
        explicit Machine(Office& office)
            : store{office.file_, office.options_},
              directory{store},
              commits{store, directory, office.clock, office.mode_},
              changes{office.clock},
              sync{store, commits, directory, changes, office.clock, office.entropy},
              secondFactors{store,
                            commits,
                            directory,
                            office.clock,
                            office.entropy,
                            *SecretKey::fromBytes(sha256("second factors")),
                            {.requiredOf = {rules::Role::Administrator}}},
              sessions{store,
                       commits,
                       directory,
                       office.clock,
                       office.entropy,
                       {.cost = argon2Least,
                        .passwords = {.charactersMin = 8},
                        .secondFactors = &secondFactors,
                        .lifetime = std::chrono::hours{48},
                        .admission = office.admission}},
              devices{store, commits, sessions, office.clock, office.entropy},
              people{commits, directory, changes, office.clock, office.entropy},
              handovers{store, commits, changes, office.clock, office.entropy},
              quarantine{store, commits, changes},
              sharing{store, commits, changes, office.clock, office.entropy},
              trail{store, commits, office.clock,
                    SigningKey{*SecretKey::fromBytes(sha256("the key of the trail"))}},
              numbers{commits},
              records{store, directory},
              folder{office.folder_ / "files"},
              files{store,          commits,
                    directory,      changes,
                    folder,         office.clock,
                    office.entropy, {.bytesMax = 1'000'000, .uploadsPerUserMax = 3}}
        {
            sync.onCloned([this](server::Commit& commit, std::int64_t device) {
                server::noteClone(commit, sessions, device);
            });
        }

        server::SqliteStore store;
        server::DirectoryBoard directory;
        server::CommitQueue commits;
        server::ChangeService changes;
        server::SyncService sync;
        server::SecondFactors secondFactors;
        server::SessionService sessions;
        server::DeviceService devices;
        server::DirectoryService people;
        server::HandoverService handovers;
        server::QuarantineService quarantine;
        server::SharingService sharing;
        server::TrailService trail;
        server::NumberService numbers;
        server::RecordService records;
        server::FileFolder folder;
        server::FileService files;
    };

    Company company;
    FakeClock clock;
    SeededEntropy entropy{1};
    server::AdmissionRules admission; // From the next switching on.
    std::vector<server::Committed> pokes;
    std::unique_ptr<Machine> machine;

private:
    TempDir folder_;
    server::CommitQueue::Mode mode_;
    server::SqliteStoreOptions options_;
    std::filesystem::path file_;
    int installs_ = 0;
};

// The plainest tablet: numbers its changes, keeps what it did not hear of, lays pages as they come.
class PlainTablet {
public:
    PlainTablet(Office& office, const Uuid& user) : office_{office}, caller_{office.enrol(user)} {}

    // Each records a change; its number is returned.
    std::int64_t create(std::string_view type,
                        const Uuid& id,
                        std::initializer_list<std::pair<std::string_view, Value>> values)
    {
        sync::CreateBody body{.type = &typeNamed(type), .id = id, .values = {}};
        for (const auto& [field, value] : values) {
            body.values.emplace_back(*body.type->indexOf(field), value);
        }
        return record(body);
    }
    // From the version that this tablet has pulled, or `from`.
    std::int64_t edit(std::string_view type,
                      const Uuid& id,
                      std::string_view field,
                      Value to,
                      std::optional<Version> from = {})
    {
        sync::EditBody body{.type = &typeNamed(type), .id = id, .fields = {}};
        const auto index = *body.type->indexOf(field);
        sync::FieldEdit edit;
        edit.field = index;
        edit.to = std::move(to);
        if (const auto known = holds(id)) {
            edit.from = known->versionAt(index);
            edit.was = known->at(index);
        }
        edit.from = from.value_or(edit.from);
        body.fields.push_back(std::move(edit));
        return record(body);
    }
    std::int64_t
    act(std::string_view name, std::string_view type, const Uuid& id, std::string arguments = "{}")
    {
        return record(sync::ActBody{.name = std::string{name},
                                    .type = &typeNamed(type),
                                    .id = id,
                                    .arguments = std::move(arguments)});
    }
    // The last `count` changes become one group.
    void group(std::size_t count)
    {
        const auto first = waiting_.end() - static_cast<std::ptrdiff_t>(count);
        for (auto change = first; change != waiting_.end(); ++change) {
            change->groupFirst = first->number;
            change->groupLast = waiting_.back().number;
        }
    }
    [[nodiscard]] Version versionOf(std::int64_t number) const
    {
        const auto& at = times_.at(number);
        return {at, caller_.device, number};
    }

    // The request that would be sent now.
    [[nodiscard]] sync::PushRequest request() const
    {
        std::vector<std::string> texts;
        for (const auto& change : waiting_) {
            texts.push_back(toJson(change));
        }
        const std::vector<std::string_view> views{texts.begin(), texts.end()};
        auto parsed = sync::parsePush(sync::makePush(caller_.device, received_, views));
        if (!parsed) {
            throw std::runtime_error(parsed.error().code + " " + parsed.error().detail);
        }
        return std::move(*parsed);
    }
    // Sends what waits; what was answered waits no longer.
    std::vector<sync::Receipt> push()
    {
        auto reply = office_.sync().push(caller_, request());
        if (!reply) {
            throw std::runtime_error(reply.error().code + " " + reply.error().detail);
        }
        waiting_.clear();
        received_ = reply->last;
        return std::move(reply->receipts);
    }
    // Pulls until nothing is missing; returns the number of pages.
    int pull(server::PullLimits limits = {})
    {
        int pages = 0;
        bool complete = false;
        while (!complete) {
            complete = pullPage(limits);
            ++pages;
        }
        return pages;
    }
    // True if the page completed a consistent point.
    bool pullPage(server::PullLimits limits = {})
    {
        auto text = office_.sync().pull(caller_, cursor, limits);
        if (!text) {
            throw std::runtime_error(text.error().code);
        }
        const auto page = sync::parsePage(*text);
        for (const auto document : page->documents) {
            const auto record = Record::parse(document);
            held[record->id()] = std::string{document};
            seen.insert(record->id());
        }
        for (const auto& id : page->left) {
            held.erase(id);
            left.push_back(id);
        }
        cursor = page->cursor;
        upTo = page->upTo;
        return page->complete;
    }

    [[nodiscard]] std::optional<Record> holds(const Uuid& id) const
    {
        const auto found = held.find(id);
        return found == held.end() ? std::nullopt : std::optional{*Record::parse(found->second)};
    }
    [[nodiscard]] const server::Caller& caller() const { return caller_; }
    // As a session does whose user was frozen.
    void onlyDelivers() { caller_.delivering = true; }

    std::map<Uuid, std::string> held;
    std::set<Uuid> seen; // Ever.
    std::vector<Uuid> left; // Every id that was called back.
    std::string cursor;
    std::int64_t upTo = 0;
    std::chrono::milliseconds clockAhead{0};

private:
    template <class Body>
    std::int64_t record(Body body)
    {
        sync::Change change;
        change.number = ++number_;
        change.at = clock_.tick(office_.clock.now() + clockAhead);
        change.body = std::move(body);
        times_[change.number] = change.at;
        waiting_.push_back(std::move(change));
        return number_;
    }

    Office& office_;
    server::Caller caller_;
    HybridClock clock_;
    std::int64_t number_ = 0;
    std::int64_t received_ = 0;
    std::vector<sync::Change> waiting_;
    std::map<std::int64_t, HybridTime> times_;
};

} // namespace fieldbook::testing
