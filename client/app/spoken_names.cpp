#include "client/app/spoken_names.h"

#include <QAccessible>
#include <algorithm>
#include <array>

namespace fieldbook::client {
namespace {

constexpr std::array workable{
    QAccessible::Button,       QAccessible::CheckBox, QAccessible::RadioButton,
    QAccessible::EditableText, QAccessible::PageTab,  QAccessible::Slider,
    QAccessible::SpinBox,      QAccessible::ComboBox, QAccessible::Link,
    QAccessible::MenuItem,     QAccessible::ListItem, QAccessible::ButtonMenu};

void collect(QQuickItem& item, QStringList& found)
{
    if (!item.isVisible()) {
        return;
    }
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&item);
    if (spoken != nullptr && std::ranges::find(workable, spoken->role()) != workable.end() &&
        spoken->text(QAccessible::Name).isEmpty()) {
        const QPointF place = item.mapToScene({0, 0});
        found.append(QStringLiteral("%1 at %2, %3")
                         .arg(QLatin1String{item.metaObject()->className()})
                         .arg(place.x())
                         .arg(place.y()));
    }
    for (QQuickItem* child : item.childItems()) {
        collect(*child, found);
    }
}

} // namespace

QStringList controlsWithoutName(const QQuickItem& root)
{
    QStringList found;
    for (QQuickItem* child : root.childItems()) {
        collect(*child, found);
    }
    return found;
}

} // namespace fieldbook::client
