#include "client/ui/i18n/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QQmlEngine>
#include <QTranslator>

namespace fieldbook::client {

Language::Language(QQmlEngine& engine) : engine_{engine} {}

Language::~Language() = default;

QString Language::ofSystem()
{
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN")
                                                            : QStringLiteral("en");
}

void Language::setCode(const QString& code)
{
    const QString known = code == QStringLiteral("zh_CN") ? code : QStringLiteral("en");
    if (known == code_)
        return;
    code_ = known;
    QLocale::setDefault(QLocale{known == QStringLiteral("en") ? QStringLiteral("en_GB") : known});
    loadTranslators();
    engine_.setUiLanguage(known);
    engine_.retranslate();
    emit codeChanged();
}

void Language::loadTranslators()
{
    translators_.clear();
    // One file per QML module, so that the list of them is the list of what is linked in.
    const QStringList files =
        QDir{QStringLiteral(":/i18n")}.entryList({QStringLiteral("*_%1.qm").arg(code_)});
    for (const QString& file : files) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(QStringLiteral(":/i18n/") + file) &&
            QCoreApplication::installTranslator(translator.get()))
            translators_.push_back(std::move(translator));
    }
}

} // namespace fieldbook::client
