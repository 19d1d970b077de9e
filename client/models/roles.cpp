#include "client/models/roles.h"

namespace fieldbook::client {

QString initialOf(const QString& name, const QString& city)
{
    const bool afterCity = !city.isEmpty() && name.startsWith(city) && name.size() > city.size();
    QString rest = afterCity ? name.mid(city.size()) : name;
    while (rest.size() > 1 && !rest.front().isLetterOrNumber()) {
        rest.remove(0, 1);
    }
    const qsizetype units = !rest.isEmpty() && rest.front().isHighSurrogate() ? 2 : 1;
    return rest.left(units).toUpper();
}

} // namespace fieldbook::client
