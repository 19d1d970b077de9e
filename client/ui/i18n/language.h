#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <vector>

class QQmlEngine;
class QTranslator;

namespace fieldbook::client {

// The language the app speaks, changed while it runs: every text on the screen, dates and figures
// follow at once. Codes are "zh_CN" and "en"; any other is taken for English. Lives on the GUI
// thread and must not outlive the engine.
class Language : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString code READ code WRITE setCode NOTIFY codeChanged)

public:
    explicit Language(QQmlEngine& engine);
    ~Language() override;

    [[nodiscard]] QString code() const { return code_; }
    Q_SLOT void setCode(const QString& code);

    // The language of the tablet, as far as the app speaks it.
    [[nodiscard]] static QString ofSystem();

signals:
    void codeChanged();

private:
    void loadTranslators();

    QQmlEngine& engine_;
    QString code_;
    std::vector<std::unique_ptr<QTranslator>> translators_;
};

} // namespace fieldbook::client
