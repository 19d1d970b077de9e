#include "client/ui/theme/fonts.h"

#include <QtQuickTest/quicktest.h>

#include <QQmlEngine>

// Gives the tests what the app gives its pages: the import path and the letters.
class Setup : public QObject {
    Q_OBJECT

public slots:
    void applicationAvailable() { fieldbook::client::useAppFonts(); }
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    }
};

QUICK_TEST_MAIN_WITH_SETUP(fieldbook, Setup)

#include "main.moc"
