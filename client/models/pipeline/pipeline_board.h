#pragma once

#include "client/models/list_model.h"
#include "client/models/pipeline/stage_deals.h"
#include "client/models/record_list_model.h"

#include <map>
#include <memory>

namespace fieldbook::client {

// A column of the board.
struct BoardStage {
    std::string code;
    std::int64_t winRate = 0; // Basis points, of the stage.
    StageSum sum;
    StageDeals* deals = nullptr; // The board's, for as long as it lives.

    friend bool operator==(const BoardStage&, const BoardStage&) = default;
};

// The pipeline: one row for each open stage with what stands in it and what it comes to, and the
// totals over all of them; one reading of the store for everything. Amounts in other currencies
// than the company's are not added up.
class PipelineBoard : public fieldbook::client::RecordListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Closing closing READ closing WRITE setClosing NOTIFY optionsChanged)
    // Of whom; "" for everybody.
    Q_PROPERTY(QString owner READ owner WRITE setOwner NOTIFY optionsChanged)
    Q_PROPERTY(QStringList owners READ owners NOTIFY summed)
    // Of the open stages together, for the list.
    Q_PROPERTY(fieldbook::client::StageDeals* deals READ deals CONSTANT)
    Q_PROPERTY(int dealCount READ dealCount NOTIFY summed)
    // Minor units of `currency`.
    Q_PROPERTY(double amount READ amount NOTIFY summed)
    Q_PROPERTY(double weighted READ weighted NOTIFY summed)
    Q_PROPERTY(double wonThisMonth READ wonThisMonth NOTIFY summed)
    Q_PROPERTY(QString currency READ currency NOTIFY summed)

public:
    // By when they are expected to close. One that was expected earlier is still to come.
    enum class Closing { Any, ThisMonth, ThisQuarter };
    Q_ENUM(Closing)

    explicit PipelineBoard(QObject* parent = nullptr);

    [[nodiscard]] Closing closing() const { return closing_; }
    void setClosing(Closing closing);
    [[nodiscard]] const QString& owner() const { return owner_; }
    void setOwner(const QString& owner);
    [[nodiscard]] const QStringList& owners() const { return owners_; }
    [[nodiscard]] StageDeals* deals() { return &all_; }
    [[nodiscard]] int dealCount() const { return static_cast<int>(totals_.count); }
    [[nodiscard]] double amount() const { return static_cast<double>(totals_.amount.minor()); }
    [[nodiscard]] double weighted() const { return static_cast<double>(totals_.weighted.minor()); }
    [[nodiscard]] double wonThisMonth() const { return static_cast<double>(won_.minor()); }
    [[nodiscard]] QString currency() const { return toQt(totals_.amount.currency().code()); }

signals:
    void optionsChanged();
    void summed();

protected:
    void load(Load how) override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override;

private:
    struct Reading {
        std::vector<OpportunityRow> rows; // Also won and lost.
        Currency currency; // The company's.
    };
    void take(Reading reading);
    void deal();
    [[nodiscard]] bool isShown(const OpportunityRow& row) const;
    [[nodiscard]] Money wonIn(Date month) const;

    Rows<BoardStage> rows_;
    std::map<std::string, std::unique_ptr<StageDeals>, std::less<>> columns_;
    StageDeals all_{this};
    std::optional<Reading> reading_;
    StageSum totals_;
    Money won_;
    QStringList owners_;
    Closing closing_ = Closing::Any;
    QString owner_;
    int asked_ = 0;
};

} // namespace fieldbook::client
