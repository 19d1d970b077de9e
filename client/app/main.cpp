#include "client/app/app.h"
#include "client/app/picture_tour.h"
#include "client/app/play.h"
#include "client/models/files/stored_pictures.h"
#include "client/models/labels.h"
#include "client/ui/i18n/language.h"
#include "client/ui/theme/fonts.h"
#include "client/ui/theme/theme.h"

#include <QCommandLineParser>
#include <QEventLoop>
#include <QFile>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QTimer>
#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <optional>
#include <stdexcept>
#include <utility>

namespace {

using namespace fieldbook::client;

constexpr int patienceMillis = 10'000;

struct Options {
    AppOptions app;
    QString password;
    QString pictures;
    QString play;
    // Given: the pages of a record are drawn too, of one that is not there.
    std::optional<Answers::Kind> answers;
    QSize size{1280, 800};
};

std::optional<Answers::Kind> answersNamed(const QString& word)
{
    const std::array kinds{std::pair{"real", Answers::Kind::Real},
                           std::pair{"late", Answers::Kind::Late},
                           std::pair{"failing", Answers::Kind::Failing}};
    const auto found = std::ranges::find_if(
        kinds, [&](const auto& kind) { return word == QLatin1String{kind.first}; });
    return found != kinds.end() ? std::optional{found->second} : std::nullopt;
}

Options parseOptions(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Fieldbook (随访): customers, visits and orders, also without a network."));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto option = [&](const char* name, const char* meaning, const char* value,
                            const QString& standard = {}) {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(meaning),
                          QString::fromLatin1(value), standard});
    };
    option("folder", "Folder of the store.", "folder",
           QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    option("server", "Server to offer for signing in.", "url");
    option("login", "Sign-in name to offer.", "name");
    option("enrol", "One-time code to enrol with, as a scanned picture gives it.", "code");
    option("authority", "PEM file of the company's own certificate authority.", "file");
    option("theme", "light or dark, until chosen otherwise.", "name", QStringLiteral("light"));
    option("lang", "zh_CN or en, until chosen otherwise.", "code", Language::ofSystem());
    option("text", "Size of the text in percent, until chosen otherwise.", "percent",
           QStringLiteral("100"));
    option("size", "Size of the window.", "WxH", QStringLiteral("1280x800"));
    option("pictures",
           "Draw every section into this folder and leave; signs in with FIELDBOOK_PASSWORD.",
           "folder");
    option("answers",
           "For pictures: how the store answers the pages, which is real, late or failing.", "how");
    option("play",
           "Play the steps in this file on the window, drawing into the folder of pictures.",
           "file");
    parser.process(application);

    Options options;
    const auto value = [&](const char* name) { return parser.value(QString::fromLatin1(name)); };
    options.app.folder = value("folder");
    options.app.server = value("server");
    options.app.login = value("login");
    options.app.invitation = value("enrol");
    // The system hands over a scanned picture's address as the only word.
    if (const auto words = parser.positionalArguments(); words.size() == 1) {
        options.app.invitation = words.front();
    }
    options.app.look = {value("lang"), value("theme"), value("text").toInt()};
    options.answers = answersNamed(value("answers"));
    options.app.pin = QString::fromUtf8(qgetenv("FIELDBOOK_PIN"));
    options.pictures = value("pictures");
    options.play = value("play");
    options.password = QString::fromUtf8(qgetenv("FIELDBOOK_PASSWORD"));
    if (QFile authority{value("authority")};
        !authority.fileName().isEmpty() && authority.open(QIODevice::ReadOnly)) {
        options.app.certificateAuthority = authority.readAll();
    }
    const QStringList parts = value("size").split(QLatin1Char('x'));
    if (parts.size() == 2 && parts[0].toInt() > 0 && parts[1].toInt() > 0) {
        options.size = {parts[0].toInt(), parts[1].toInt()};
    }
    return options;
}

