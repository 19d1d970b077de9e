#include "client/ui/i18n/language.h"
#include "client/ui/theme/fonts.h"
#include "client/ui/theme/theme.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QImage>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QTimer>
#include <cstdio>
#include <memory>

namespace {

struct Options {
    QString shot;
    QString theme;
    QString language;
    QString page;
    double textScale = 1;
    QSize size{1280, 800};
};

Options parseOptions(const QCoreApplication& app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Shows every component of the tablet app in every state."));
    parser.addHelpOption();
    const QCommandLineOption shot{QStringLiteral("shot"),
                                  QStringLiteral("Draw into this file and leave."),
                                  QStringLiteral("file")};
    const QCommandLineOption theme{QStringLiteral("theme"), QStringLiteral("light or dark."),
                                   QStringLiteral("name"), QStringLiteral("light")};
    const QCommandLineOption language{QStringLiteral("lang"), QStringLiteral("zh_CN or en."),
                                      QStringLiteral("code"), QStringLiteral("zh_CN")};
    const QCommandLineOption page{QStringLiteral("page"), QStringLiteral("The page to start on."),
                                  QStringLiteral("name"), QStringLiteral("overview")};
    const QCommandLineOption text{QStringLiteral("text"),
                                  QStringLiteral("Size of text in percent."),
                                  QStringLiteral("percent"), QStringLiteral("100")};
    const QCommandLineOption size{QStringLiteral("size"), QStringLiteral("Size of the window."),
                                  QStringLiteral("WxH"), QStringLiteral("1280x800")};
    parser.addOptions({shot, theme, language, page, text, size});
    parser.process(app);
    Options options;
    options.shot = parser.value(shot);
    options.theme = parser.value(theme);
    options.language = parser.value(language);
    options.page = parser.value(page);
    options.textScale = parser.value(text).toDouble() / 100;
    const QStringList parts = parser.value(size).split(QLatin1Char('x'));
    if (parts.size() == 2 && parts[0].toInt() > 0 && parts[1].toInt() > 0)
        options.size = {parts[0].toInt(), parts[1].toInt()};
    return options;
}

// Loading states show after 150 ms, so the picture waits a little longer than that.
void saveWhenDrawn(QQuickWindow& window, const QString& file)
{
    QTimer::singleShot(400, &window, [&window, file] {
        const bool saved = window.grabWindow().save(file);
        if (!saved)
            std::fprintf(stderr, "Could not write %s.\n", qUtf8Printable(file));
        QCoreApplication::exit(saved ? 0 : 1);
    });
}

} // namespace

int main(int argc, char** argv)
{
    const QGuiApplication app{argc, argv};
    fieldbook::client::useAppFonts();
    const Options options = parseOptions(app);
    QQmlEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    fieldbook::client::Language language{engine};
    language.setCode(options.language);
    QObject& theme = fieldbook::client::themeOf(engine);
    theme.setProperty("dark", options.theme == QStringLiteral("dark"));
    theme.setProperty("textScale", options.textScale);
    theme.setProperty("windowWidth", options.size.width());
    QQmlComponent component{&engine,
                            QUrl{QStringLiteral("qrc:/qt/qml/Fieldbook/Gallery/Gallery.qml")}};
    if (component.isError()) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(component.errorString()));
        return 1;
    }
    const std::unique_ptr<QObject> root{component.createWithInitialProperties({
        {QStringLiteral("width"), options.size.width()},
        {QStringLiteral("height"), options.size.height()},
        {QStringLiteral("page"), options.page},
        {QStringLiteral("switchesShown"), options.shot.isEmpty()},
    })};
    auto* window = qobject_cast<QQuickWindow*>(root.get());
    if (window == nullptr)
        return 1;
    QObject::connect(window, SIGNAL(languageChosen(QString)), &language, SLOT(setCode(QString)));
    if (!options.shot.isEmpty())
        saveWhenDrawn(*window, options.shot);
    return QGuiApplication::exec();
}
