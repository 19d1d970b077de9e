#include "shared/record/document_scan.h"

#include "shared/base/assert.h"

#include <cstring>
#include <map>
#include <simdjson.h>

namespace fieldbook {
namespace {

namespace ondemand = simdjson::ondemand;

// What is to be done with each field of a type, worked out once.
struct Plan {
    struct Field {
        std::string_view name;
        FieldKind kind = FieldKind::Text;
        int column = -1; // The first of its columns, or none.
        bool searched = false;
    };

    const TypeSpec* type = nullptr;
    std::vector<Field> fields;
    std::size_t columnCount = 0;
    int sortColumn = -1;
    std::size_t sortField = 0;
};

Plan makePlan(const TypeSpec& type)
{
    Plan plan;
    plan.type = &type;
    for (const FieldSpec& field : type.fields) {
        plan.fields.push_back({field.fieldName, field.kind, -1, field.search != Search::None});
    }
    const auto& columns = columnsOf(type);
    plan.columnCount = columns.size();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int position = static_cast<int>(i);
        if (columns[i].part == ColumnSpec::Part::Sort) {
            plan.sortColumn = position;
            plan.sortField = columns[i].field;
        } else if (plan.fields[columns[i].field].column < 0) {
            plan.fields[columns[i].field].column = position;
        }
    }
    return plan;
}

const Plan* findPlan(std::string_view type)
{
    static const auto all = [] {
        std::vector<Plan> plans;
        for (const TypeSpec* each : allTypes()) {
            plans.push_back(makePlan(*each));
        }
        return plans;
    }();
    for (const Plan& plan : all) {
        if (plan.type->name == type) {
            return &plan;
        }
    }
    return nullptr;
}

tl::unexpected<Error> malformed(std::string_view detail)
{
    return fail(ErrorKind::Invalid, "record.malformed", std::string{detail});
}

// Names of fields need no escape, so a key equals one exactly when its bytes do.
bool isKey(const char* raw, std::string_view name)
{
    return std::memcmp(raw, name.data(), name.size()) == 0 && raw[name.size()] == '"';
}

} // namespace

struct DocumentScan::State {
    ondemand::parser parser;
    std::string padded; // The document, with the room after it that the parser may read.
    std::vector<Cell> cells;
    std::vector<std::string_view> searched; // By field.
    std::string joined; // Backs the texts of searched sets.
    std::string_view pinyin;
    std::string_view initials;
    Uuid id;
    const Plan* plan = nullptr;
    bool conflicts = false;

    void start(const Plan& chosen)
    {
        plan = &chosen;
        cells.assign(chosen.columnCount, Cell{});
        searched.assign(chosen.fields.size(), {});
    }

    bool readFields(ondemand::object section);
    bool readField(std::size_t index, ondemand::value json);
    bool readSet(std::size_t index, ondemand::value json);
    bool readKeys(ondemand::object section);
    bool readMember(const char* key, ondemand::value json);
    void fillSort();
};

bool DocumentScan::State::readFields(ondemand::object section)
{
    // Documents list fields in the order of declaration, so the search goes on where it stopped.
    std::size_t next = 0;
    const std::size_t count = plan->fields.size();
    for (auto member : section) {
        ondemand::raw_json_string key;
        ondemand::value json;
        if (member.key().get(key) != simdjson::SUCCESS ||
            member.value().get(json) != simdjson::SUCCESS) {
            return false;
        }
        for (std::size_t tried = 0; tried < count; ++tried) {
            const std::size_t index = next + tried < count ? next + tried : next + tried - count;
            if (isKey(key.raw(), plan->fields[index].name)) {
                if (!readField(index, json)) {
                    return false;
                }
                next = index + 1 < count ? index + 1 : 0;
                break;
            }
        }
    }
    return true;
}

bool DocumentScan::State::readField(std::size_t index, ondemand::value json)
{
    const Plan::Field& field = plan->fields[index];
    if (field.column < 0 && !field.searched) {
        return true;
    }
    bool isNull = false;
    if (json.is_null().get(isNull) != simdjson::SUCCESS || isNull) {
        return isNull;
    }
    if (field.kind == FieldKind::TextSet) {
        return readSet(index, json);
    }
    const auto put = [&](std::size_t offset, Cell value) {
        if (field.column >= 0) {
            cells[static_cast<std::size_t>(field.column) + offset] = value;
        }
        return true;
    };
    std::string_view text;
    std::int64_t integer = 0;
    switch (field.kind) {
    case FieldKind::Integer:
    case FieldKind::Quantity:
    case FieldKind::BasisPoints:
        return json.get(integer) == simdjson::SUCCESS && put(0, integer);
    case FieldKind::Boolean: {
        bool flag = false;
        return json.get(flag) == simdjson::SUCCESS && put(0, std::int64_t{flag});
    }
    case FieldKind::Money:
        return json["minor"].get(integer) == simdjson::SUCCESS &&
               json["currency"].get(text) == simdjson::SUCCESS && put(0, integer) && put(1, text);
    case FieldKind::Geo: {
        double latitude = 0;
        double longitude = 0;
        return json["lat"].get(latitude) == simdjson::SUCCESS &&
               json["lon"].get(longitude) == simdjson::SUCCESS && put(0, latitude) &&
               put(1, longitude);
    }
    case FieldKind::Reference: {
        const auto other = json.get(text) == simdjson::SUCCESS ? Uuid::parse(text) : std::nullopt;
        return other && put(0, *other);
    }
    case FieldKind::Time: {
        if (json.get(text) != simdjson::SUCCESS) {
            return false;
        }
        const auto time = parseRfc3339(text);
        return time && put(0, toMillis(*time));
    }
    default: // Texts, choices and days, which stand in their columns as they are written.
        if (json.get(text) != simdjson::SUCCESS) {
            return false;
        }
        searched[index] = text;
        return text.empty() || put(0, text);
    }
}

