#include "client/app/play.h"

#include "client/app/gestures.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QWheelEvent>
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <stdexcept>

namespace fieldbook::client {
namespace {

// One try a pulse; a step has twenty seconds, of which a first sync may need some.
constexpr int pulseMillis = 10;
constexpr int triesMax = 2000;
// Longer than the longest animation and the delay before a loading state shows.
constexpr int settlePulses = 60;

struct Verb {
    const char* name;
    qsizetype wordsMin;
    qsizetype wordsMax;
};
constexpr std::array verbs{
    Verb{"wait", 1, 1}, Verb{"gone", 1, 1}, Verb{"tap", 1, 2}, Verb{"write", 1, 1},
    Verb{"key", 1, 1},  Verb{"draw", 1, 1}, Verb{"say", 1, 1}, Verb{"picture", 1, 1},
};

bool isNamed(const QQuickItem& item, const QStringList& names)
{
    for (const char* property : {"text", "placeholderText", "label", "title"}) {
        const QVariant value = item.property(property);
        if (value.typeId() == QMetaType::QString && names.contains(value.toString())) {
            return true;
        }
    }
    QAccessibleInterface* spoken =
        QAccessible::queryAccessibleInterface(const_cast<QQuickItem*>(&item));
    return spoken != nullptr && names.contains(spoken->text(QAccessible::Name));
}

QPointF centreOf(const QQuickItem& item)
{
    return item.mapToScene({item.width() / 2, item.height() / 2});
}

// What is named so and visible, in the order of painting: what lies on top comes last.
void collect(QQuickItem& item, const QStringList& names, std::vector<QQuickItem*>& found)
{
    if (!item.isVisible() || item.opacity() < 0.1) {
        return;
    }
    if (item.width() > 0 && item.height() > 0 && isNamed(item, names)) {
        found.push_back(&item);
    }
    std::multimap<qreal, QQuickItem*> children; // Keeps the order of equals.
    for (QQuickItem* child : item.childItems()) {
        children.emplace(child->z(), child);
    }
    for (const auto& [z, child] : children) {
        collect(*child, names, found);
    }
}

std::vector<QQuickItem*> itemsNamed(const QQuickWindow& window, const QString& name)
{
    std::vector<QQuickItem*> found;
    collect(*window.contentItem(), name.split(QLatin1Char('|')), found);
    return found;
}

QQuickItem* chosen(std::vector<QQuickItem*> found, int which)
{
    if (found.empty()) {
        return nullptr;
    }
    if (which <= 0) {
        return found.back();
    }
    // A button and the text in it are one thing: they share their centre, near enough.
    std::erase_if(found, [&](const QQuickItem* item) {
        return std::ranges::any_of(found, [&](const QQuickItem* other) {
            return other != item && other->isAncestorOf(item);
        });
    });
    std::ranges::sort(found, {}, [](const QQuickItem* each) {
        constexpr double lineHeight = 16;
        const QPointF centre = centreOf(*each);
        return std::pair{std::round(centre.y() / lineHeight), centre.x()};
    });
    return static_cast<std::size_t>(which) <= found.size()
               ? found[static_cast<std::size_t>(which) - 1]
               : nullptr;
}

// The nearest list or page that scrolls.
QQuickItem* scrollerOf(const QQuickItem& item)
{
    for (QQuickItem* up = item.parentItem(); up != nullptr; up = up->parentItem()) {
        if (up->inherits("QQuickFlickable")) {
            return up;
        }
    }
    return nullptr;
}

bool write(QQuickWindow& window, const QString& text)
{
    if (window.activeFocusItem() == nullptr) {
        return false;
    }
    for (const QChar each : text) {
        press(window, 0, QString{each});
    }
    return true;
}

bool pressNamed(QQuickWindow& window, const QString& name)
{
    const std::array keys{std::pair{"Return", Qt::Key_Return}, std::pair{"Escape", Qt::Key_Escape},
                          std::pair{"Backspace", Qt::Key_Backspace}, std::pair{"Tab", Qt::Key_Tab}};
    for (const auto& [word, key] : keys) {
        if (name == QLatin1String{word}) {
            press(window, key, {});
            return true;
        }
    }
    return false;
}

// True when the middle of the item can be pressed; else turns the wheel one notch towards it.
bool broughtIntoView(QQuickWindow& window, const QQuickItem& item)
{
    const QQuickItem* scroller = scrollerOf(item);
    const QRectF all{0, 0, qreal(window.width()), qreal(window.height())};
    const QPointF centre = centreOf(item);
    if (scroller == nullptr) {
        return all.contains(centre);
    }
    const QRectF seen = scroller->mapRectToScene(scroller->boundingRect()).intersected(all);
    if (seen.contains(centre)) {
        return true;
    }
    const QPointF at = seen.center();
    const int notch = centre.y() > seen.bottom() ? -120 : 120;
    QWheelEvent turn{at,
                     window.mapToGlobal(at),
                     {},
                     {0, notch},
                     Qt::NoButton,
                     Qt::NoModifier,
                     Qt::NoScrollPhase,
                     false};
    // A list works out its speed from the time between two turns.
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    turn.setTimestamp(
        static_cast<quint64>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count()));
    QCoreApplication::sendEvent(&window, &turn);
    return false;
}

} // namespace

