#include "client/models/drafts/duplicate_model.h"

#include <algorithm>

namespace fieldbook::client {
namespace {

constexpr qsizetype hanNeeded = 2;
constexpr qsizetype lettersNeeded = 3;
constexpr qsizetype digitsNeeded = 8;
// More would hide the form.
constexpr std::size_t rowsMax = 3;

bool tellsApart(const QString& name)
{
    const QString typed = name.trimmed();
    const bool isHan = std::ranges::any_of(
        typed, [](QChar letter) { return letter.script() == QChar::Script_Han; });
    return typed.size() >= (isHan ? hanNeeded : lettersNeeded);
}

bool isNumber(const QString& phone)
{
    return std::ranges::count_if(phone, [](QChar each) { return each.isDigit(); }) >= digitsNeeded;
}

struct Question {
    std::string name;
    std::string phone;
    Uuid self;
    bool customersOnly = false;
    bool withListings = false;
};

std::vector<DuplicateRow> duplicatesOf(Queries& store, const Question& question)
{
    std::vector<DuplicateRow> rows;
    if (question.name.empty() && question.phone.empty()) {
        return rows;
    }
    for (DuplicateHit& hit : store.duplicates(question.name, question.phone)) {
        const auto record = store.record(hit.id);
        if (hit.id == question.self || !record || record->isDeleted() ||
            (question.customersOnly &&
             (hit.type == "lead" || (hit.type == "listing" && !question.withListings)))) {
            continue;
        }
        DuplicateRow row{std::move(hit), {}, {}, false};
        row.pooled = row.hit.type == "listing" && !isEmpty(record->get("pooled_at"));
        const bool ofCustomer = row.hit.type == "contact" || row.hit.type == "listing";
        row.customer = ofCustomer ? record->referenceOf("customer") : row.hit.id;
        if (!question.self.isNil() && row.customer == question.self) {
            continue; // A contact of its own.
        }
        const auto known = std::ranges::find(rows, row.customer, &DuplicateRow::customer);
        if (question.customersOnly && known != rows.end()) {
            continue;
        }
        const auto answered = row.hit.type == "contact" ? store.record(row.customer) : record;
        if (question.customersOnly && row.hit.type == "contact" && answered) {
            row.hit.subtitle = std::exchange(row.hit.name, answered->textOf("name"));
        }
        const auto owner = answered ? store.person(answered->referenceOf("owner")) : std::nullopt;
        row.ownerName = owner ? owner->name : std::string{};
        rows.push_back(std::move(row));
        if (rows.size() == rowsMax) {
            break;
        }
    }
    return rows;
}

} // namespace

DuplicateModel::DuplicateModel(QObject* parent)
    : fieldbook::client::RecordListModel{Needs::Nothing, parent},
      rows_{*this,
            [](const DuplicateRow& row) { return toQt(row.hit.id); },
            {
                {"recordId", [](const DuplicateRow& row) { return toQt(row.hit.id); }},
                {"recordType", [](const DuplicateRow& row) { return toQt(row.hit.type); }},
                {"name", [](const DuplicateRow& row) { return toQt(row.hit.name); }},
                {"subtitle", [](const DuplicateRow& row) { return toQt(row.hit.subtitle); }},
                {"customerId", [](const DuplicateRow& row) { return toQt(row.customer); }},
                {"ownerName", [](const DuplicateRow& row) { return toQt(row.ownerName); }},
                {"pooled", [](const DuplicateRow& row) { return row.pooled; }},
                {"samePhone", [](const DuplicateRow& row) { return row.hit.samePhone; }},
                {"sameName", [](const DuplicateRow& row) { return row.hit.sameName; }},
            }}
{}

void DuplicateModel::setName(const QString& name)
{
    if (name_ != name) {
        name_ = name;
        emit optionsChanged();
        loadAnew();
    }
}

void DuplicateModel::setPhone(const QString& phone)
{
    if (phone_ != phone) {
        phone_ = phone;
        emit optionsChanged();
        loadAnew();
    }
}

void DuplicateModel::setCustomersOnly(bool only)
{
    if (customersOnly_ != only) {
        customersOnly_ = only;
        emit optionsChanged();
        loadAnew();
    }
}

void DuplicateModel::setWithListings(bool with)
{
    if (withListings_ != with) {
        withListings_ = with;
        emit optionsChanged();
        loadAnew();
    }
}

void DuplicateModel::load(Load how)
{
    Question question{tellsApart(name_) ? name_.trimmed().toStdString() : std::string{},
                      isNumber(phone_) ? phone_.toStdString() : std::string{}, toId(recordId()),
                      customersOnly_, withListings_};
    ask(how, rows_,
        [question = std::move(question)](Queries& store) { return duplicatesOf(store, question); });
}

bool DuplicateModel::concerns(const StoreChange& change) const
{
    return change.touches("customer") || change.touches("contact") || change.touches("lead") ||
           change.touches("listing");
}

} // namespace fieldbook::client
