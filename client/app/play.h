#pragma once

#include "client/models/app_context.h"

#include <QObject>
#include <QQuickItem>
#include <QQuickWindow>
#include <QStringList>
#include <QTimer>
#include <vector>

namespace fieldbook::client {

// Plays a written piece on the real window with the events that a finger and a keyboard would send,
// and draws pictures where the piece asks for them. Each line of the file is a step, tried again
// until it succeeds or its time is up:
//
//   wait "TEXT"             until something with that text shows
//   gone "TEXT"             until nothing with that text shows
//   tap "TEXT" [N]          presses what shows that text, or is named so for screen readers; N: the
//                           nth in reading order, else the one on top; what lies below the edge of
//                           a list is scrolled to first
//   write "TEXT"            types into what has the focus
//   key NAME                Return, Escape, Backspace or Tab
//   draw "TEXT"             draws a line like a signature over what is named so
//   say "TEXT"              prints that, once a frame drawn since has been shown and all that was
//                           recorded until then is in the store
//   picture NAME            once the animations have ended: NN-NAME.png in the folder of pictures
//
// TEXT may be given in several languages with | between, for a piece that plays in each of them.
// Leaves the application when the piece is over: with 0, or with 1 and a picture of where a step
// failed. GUI thread.
class Play : public QObject {
    Q_OBJECT

public:
    // Throws std::runtime_error where the file cannot be read or a line is no step.
    Play(AppContext& app,
         QQuickWindow& window,
         const QString& file,
         QString pictures,
         QObject* parent = nullptr);

    void start();

private:
    struct Step {
        int line = 0;
        QString verb;
        QStringList words;
    };

    void tryStep();
    [[nodiscard]] bool carryOut(const Step& step);
    [[nodiscard]] bool tap(const Step& step);
    [[nodiscard]] bool draw(const QString& name);
    [[nodiscard]] bool say(const QString& text);
    [[nodiscard]] bool picture(const QString& name);
    void fail(const Step& step);

    AppContext& app_;
    QQuickWindow& window_;
    QString pictures_;
    std::vector<Step> steps_;
    std::size_t at_ = 0;
    int tries_ = 0;
    bool frameShown_ = false; // Since the last asked for.
    bool recorded_ = false; // What was recorded until the last time that was asked.
    QTimer pulse_;
};

} // namespace fieldbook::client
