#include "client/models/today/today_view.h"

#include <QVariantMap>
#include <algorithm>
#include <utility>

namespace fieldbook::client {

TodayView::TodayView(QObject* parent)
    : QObject{parent},
      visits_{new TodayVisits{this}},
      reminders_{new TodayReminders{this}},
      atRisk_{new TodayAtRisk{this}}
{}

void TodayView::setApp(AppContext* app)
{
    if (app_ == app) {
        return;
    }
    app_ = app;
    if (app_ == nullptr) {
        return;
    }
    connect(app_, &AppContext::storeChanged, this, [this](const StoreChange& change) {
        if (change.status || change.touches("visit") || change.touches("reminder") ||
            change.touches("customer") || change.touches("order")) {
            reload();
        }
    });
    emit appChanged();
    reload();
}

QString TodayView::nextContact() const
{
    const QString name = toQt(next_.contactName);
    const QString title = toQt(next_.contactTitle);
    return name.isEmpty() || title.isEmpty() ? name : name + QStringLiteral(" · ") + title;
}

void TodayView::reload()
{
    if (app_ == nullptr) {
        return;
    }
    const int asking = ++asked_;
    app_->read([now = app_->now(), zone = app_->zone().toStdString()](Queries& store) {
            const StoreStatus status = store.status(now);
            return std::pair{store.today(now, zone), toQt(status.userName)};
        })
        .then(this,
              [this, asking](std::pair<TodaySummary, QString> answer) {
                  if (asking == asked_) {
                      show(std::move(answer.first), std::move(answer.second));
                  }
              })
        .onFailed(this, [this, asking](const std::runtime_error&) {
            if (asking == asked_) {
                setState(ListModel::State::Failed, QStringLiteral("store.read"));
            }
        });
}

void TodayView::complete(const QString& reminderId)
{
    const std::string arguments = R"({"at":")" + toRfc3339(app_->now()) + R"("})";
    app_->record([id = toId(reminderId), arguments](Recorder& recorder) {
            return recorder.act("reminder.complete", id, arguments);
        })
        .then(this, [this](const Result<void>& done) {
            if (!done) {
                emit refused(toQt(done.error().code));
            }
        });
}

void TodayView::reopen(const QString& reminderId)
{
    app_->record([id = toId(reminderId)](Recorder& recorder) {
            return recorder.edit(id, {{"state", std::string{"open"}}, {"done_at", Value{}}});
        })
        .then(this, [this](const Result<void>& done) {
            if (!done) {
                emit refused(toQt(done.error().code));
            }
        });
}

void TodayView::show(TodaySummary summary, QString userName)
{
    userName_ = std::move(userName);
    next_ = summary.openVisit   ? std::move(*summary.openVisit)
            : summary.nextVisit ? std::move(*summary.nextVisit)
                                : VisitRow{};
    promise_ = std::move(summary.nextPromise);
    lastOrder_ = summary.nextLastOrder;
    lastOrderOn_ = summary.nextLastOrderOn;
    sold_ = summary.soldThisMonth;
    needYou_ = summary.needYou;
    doneVisits_ =
        static_cast<int>(std::ranges::count(summary.visits, std::string{"done"}, &VisitRow::state));
    overdueCount_ = static_cast<int>(summary.overdue.size());
    dueCount_ = static_cast<int>(summary.dueToday.size());
    week_.clear();
    for (const auto& day : summary.week) {
        week_.append(QVariantMap{{QStringLiteral("planned"), static_cast<int>(day.planned)},
                                 {QStringLiteral("done"), static_cast<int>(day.done)}});
    }
    visits_->show(std::move(summary.visits));
    reminders_->show(std::move(summary.overdue), std::move(summary.dueToday));
    atRisk_->show(std::move(summary.atRisk));
    emit shown();
    setState(ListModel::State::Ready);
}

void TodayView::setState(ListModel::State state, const QString& errorCode)
{
    if (state_ != state || errorCode_ != errorCode) {
        state_ = state;
        errorCode_ = errorCode;
        emit stateChanged();
    }
}

} // namespace fieldbook::client
