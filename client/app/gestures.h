#pragma once

#include <QEvent>
#include <QPointF>
#include <QQuickWindow>
#include <QString>

namespace fieldbook::client {

// The events that a finger and a keyboard would send to the window. GUI thread.

// `at` in the window; `held` as a mouse would say it.
void send(QQuickWindow& window, QEvent::Type type, QPointF at, Qt::MouseButtons held);
// `key` of Qt::Key, or 0 for a character of `text`.
void press(QQuickWindow& window, int key, const QString& text);

} // namespace fieldbook::client
