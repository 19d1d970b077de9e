#include "client/app/gestures.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPointingDevice>

namespace fieldbook::client {

void send(QQuickWindow& window, QEvent::Type type, QPointF at, Qt::MouseButtons held)
{
    const bool moves = type == QEvent::MouseMove;
    QMouseEvent event{type,
                      at,
                      window.mapToGlobal(at),
                      moves ? Qt::NoButton : Qt::LeftButton,
                      held,
                      Qt::NoModifier,
                      QPointingDevice::primaryPointingDevice()};
    QCoreApplication::sendEvent(&window, &event);
}

void press(QQuickWindow& window, int key, const QString& text)
{
    QKeyEvent down{QEvent::KeyPress, key, Qt::NoModifier, text};
    QCoreApplication::sendEvent(&window, &down);
    QKeyEvent up{QEvent::KeyRelease, key, Qt::NoModifier, text};
    QCoreApplication::sendEvent(&window, &up);
}

} // namespace fieldbook::client