Play::Play(
    AppContext& app, QQuickWindow& window, const QString& file, QString pictures, QObject* parent)
    : QObject{parent}, app_{app}, window_{window}, pictures_{std::move(pictures)}
{
    QFile piece{file};
    if (!piece.open(QIODevice::ReadOnly | QIODevice::Text)) {
        throw std::runtime_error{"the piece cannot be read: " + file.toStdString()};
    }
    int number = 0;
    while (!piece.atEnd()) {
        const QString line = QString::fromUtf8(piece.readLine()).trimmed();
        ++number;
        if (line.isEmpty() || line.startsWith(QLatin1Char('#'))) {
            continue;
        }
        QStringList words = QProcess::splitCommand(line);
        const QString verb = words.takeFirst();
        const bool known = std::ranges::any_of(verbs, [&](const Verb& each) {
            return verb == QLatin1String{each.name} && words.size() >= each.wordsMin &&
                   words.size() <= each.wordsMax;
        });
        if (!known) {
            throw std::runtime_error{"line " + std::to_string(number) +
                                     " of the piece is no step: " + line.toStdString()};
        }
        steps_.push_back({number, verb, words});
    }
    pulse_.setInterval(pulseMillis);
    connect(&pulse_, &QTimer::timeout, this, &Play::tryStep);
    connect(&window_, &QQuickWindow::frameSwapped, this, [this] { frameShown_ = true; });
}

void Play::start()
{
    QDir{}.mkpath(pictures_);
    pulse_.start();
}

void Play::tryStep()
{
    if (at_ == steps_.size()) {
        pulse_.stop();
        QCoreApplication::exit(0);
        return;
    }
    const Step& step = steps_[at_];
    if (carryOut(step)) {
        ++at_;
        tries_ = 0;
    } else if (++tries_ > triesMax) {
        fail(step);
    }
}

bool Play::carryOut(const Step& step)
{
    const QString& word = step.words.front();
    if (step.verb == QLatin1String{"wait"}) {
        return !itemsNamed(window_, word).empty();
    }
    if (step.verb == QLatin1String{"gone"}) {
        return itemsNamed(window_, word).empty();
    }
    if (step.verb == QLatin1String{"write"}) {
        return write(window_, word);
    }
    if (step.verb == QLatin1String{"key"}) {
        return pressNamed(window_, word);
    }
    if (step.verb == QLatin1String{"draw"}) {
        return draw(word);
    }
    if (step.verb == QLatin1String{"say"}) {
        return say(word);
    }
    return step.verb == QLatin1String{"tap"} ? tap(step) : picture(word);
}

bool Play::tap(const Step& step)
{
    const int which = step.words.size() > 1 ? step.words[1].toInt() : 0;
    const QQuickItem* item = chosen(itemsNamed(window_, step.words.front()), which);
    // Whatever has just appeared may still be moving.
    if (item == nullptr || !item->isEnabled() || tries_ < settlePulses / 2 ||
        !broughtIntoView(window_, *item)) {
        return false;
    }
    const QPointF at = centreOf(*item);
    send(window_, QEvent::MouseMove, at, Qt::NoButton);
    send(window_, QEvent::MouseButtonPress, at, Qt::LeftButton);
    send(window_, QEvent::MouseButtonRelease, at, Qt::NoButton);
    return true;
}

bool Play::draw(const QString& name)
{
    const QQuickItem* item = chosen(itemsNamed(window_, name), 0);
    if (item == nullptr || tries_ < settlePulses) {
        return false;
    }
    const auto point = [&](double x, double y) {
        return item->mapToScene({item->width() * x, item->height() * y});
    };
    send(window_, QEvent::MouseButtonPress, point(0.2, 0.6), Qt::LeftButton);
    for (int i = 1; i <= 24; ++i) {
        const double way = i / 24.0;
        send(window_, QEvent::MouseMove,
             point(0.2 + 0.6 * way, 0.5 + 0.25 * std::sin(way * 20) * (1 - way)), Qt::LeftButton);
    }
    send(window_, QEvent::MouseButtonRelease, point(0.8, 0.5), Qt::NoButton);
    return true;
}

bool Play::say(const QString& text)
{
    if (tries_ == 0) {
        frameShown_ = false;
        window_.requestUpdate();
        // The writer takes one after the other; a closed store has nothing to write.
        recorded_ = false;
        app_.record([](Recorder&) { return true; })
            .onFailed([](const std::runtime_error&) { return false; })
            .then(this, [this](bool) { recorded_ = true; });
        return false;
    }
    if (!frameShown_ || !recorded_) {
        return false;
    }
    std::printf("%s\n", qUtf8Printable(text));
    std::fflush(stdout);
    return true;
}

bool Play::picture(const QString& name)
{
    if (tries_ < settlePulses) {
        return false;
    }
    const int taken = static_cast<int>(
        QDir{pictures_}.entryList({QStringLiteral("[0-9]*-*.png")}, QDir::Files).size());
    const QString file = QStringLiteral("%1/%2-%3.png")
                             .arg(pictures_)
                             .arg(taken + 1, 2, 10, QLatin1Char('0'))
                             .arg(name);
    if (!window_.grabWindow().save(file)) {
        return false;
    }
    std::printf("%s\n", qUtf8Printable(file));
    return true;
}

void Play::fail(const Step& step)
{
    pulse_.stop();
    const QString file = pictures_ + QStringLiteral("/failed.png");
    (void)window_.grabWindow().save(file);
    std::fprintf(stderr, "The play stops at line %d, %s \"%s\"; see %s\n", step.line,
                 qUtf8Printable(step.verb), qUtf8Printable(step.words.join(QLatin1Char(' '))),
                 qUtf8Printable(file));
    QCoreApplication::exit(1);
}

} // namespace fieldbook::client
