#include "client/models/schedule/reminder_notices.h"

#include "client/models/labels.h"

namespace fieldbook::client {
namespace {

constexpr std::size_t singleMax = 3;
const QString manyKey = QStringLiteral("many");

QString keyOf(const ReminderRow& row)
{
    return toQt(row.id) + QLatin1Char('@') + QString::number(toMillis(row.dueAt));
}

} // namespace

ReminderNotices::ReminderNotices(ReminderAlarm& alarm,
                                 AppContext& app,
                                 std::unique_ptr<Notifier> notifier,
                                 QObject* parent)
    : QObject{parent}, notifier_{std::move(notifier)}
{
    if (!notifier_) {
        return;
    }
    actions_.setApp(&app);
    connect(&alarm, &ReminderAlarm::rang, this, &ReminderNotices::show);
    connect(&alarm, &ReminderAlarm::rangUnread, this, &ReminderNotices::showUnread);
    connect(&alarm, &ReminderAlarm::settled, this, &ReminderNotices::withdraw);
    connect(notifier_.get(), &Notifier::answered, this, &ReminderNotices::answer);
}

void ReminderNotices::show(const std::vector<ReminderRow>& rows)
{
    const QString done = Labels::text({"Done", "完成"});
    const QString later = Labels::text({"In 10 minutes", "10 分钟后"});
    if (rows.size() > singleMax) {
        const QString title = Labels::text({"%1 reminders are due", "%1 条提醒到期"});
        notifier_->show({manyKey,
                         title.arg(rows.size()),
                         toQt(rows.front().title),
                         {},
                         {},
                         Notifier::Offers::Opening});
        shown_.insert_or_assign(manyKey, rows.front());
        return;
    }
    for (const ReminderRow& row : rows) {
        const auto offers =
            row.kind == "appointment" ? Notifier::Offers::Opening : Notifier::Offers::Everything;
        notifier_->show({keyOf(row), toQt(row.title), toQt(row.customerName), done, later, offers});
        shown_.insert_or_assign(keyOf(row), row);
    }
}

void ReminderNotices::showUnread()
{
    notifier_->show(
        {manyKey,
         Labels::text({"Fieldbook", "随访"}),
         Labels::text({"A reminder is due; unlock to see it", "有提醒到时间了，解锁后查看"}),
         {},
         {},
         Notifier::Offers::Opening});
}

void ReminderNotices::hide()
{
    for (const auto& [key, row] : shown_) {
        notifier_->withdraw(key);
    }
    shown_.clear();
}

void ReminderNotices::answer(const QString& key, Notifier::Answer answer)
{
    const auto found = shown_.find(key);
    if (found == shown_.end()) {
        return;
    }
    const QString id = toQt(found->second.id);
    const bool appointment = found->second.kind == "appointment";
    shown_.erase(found);
    switch (answer) {
    case Notifier::Answer::Done:
        actions_.complete(id);
        break;
    case Notifier::Answer::Later:
        actions_.snooze(id, ReminderActions::Later::TenMinutes);
        break;
    case Notifier::Answer::Open:
        emit opened(appointment ? QStringLiteral("appointment") : QStringLiteral("reminder"), id);
        break;
    }
}

void ReminderNotices::withdraw(const QString& recordId)
{
    for (auto each = shown_.begin(); each != shown_.end();) {
        if (toQt(each->second.id) == recordId) {
            notifier_->withdraw(each->first);
            each = shown_.erase(each);
        } else {
            ++each;
        }
    }
}

} // namespace fieldbook::client
