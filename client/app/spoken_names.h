#pragma once

#include <QQuickItem>
#include <QStringList>

namespace fieldbook::client {

// What a person can work below that item, and a screen reader could only call "button": each by its
// kind and its place, in the order of the tree.
[[nodiscard]] QStringList controlsWithoutName(const QQuickItem& root);

} // namespace fieldbook::client