bool DocumentScan::State::readSet(std::size_t index, ondemand::value json)
{
    ondemand::array members;
    if (json.get(members) != simdjson::SUCCESS) {
        return false;
    }
    const std::size_t start = joined.size();
    for (auto item : members) {
        std::string_view member;
        if (item.get(member) != simdjson::SUCCESS) {
            return false;
        }
        joined += joined.size() > start ? "\n" : "";
        joined += member;
    }
    searched[index] = std::string_view{joined}.substr(start);
    return true;
}

bool DocumentScan::State::readKeys(ondemand::object section)
{
    for (auto member : section) {
        ondemand::raw_json_string key;
        ondemand::value json;
        if (member.key().get(key) != simdjson::SUCCESS ||
            member.value().get(json) != simdjson::SUCCESS) {
            return false;
        }
        std::string_view* target = isKey(key.raw(), "py")   ? &pinyin
                                   : isKey(key.raw(), "in") ? &initials
                                                            : nullptr;
        if (target != nullptr && json.get(*target) != simdjson::SUCCESS) {
            return false;
        }
    }
    return true;
}

bool DocumentScan::State::readMember(const char* key, ondemand::value json)
{
    ondemand::object section;
    if (isKey(key, "f")) {
        return json.get(section) == simdjson::SUCCESS && readFields(section);
    }
    if (isKey(key, "k")) {
        return json.get(section) == simdjson::SUCCESS && readKeys(section);
    }
    if (isKey(key, "c")) {
        conflicts = true;
    }
    return true;
}

void DocumentScan::State::fillSort()
{
    if (plan->sortColumn < 0) {
        return;
    }
    Cell& sort = cells[static_cast<std::size_t>(plan->sortColumn)];
    const std::string_view key = pinyin.empty() ? searched[plan->sortField] : pinyin;
    sort = key.empty() ? Cell{} : Cell{key};
}

DocumentScan::DocumentScan() : state_{std::make_unique<State>()} {}
DocumentScan::~DocumentScan() = default;
DocumentScan::DocumentScan(DocumentScan&&) noexcept = default;
DocumentScan& DocumentScan::operator=(DocumentScan&&) noexcept = default;

Result<void> DocumentScan::read(std::string_view document)
{
    State& state = *state_;
    state.plan = nullptr;
    state.pinyin = state.initials = {};
    state.conflicts = false;
    state.joined.clear();
    // Views into it must not move; no set is longer than its document.
    state.joined.reserve(document.size());
    state.padded.assign(document);
    state.padded.reserve(document.size() + simdjson::SIMDJSON_PADDING);
    ondemand::document json;
    ondemand::object members;
    if (state.parser.iterate(state.padded.data(), state.padded.size(), state.padded.capacity())
                .get(json) != simdjson::SUCCESS ||
        json.get(members) != simdjson::SUCCESS) {
        return malformed("not a JSON object");
    }
    bool hasId = false;
    for (auto member : members) {
        ondemand::raw_json_string key;
        ondemand::value value;
        std::string_view text;
        if (member.key().get(key) != simdjson::SUCCESS ||
            member.value().get(value) != simdjson::SUCCESS) {
            return malformed("not JSON");
        }
        if (isKey(key.raw(), "type")) {
            if (value.get(text) != simdjson::SUCCESS) {
                return malformed("type");
            }
            const Plan* plan = findPlan(text);
            if (plan == nullptr) {
                return fail(ErrorKind::Invalid, "record.type", std::string{text});
            }
            state.start(*plan);
        } else if (isKey(key.raw(), "id")) {
            const auto id = value.get(text) == simdjson::SUCCESS ? Uuid::parse(text) : std::nullopt;
            hasId = id.has_value();
            state.id = id.value_or(Uuid{});
        } else if (state.plan == nullptr || !state.readMember(key.raw(), value)) {
            return malformed("type first, then values of their kinds");
        }
    }
    if (state.plan == nullptr || !hasId) {
        return malformed("type and id");
    }
    state.fillSort();
    return {};
}

const TypeSpec& DocumentScan::type() const
{
    FIELDBOOK_ASSERT(state_->plan != nullptr);
    return *state_->plan->type;
}

const Uuid& DocumentScan::id() const { return state_->id; }
std::span<const Cell> DocumentScan::cells() const { return state_->cells; }
std::string_view DocumentScan::searchedText(std::size_t field) const
{
    return state_->searched[field];
}
std::string_view DocumentScan::pinyin() const { return state_->pinyin; }
std::string_view DocumentScan::initials() const { return state_->initials; }
bool DocumentScan::hasConflicts() const { return state_->conflicts; }

} // namespace fieldbook
