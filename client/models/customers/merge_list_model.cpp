#include "client/models/customers/merge_list_model.h"

#include "client/models/deeds.h"

namespace fieldbook::client {

MergeListModel::MergeListModel(QObject* parent)
    : fieldbook::client::RecordListModel{Needs::Record, parent},
      rows_{*this,
            [](const MergeRow& row) { return toQt(row.id); },
            {
                {"recordId", [](const MergeRow& row) { return toQt(row.id); }},
                {"caseState", [](const MergeRow& row) { return toQt(row.state); }},
                {"otherName", [](const MergeRow& row) { return toQt(row.otherName); }},
                {"why", [](const MergeRow& row) { return toQt(row.reason); }},
                {"mayDecide", [](const MergeRow& row) { return row.mayDecide; }},
                {"mayWithdraw", [](const MergeRow& row) { return row.mayWithdraw; }},
                {"undoUntil", [](const MergeRow& row) { return toQt(row.undoUntil); }},
                {"syncMark", [](const MergeRow& row) { return markName(row.mark); }},
            }}
{}

void MergeListModel::withdraw(const QString& mergeCase)
{
    decide(mergeCase, "merge_case.withdraw");
}

void MergeListModel::undo(const QString& mergeCase) { decide(mergeCase, "merge_case.undo"); }

void MergeListModel::decide(const QString& mergeCase, std::string_view act)
{
    perform(
        *app(), this,
        [id = toId(mergeCase), act](Recorder& recorder) { return recorder.act(act, id, "{}"); },
        [this, act] { emit done(toQt(act)); }, [this](const QString& text) { emit refused(text); });
}

void MergeListModel::load(Load how)
{
    ask(how, rows_, [id = toId(recordId()), now = app()->now()](Queries& store) {
        return store.merges(id, now);
    });
}

bool MergeListModel::concerns(const StoreChange& change) const
{
    return change.touches("merge_case") || change.touches("customer") || change.touches("listing");
}

} // namespace fieldbook::client
