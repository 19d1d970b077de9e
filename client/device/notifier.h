#pragma once

#include <QObject>
#include <QString>
#include <memory>

namespace fieldbook::client {

// The system's own notifications. What it shows is known by a key of the app's; what a person
// answers comes back with it. GUI thread.
class Notifier : public QObject {
    Q_OBJECT

public:
    enum class Answer { Open, Done, Later };
    // Whether a notification offers Done and Later, or can only be opened.
    enum class Offers { Everything, Opening };

    struct Note {
        QString key; // A second one with the same key takes the place of the first.
        QString title;
        QString text;
        QString done; // The words of its buttons.
        QString later;
        Offers offers = Offers::Everything;
    };

    using QObject::QObject;

    virtual void show(const Note& note) = 0;
    virtual void withdraw(const QString& key) = 0;

signals:
    void answered(const QString& key, fieldbook::client::Notifier::Answer answer);
};

// What the desktop offers over D-Bus; nothing where there is no session bus or nobody listens.
[[nodiscard]] std::unique_ptr<Notifier> makeDesktopNotifier();

} // namespace fieldbook::client
