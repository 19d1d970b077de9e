#pragma once

#include "client/models/app_context.h"
#include "client/models/list_model.h"
#include "client/models/roles.h"

namespace fieldbook::client {

// Two customers side by side, field by field where both have a value, with the choice made so far:
// to propose that they become one, or to decide about that. GUI thread.
class MergeComparison : public fieldbook::client::ListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY appChanged REQUIRED)
    Q_PROPERTY(QString survivorName READ survivorName NOTIFY shown)
    Q_PROPERTY(QString loserName READ loserName NOTIFY shown)
    // Whether the values of both are on this tablet.
    Q_PROPERTY(bool bothKnown READ bothKnown NOTIFY shown)

public:
    explicit MergeComparison(QObject* parent = nullptr);

    [[nodiscard]] AppContext* app() const { return app_; }
    void setApp(AppContext* app);
    [[nodiscard]] QString survivorName() const { return toQt(detail_.survivorName); }
    [[nodiscard]] QString loserName() const { return toQt(detail_.loserName); }
    [[nodiscard]] bool bothKnown() const { return detail_.bothKnown; }

    // What is shown: the two of a proposal, or those of a case.
    Q_INVOKABLE void compare(const QString& survivor, const QString& loser);
    Q_INVOKABLE void open(const QString& mergeCase);
    // Which of a proposal stays.
    Q_INVOKABLE void swap();
    // choice: "survivor", "loser", "both".
    Q_INVOKABLE void choose(int row, const QString& choice);
    Q_INVOKABLE void reload();

    Q_INVOKABLE void propose(const QString& why);
    Q_INVOKABLE void approve(const QString& why);
    Q_INVOKABLE void reject(const QString& why);

signals:
    void appChanged();
    void shown();
    // `act` as shared/rules has it ("merge_case.approve").
    void done(const QString& act);
    // A sentence for a toast.
    void refused(const QString& text);

private:
    struct Reading {
        MergeDetail detail;
        bool there = false;
    };

    [[nodiscard]] static Reading read(Queries& store, const Uuid& mergeCase);
    void take(Reading reading);
    // The choices as an act takes them: what is not named stays as the survivor has it.
    [[nodiscard]] QString choices() const;
    void act(std::string_view name, const Uuid& record, QVariantMap arguments, const QString& why);

    Rows<MergeField> rows_;
    AppContext* app_ = nullptr;
    Uuid case_;
    Uuid from_; // The customer on whose page it is proposed.
    MergeDetail detail_;
    int asked_ = 0;
};

} // namespace fieldbook::client
