#include "client/models/schedule/reminder_alarm.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fieldbook::client {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view rungKey = "alarm:rung";
constexpr auto lookAhead = 1h;
constexpr std::chrono::milliseconds longestRest = 1min;
// A due moment older than this rings no more after its reminder was answered and came back.
constexpr auto keptFor = 24h * 30;

struct Kept {
    std::optional<std::int64_t> since;
    std::set<std::pair<Uuid, std::int64_t>> rung;
};

Kept readKept(std::string_view text)
{
    Kept kept;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("since") || !json["since"].is_number_integer()) {
        return kept;
    }
    kept.since = json["since"].get<std::int64_t>();
    for (const auto& each : json.value("rung", nlohmann::json::array())) {
        if (each.is_array() && each.size() == 2 && each[0].is_string() &&
            each[1].is_number_integer()) {
            if (const auto id = Uuid::parse(each[0].get<std::string>())) {
                kept.rung.emplace(*id, each[1].get<std::int64_t>());
            }
        }
    }
    return kept;
}

std::pair<Uuid, std::int64_t> momentOf(const ReminderRow& row)
{
    return {row.id, toMillis(row.dueAt)};
}

} // namespace

ReminderAlarm::ReminderAlarm(QObject* parent) : QObject{parent}
{
    timer_.setSingleShot(true);
    // A reminder that comes a second late is late: the coarse timer may be 5 % off.
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &ReminderAlarm::check);
}

void ReminderAlarm::setApp(AppContext* app)
{
    if (app_ == app) {
        return;
    }
    app_ = app;
    if (app_ == nullptr) {
        return;
    }
    connect(app_, &AppContext::storeChanged, this, [this](const StoreChange& change) {
        if (change.touches("reminder") || change.touches("appointment") || change.status) {
            check();
        }
    });
    emit appChanged();
    start();
}

QString ReminderAlarm::recordType() const
{
    return count() == 0                             ? QString{}
           : ringing_.front().kind == "appointment" ? QStringLiteral("appointment")
                                                    : QStringLiteral("reminder");
}

void ReminderAlarm::start()
{
    app_->read([](Queries& store) { return store.draft(rungKey).value_or(std::string{}); })
        .then(this,
              [this](const std::string& text) {
                  Kept kept = readKept(text);
                  rung_ = std::move(kept.rung);
                  since_ = kept.since.value_or(toMillis(app_->now()));
                  started_ = true;
                  if (!kept.since) {
                      keep();
                  }
                  check();
              })
        .onFailed(this, [this](const std::runtime_error&) { timer_.start(longestRest); });
}

void ReminderAlarm::check()
{
    if (app_ == nullptr) {
        return;
    }
    timer_.stop();
    if (!started_) {
        start();
        return;
    }
    const int asking = ++asked_;
    app_->read([until = app_->now() + lookAhead](Queries& store) { return store.dueBy(until); })
        .then(this,
              [this, asking](std::vector<ReminderRow> rows) {
                  if (asking == asked_) {
                      take(std::move(rows));
                  }
              })
        .onFailed(this, [this, asking](const std::runtime_error&) {
            if (asking != asked_) {
                return;
            }
            timer_.start(longestRest);
            if (next_ && *next_ <= app_->now()) {
                next_.reset();
                emit rangUnread();
            }
        });
}

void ReminderAlarm::take(std::vector<ReminderRow> rows)
{
    const Timestamp now = app_->now();
    settle(rows);
    std::vector<ReminderRow> begun;
    for (const ReminderRow& row : rows) {
        if (row.dueAt > now || toMillis(row.dueAt) < since_ ||
            !rung_.insert(momentOf(row)).second) {
            continue;
        }
        ringing_.push_back(row);
        begun.push_back(row);
    }
    if (!begun.empty()) {
        keep();
        emit rang(begun);
        emit ringingChanged();
    }
    arm(rows);
}

// What rings is answered where it was done, put off or taken away, here or on another tablet.
void ReminderAlarm::settle(const std::vector<ReminderRow>& due)
{
    std::vector<Uuid> answered;
    std::erase_if(ringing_, [&](const ReminderRow& row) {
        const bool stands = std::ranges::any_of(
            due, [&](const ReminderRow& each) { return momentOf(each) == momentOf(row); });
        if (!stands) {
            answered.push_back(row.id);
        }
        return !stands;
    });
    for (const Uuid& id : answered) {
        emit settled(toQt(id));
    }
    if (!answered.empty()) {
        emit ringingChanged();
    }
}

void ReminderAlarm::keep()
{
    const std::int64_t oldest =
        toMillis(app_->now() - std::chrono::duration_cast<std::chrono::milliseconds>(keptFor));
    std::erase_if(rung_, [&](const Moment& moment) {
        const bool stillRings = std::ranges::any_of(
            ringing_, [&](const ReminderRow& row) { return momentOf(row) == moment; });
        return moment.second < oldest && !stillRings;
    });
    auto rung = nlohmann::json::array();
    for (const auto& [id, due] : rung_) {
        rung.push_back({id.text(), due});
    }
    const nlohmann::json json{{"since", since_}, {"rung", std::move(rung)}};
    app_->record([text = json.dump()](Recorder& recorder) { recorder.saveDraft(rungKey, text); })
        .onFailed(this, [](const std::runtime_error&) {
            // It may ring once more after the next start: better than not at all.
        });
}

void ReminderAlarm::arm(const std::vector<ReminderRow>& rows)
{
    const Timestamp now = app_->now();
    auto rest = longestRest;
    next_.reset();
    for (const ReminderRow& row : rows) {
        if (row.dueAt > now) {
            rest = std::min(rest, std::chrono::milliseconds{row.dueAt - now});
            next_ = std::min(next_.value_or(row.dueAt), row.dueAt);
        }
    }
    timer_.start(rest);
}

void ReminderAlarm::dismiss()
{
    if (!ringing_.empty()) {
        emit settled(recordId());
        ringing_.erase(ringing_.begin());
        emit ringingChanged();
    }
}

void ReminderAlarm::dismissAll()
{
    while (!ringing_.empty()) {
        dismiss();
    }
}

} // namespace fieldbook::client
