#include "client/app/picture_tour.h"

#include <QCoreApplication>
#include <QDir>
#include <QImage>
#include <cstdio>

namespace fieldbook::client {
namespace {

// Loading states show after 150 ms and pages read within one screenful; a picture waits a little
// longer.
constexpr int settleMillis = 700;
// A first sync of the demonstration company takes a second or two.
constexpr int limitMillis = 120'000;

} // namespace

PictureTour::PictureTour(App& app, QQuickWindow& window, QString folder, QObject* parent)
    : QObject{parent}, app_{app}, window_{window}, folder_{std::move(folder)}
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
    if (!app_.sync()->signedIn()) {
        app_.signIn(server, login, password);
    }
    lookAround();
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
    next();
}

void PictureTour::next()
{
    if (++at_ >= sections_.size()) {
        QCoreApplication::exit(0);
        return;
    }
    QMetaObject::invokeMethod(&window_, "go", Q_ARG(QString, sections_[at_]));
    settle_.start();
}

void PictureTour::draw()
{
    const QString file = QStringLiteral("%1/%2-%3.png")
                             .arg(folder_)
                             .arg(at_ + 1, 2, 10, QLatin1Char('0'))
                             .arg(sections_[at_]);
    if (!window_.grabWindow().save(file)) {
        std::fprintf(stderr, "The picture cannot be written: %s\n", qUtf8Printable(file));
        QCoreApplication::exit(1);
        return;
    }
    std::printf("%s\n", qUtf8Printable(file));
    next();
}

} // namespace fieldbook::client
