#pragma once

#include "client/models/record_list_model.h"

namespace fieldbook::client {

// Leads of a stage ("" for those still open), of a source and readiness and with a name, pinyin or
// phone where asked for; the next to be contacted first. Grows as one scrolls.
class LeadListModel : public fieldbook::client::RecordListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString stage READ stage WRITE setStage NOTIFY optionsChanged)
    Q_PROPERTY(QString source READ source WRITE setSource NOTIFY optionsChanged)
    Q_PROPERTY(QString readiness READ readiness WRITE setReadiness NOTIFY optionsChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY optionsChanged)

public:
    explicit LeadListModel(QObject* parent = nullptr);

    [[nodiscard]] QString stage() const { return toQt(query_.stage); }
    void setStage(const QString& stage) { choose(query_.stage, stage); }
    [[nodiscard]] QString source() const { return toQt(query_.source); }
    void setSource(const QString& source) { choose(query_.source, source); }
    [[nodiscard]] QString readiness() const { return toQt(query_.readiness); }
    void setReadiness(const QString& readiness) { choose(query_.readiness, readiness); }
    [[nodiscard]] QString search() const { return toQt(query_.search); }
    void setSearch(const QString& search) { choose(query_.search, search); }

    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

signals:
    void optionsChanged();

protected:
    void load(Load how) override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override;

private:
    void choose(std::string& option, const QString& value);

    Rows<LeadRow> rows_;
    LeadQuery query_;
};

// How many leads there are in each stage, and how many are still open.
class LeadCounts : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY changed REQUIRED)
    Q_PROPERTY(int open READ open NOTIFY changed)
    // Stage -> count; a stage without any is left out.
    Q_PROPERTY(QVariantMap byStage READ byStage NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] AppContext* app() const { return app_; }
    void setApp(AppContext* app);
    [[nodiscard]] int open() const { return open_; }
    [[nodiscard]] const QVariantMap& byStage() const { return byStage_; }

signals:
    void changed();

private:
    void load();

    AppContext* app_ = nullptr;
    int open_ = 0;
    QVariantMap byStage_;
    int asked_ = 0;
};

} // namespace fieldbook::client
