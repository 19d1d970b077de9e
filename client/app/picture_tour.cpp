#include "client/app/picture_tour.h"

#include "client/app/gestures.h"

#include <QCoreApplication>
#include <QDir>
#include <QImage>
#include <QQuickItem>
#include <algorithm>
#include <cstdio>

namespace fieldbook::client {
namespace {

// Loading states show after 150 ms and pages read within one screenful; a picture waits a little
// longer, and again as long as something still loads.
constexpr int settleMillis = 700;
// A first sync of the demonstration company takes a second or two.
constexpr int limitMillis = 120'000;

constexpr auto nobody = "0192a000-0000-7000-8000-000000000000";

bool loads(const QQuickItem& item)
{
    if (!item.isVisible()) {
        return false;
    }
    return item.objectName() == QStringLiteral("skeleton") ||
           std::ranges::any_of(item.childItems(),
                               [](const QQuickItem* child) { return loads(*child); });
}

// Sheets and dialogs lie one above the other at most so deep.
constexpr int popupsMax = 3;

// A sheet that one page opened would lie over the next ones.
void closePopups(QQuickWindow& window)
{
    for (int i = 0; i < popupsMax; ++i) {
        press(window, Qt::Key_Escape, {});
    }
}

} // namespace

PictureTour::PictureTour(
    App& app, QQuickWindow& window, QString folder, bool records, QObject* parent)
    : QObject{parent}, app_{app}, window_{window}, folder_{std::move(folder)}, records_{records}
{
    settle_.setSingleShot(true);
    settle_.setInterval(settleMillis);
    connect(&settle_, &QTimer::timeout, this, &PictureTour::draw);
    limit_.setSingleShot(true);
    connect(&limit_, &QTimer::timeout, this, [this] {
        std::fprintf(stderr, "Nothing to draw: %s\n",
                     app_.signInError().isEmpty() ? "the first sync did not end in time"
                                                  : qUtf8Printable(app_.signInError()));
        QCoreApplication::exit(1);
    });
}

void PictureTour::start(const QString& server, const QString& login, const QString& password)
{
    if (!QDir{}.mkpath(folder_)) {
        std::fprintf(stderr, "The folder cannot be made: %s\n", qUtf8Printable(folder_));
        QCoreApplication::exit(1);
        return;
    }
    limit_.start(limitMillis);
    connect(app_.sync(), &SyncState::changed, this, &PictureTour::lookAround);
    QTimer::singleShot(settleMillis, this, [this, server, login, password] {
        if (!app_.sync()->signedIn() && save(QStringLiteral("sign-in"))) {
            app_.signIn(server, login, password);
        }
        lookAround();
    });
}

void PictureTour::lookAround()
{
    if (touring_ || !app_.sync()->signedIn() || !app_.sync()->firstSyncDone()) {
        return;
    }
    touring_ = true;
    limit_.stop();
    QVariant sections;
    QMetaObject::invokeMethod(&window_, "sections", Q_RETURN_ARG(QVariant, sections));
    sections_ = sections.toStringList();
    if (records_) {
        for (const char* page : {"customer", "customer-form", "lead", "opportunity", "order",
                                 "order-pad", "visit", "reminder", "appointment", "activity"}) {
            sections_.append(QLatin1String{page} + QLatin1Char(':') + QLatin1String{nobody});
        }
    }
    next();
}

void PictureTour::next()
{
    if (++at_ >= sections_.size()) {
        QCoreApplication::exit(0);
        return;
    }
    closePopups(window_);
    QMetaObject::invokeMethod(&window_, "go", Q_ARG(QString, sections_[at_]));
    settle_.start();
}

void PictureTour::draw()
{
    const bool comes = app_.answers().kind() != Answers::Kind::Late;
    if (comes && loads(*window_.contentItem())) {
        settle_.start();
    } else if (save(sections_[at_].section(QLatin1Char(':'), 0, 0))) {
        next();
    }
}

bool PictureTour::save(const QString& name)
{
    const QString file = QStringLiteral("%1/%2-%3.png")
                             .arg(folder_)
                             .arg(++drawn_, 2, 10, QLatin1Char('0'))
                             .arg(name);
    if (!window_.grabWindow().save(file)) {
        std::fprintf(stderr, "The picture cannot be written: %s\n", qUtf8Printable(file));
        QCoreApplication::exit(1);
        return false;
    }
    std::printf("%s\n", qUtf8Printable(file));
    return true;
}

} // namespace fieldbook::client
