#include "client/ui/theme/theme.h"

#include "shared/base/assert.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <memory>

namespace fieldbook::client {

QObject& themeOf(QQmlEngine& engine)
{
    // A singleton written in QML has no type id before something imports it, so something does.
    QQmlComponent importer{&engine};
    importer.setData("import QtQml\nimport Fieldbook.Theme\nQtObject { readonly property QtObject "
                     "theme: Theme }",
                     {});
    const std::unique_ptr<QObject> holder{importer.create()};
    FIELDBOOK_ASSERT(holder != nullptr);
    auto* theme = holder->property("theme").value<QObject*>();
    FIELDBOOK_ASSERT(theme != nullptr);
    return *theme;
}

} // namespace fieldbook::client
