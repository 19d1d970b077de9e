#include "client/models/schedule/repeating_draft.h"

#include "client/models/days.h"
#include "client/models/error_text.h"
#include "client/models/labels.h"
#include "client/models/schedule/next_slot.h"
#include "shared/calendar/recurrence.h"

#include <algorithm>

namespace fieldbook::client {

RepeatRule RepeatingDraft::rule() const
{
    return readRule(text("recurrence").toStdString(), zone());
}

void RepeatingDraft::setRule(const RepeatRule& rule)
{
    setText("recurrence", toQt(writeRule(rule, zone())));
}

Date RepeatingDraft::firstDay() const
{
    return zone().dateAt(
        time(startField()).value_or(app() != nullptr ? app()->now() : Timestamp{}));
}

void RepeatingDraft::setStartAt(const QVariant& moment)
{
    if (startAt_ != moment) {
        startAt_ = moment;
        emit changed();
        start();
    }
}

Timestamp RepeatingDraft::firstMoment() const
{
    return pickedTime(startAt_).value_or(nextFullHour(app()->now(), zone()));
}

Zone RepeatingDraft::seriesZone() const
{
    return Zone::find(text("time_zone").toStdString()).value_or(zone());
}

QVariantList RepeatingDraft::repeatOptions() const
{
    const bool chinese = Labels::inChinese();
    QVariantList options;
    const auto add = [&](const std::string& base, const QString& words) {
        options.append(
            QVariantMap{{QStringLiteral("value"), toQt(base)}, {QStringLiteral("text"), words}});
    };
    add({}, Labels::text({"Does not repeat", "不重复"}));
    auto rules = commonRules(firstDay());
    if (const auto own = rule().base;
        !own.empty() && std::ranges::find(rules, own) == rules.end()) {
        rules.push_back(own);
    }
    for (const std::string& base : rules) {
        add(base, toQt(sentenceOf({base, {}, 0}, chinese)));
    }
    return options;
}

QString RepeatingDraft::repeat() const { return toQt(rule().base); }

void RepeatingDraft::setRepeat(const QString& base)
{
    RepeatRule next = rule();
    next.base = base.toStdString();
    setRule(next);
}

QVariant RepeatingDraft::repeatUntil() const { return toQt(rule().until); }

void RepeatingDraft::setRepeatUntil(const QVariant& day)
{
    RepeatRule next = rule();
    next.until = pickedDay(day);
    next.count = next.until ? 0 : next.count;
    setRule(next);
}

int RepeatingDraft::repeatCount() const { return static_cast<int>(rule().count); }

void RepeatingDraft::setRepeatCount(int count)
{
    RepeatRule next = rule();
    next.count = count;
    if (count > 0) {
        next.until.reset();
    }
    setRule(next);
}

QString RepeatingDraft::repeatText() const { return toQt(sentenceOf(rule(), Labels::inChinese())); }

bool RepeatingDraft::inPast() const
{
    const auto start = time(startField());
    return start && app() != nullptr && *start < app()->now();
}

void RepeatingDraft::findRepeatProblems(QVariantMap& problems) const
{
    const std::string text = this->text("recurrence").toStdString();
    if (text.empty()) {
        return;
    }
    const auto last = rule().until;
    if (last && *last < firstDay()) {
        problems.insert(
            QStringLiteral("recurrence"),
            Labels::text({"The last day lies before the first", "结束日期早于开始日期"}));
    } else if (const auto parsed = Recurrence::parse(text); !parsed) {
        problems.insert(QStringLiteral("recurrence"), ErrorText::of(toQt(parsed.error().code)));
    }
}

void RepeatingDraft::moveRule(Date from, Date to)
{
    RepeatRule next = rule();
    const auto before = commonRules(from);
    const auto at = std::ranges::find(before, next.base);
    if (from != to && at != before.end()) {
        next.base = commonRules(to)[static_cast<std::size_t>(at - before.begin())];
        setRule(next);
    }
}

} // namespace fieldbook::client