// The look of the app follows the preferences, now and whenever they change.
void applyPreferences(const Preferences& preferences, QQmlEngine& engine, Language& language)
{
    QObject& theme = themeOf(engine);
    theme.setProperty("dark", preferences.look() == QStringLiteral("dark"));
    theme.setProperty("textScale", preferences.textPercent() / 100.0);
    theme.setProperty("leftHanded", preferences.leftHanded());
    theme.setProperty("reduceMotion", preferences.reduceMotion());
    Labels::speak(preferences.language());
    language.setCode(preferences.language());
}

// The first question of all is who is signed in; what the pages ask comes after.
void answerAs(App& app, Answers::Kind kind)
{
    QEventLoop loop;
    const auto known = [&] {
        if (app.sync()->signedIn()) {
            loop.quit();
        }
    };
    QObject::connect(app.sync(), &SyncState::changed, &loop, known);
    QTimer::singleShot(patienceMillis, &loop, &QEventLoop::quit);
    if (!app.sync()->signedIn()) {
        loop.exec();
    }
    if (!app.sync()->signedIn()) {
        throw std::runtime_error("nobody is signed in on this tablet");
    }
    app.answers().become(kind);
}

int show(const Options& options)
{
    App app{options.app};
    if (options.answers) {
        answerAs(app, *options.answers);
    }
    QQmlEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    // A warning of a page stops nobody at work; a piece that was played has failed with it.
    bool warned = false;
    QObject::connect(&engine, &QQmlEngine::warnings, &engine, [&] { warned = true; });
    engine.addImageProvider(QStringLiteral("store"), new StoredPictures{*app.context()});
    Language language{engine};
    themeOf(engine).setProperty("windowWidth", options.size.width());
    applyPreferences(*app.preferences(), engine, language);
    QObject::connect(app.preferences(), &Preferences::changed, &engine,
                     [&] { applyPreferences(*app.preferences(), engine, language); });

    QQmlComponent component{&engine, QUrl{QStringLiteral("qrc:/qt/qml/Fieldbook/App/Main.qml")}};
    if (!component.isReady()) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(component.errorString()));
        return 1;
    }
    const std::unique_ptr<QObject> root{component.createWithInitialProperties({
        {QStringLiteral("app"), QVariant::fromValue(&app)},
        {QStringLiteral("width"), options.size.width()},
        {QStringLiteral("height"), options.size.height()},
    })};
    auto* window = qobject_cast<QQuickWindow*>(root.get());
    if (window == nullptr) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(component.errorString()));
        return 1;
    }
    std::unique_ptr<Play> play;
    std::unique_ptr<PictureTour> tour;
    if (!options.play.isEmpty()) {
        play = std::make_unique<Play>(*app.context(), *window, options.play, options.pictures);
        play->start();
    } else if (!options.pictures.isEmpty()) {
        tour = std::make_unique<PictureTour>(app, *window, options.pictures,
                                             options.answers.has_value());
        tour->start(options.app.server, options.app.login, options.password);
    }
    const int code = QGuiApplication::exec();
    const bool watched = play != nullptr || tour != nullptr;
    if (code == 0 && watched && warned) {
        std::fprintf(stderr, "A page warned while it was shown; its words are above.\n");
        return 1;
    }
    return code;
}

} // namespace

int main(int argc, char** argv)
{
    QGuiApplication::setOrganizationName(QStringLiteral("fieldbook"));
    QGuiApplication::setApplicationName(QStringLiteral("fieldbook"));
    QGuiApplication::setApplicationVersion(QStringLiteral(FIELDBOOK_VERSION));
    const QGuiApplication application{argc, argv};
    useAppFonts();
    try {
        const Options options = parseOptions(application);
        int code = show(options);
        while (code == App::wipeCode) {
            code = show(options);
        }
        return code;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "Fieldbook cannot start: %s\n", error.what());
        return 1;
    }
}
