#include "client/models/sync/change_list_models.h"

#include "client/models/labels.h"
#include "client/models/value_text.h"

#include <QStringList>

namespace fieldbook::client {
namespace {

constexpr std::size_t receiptsShown = 200;
constexpr std::size_t fieldsShown = 3;

// "Amount ¥120,000 → ¥132,000"; of a new record only what it holds.
QString fieldsText(const ChangeRow& change)
{
    QStringList parts;
    for (std::size_t i = 0; i < change.fields.size() && i < fieldsShown; ++i) {
        const ChangeRow::Field& field = change.fields[i];
        const TypeSpec* type = findType(change.type);
        const auto index = type != nullptr ? type->indexOf(field.field) : std::nullopt;
        const QString name =
            index ? Labels::text(type->fields[*index].fieldLabel) : toQt(field.field);
        const QString after = valueText(change.type, field.field, field.after);
        parts.append(
            isEmpty(field.before)
                ? QStringLiteral("%1 %2").arg(name, after)
                : QStringLiteral("%1 %2 → %3")
                      .arg(name, valueText(change.type, field.field, field.before), after));
    }
    return parts.join(Labels::inChinese() ? QStringLiteral("，") : QStringLiteral(", "));
}

// "Visit · Shenling Consulting": the label of the type and the record's own name.
QString headingOf(const ChangeRow& change)
{
    const TypeSpec* type = findType(change.type);
    const QString label = type != nullptr ? Labels::text(type->label) : toQt(change.type);
    return change.title.empty() ? label : label + QStringLiteral(" · ") + toQt(change.title);
}

QString keyOf(const ChangeRow& change) { return QString::number(change.number); }

} // namespace

OutboxModel::OutboxModel(QObject* parent)
    : fieldbook::client::RecordListModel{Needs::Nothing, parent},
      rows_{*this,
            keyOf,
            {
                {"recordId", [](const ChangeRow& row) { return toQt(row.record); }},
                {"recordType", [](const ChangeRow& row) { return toQt(row.type); }},
                {"heading", headingOf},
                {"verb", [](const ChangeRow& row) { return toQt(row.verb); }},
                {"details", fieldsText},
                {"at", [](const ChangeRow& row) { return toQt(row.at); }},
                {"syncMark", [](const ChangeRow& row) { return markName(row.mark); }},
            }}
{}

void OutboxModel::load(Load how)
{
    ask(how, rows_, [](Queries& store) { return store.outbox(); });
}

ReceiptModel::ReceiptModel(QObject* parent)
    : fieldbook::client::RecordListModel{Needs::Nothing, parent},
      rows_{*this,
            [](const ReceiptRow& row) { return keyOf(row.change); },
            {
                {"recordId", [](const ReceiptRow& row) { return toQt(row.change.record); }},
                {"recordType", [](const ReceiptRow& row) { return toQt(row.change.type); }},
                {"heading", [](const ReceiptRow& row) { return headingOf(row.change); }},
                {"outcome", [](const ReceiptRow& row) { return toQt(row.outcome); }},
                {"details",
                 [](const ReceiptRow& row) {
                     return row.outcome == "refused"
                                ? Labels::text(Label{row.reasonEn, row.reasonZh})
                                : fieldsText(row.change);
                 }},
                {"at", [](const ReceiptRow& row) { return toQt(row.receivedAt); }},
            }}
{}

void ReceiptModel::load(Load how)
{
    ask(how, rows_, [](Queries& store) { return store.receipts(receiptsShown); });
}

} // namespace fieldbook::client
