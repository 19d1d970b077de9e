#include "server/import/plan.h"

#include "server/import/cell_value.h"
#include "server/import/planned_totals.h"
#include "server/import/row_values.h"
#include "shared/base/derived_id.h"

#include <algorithm>
#include <unordered_map>

namespace fieldbook::server::import {
namespace {

// Rows beyond these are counted, and not told one by one.
constexpr std::size_t findingsMax = 100'000;

// One row on its way to a record.
struct Draft {
    const Section* section = nullptr;
    const Table::Row* row = nullptr;
    rules::RecordWrite write;
    std::size_t whole = 0; // The draft it stands and falls with; itself, if alone.
    std::vector<std::size_t> refersTo;
    bool bad = false;
};

class Planner {
public:
    Planner(const Mapping& mapping, const Tables& tables, const StoredFinder& stored)
        : mapping_{mapping}, values_{mapping, tables}, stored_{stored}
    {}

    Result<Plan> make()
    {
        if (auto prepared = values_.prepare(); !prepared) {
            return fail(prepared.error());
        }
        for (const Section& section : mapping_.sections) {
            collect(section);
        }
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            findWhole(i);
            evaluate(drafts_[i]);
        }
        reckonTotals();
        spreadRejection();
        return finish();
    }

private:
    void report(const Draft& draft,
                std::string_view field,
                std::string_view code,
                std::string detail,
                Severity severity = Severity::Error)
    {
        if (plan_.findings.size() >= findingsMax) {
            return;
        }
        plan_.findings.push_back({.severity = severity,
                                  .file = draft.section->file,
                                  .line = draft.row->line,
                                  .column = std::string{field},
                                  .code = std::string{code},
                                  .detail = std::move(detail)});
    }

    void reject(Draft& draft, std::string_view field, std::string_view code, std::string detail)
    {
        draft.bad = true;
        report(draft, field, code, std::move(detail));
    }

    void collect(const Section& section)
    {
        static const Table::Row nothing;
        const Table* table = values_.tableOf(section);
        if (table == nullptr) {
            add(section, nothing, section.name);
            return;
        }
        for (const auto& row : table->rows()) {
            if (!values_.wanted(section, row)) {
                continue;
            }
            const std::string key = values_.keyOf(section, section.key, row);
            Draft draft;
            draft.section = &section;
            draft.row = &row;
            if (key.empty()) {
                reject(draft, section.key.front(), "import.key_empty", {});
                ++plan_.rejected;
            } else if (byKey_[section.name].contains(key)) {
                reject(draft, section.key.front(), "import.key_twice", key);
                ++plan_.rejected;
            } else {
                add(section, row, key);
            }
        }
    }

    void add(const Section& section, const Table::Row& row, const std::string& key)
    {
        Draft draft;
        draft.section = &section;
        draft.row = &row;
        draft.write.type = section.type;
        draft.write.id = importedId(mapping_.source, section.name, key);
        draft.write.create = true;
        draft.whole = drafts_.size();
        byKey_[section.name][key] = drafts_.size();
        drafts_.push_back(std::move(draft));
    }

    [[nodiscard]] std::optional<std::size_t> find(const std::string& section,
                                                  const std::string& key) const
    {
        const auto keys = byKey_.find(section);
        if (keys == byKey_.end()) {
            return std::nullopt;
        }
        const auto found = keys->second.find(key);
        return found == keys->second.end() ? std::nullopt : std::optional{found->second};
    }

    void findWhole(std::size_t index)
    {
        Draft& draft = drafts_[index];
        const Section& section = *draft.section;
        if (section.partOf.empty()) {
            return;
        }
        const std::string key = values_.keyOf(section, section.partOfKey, *draft.row);
        const auto whole = find(section.partOf, key);
        if (!whole) {
            reject(draft, section.partOfKey.front(), "import.whole_missing", key);
            return;
        }
        draft.whole = *whole;
    }

    void evaluate(Draft& draft)
    {
        for (const FieldMapping& mapped : draft.section->fields) {
            const auto& spec = draft.section->type->fields[mapped.field];
            const auto value = evaluateField(draft, mapped, spec);
            if (value && !isEmpty(*value)) {
                draft.write.set(spec.fieldName, *value);
            } else if (value && spec.isRequired) {
                reject(draft, columnOf(mapped, spec), "field.required",
                       std::string{spec.fieldName});
            } else if (value && mapped.expected) {
                report(draft, columnOf(mapped, spec), "import.empty", std::string{spec.fieldName},
                       Severity::Warning);
            }
        }
    }

    static std::string columnOf(const FieldMapping& mapped, const FieldSpec& spec)
    {
        const auto& columns = mapped.alternatives.front().columns;
        return columns.empty() ? std::string{spec.fieldName} : columns.front();
    }

    // Nothing when a mistake was reported.
    std::optional<Value>
    evaluateField(Draft& draft, const FieldMapping& mapped, const FieldSpec& spec)
    {
        for (const Expression& expression : mapped.alternatives) {
            const auto text = values_.textOf(*draft.section, expression, *draft.row);
            if (text.empty()) {
                continue;
            }
            auto value = spec.kind == FieldKind::Reference
                             ? reference(draft, expression, text)
                             : cellValue(spec, expression, mapping_, text);
            if (!value) {
                reject(draft, columnOf(mapped, spec), value.error().code, value.error().detail);
                return std::nullopt;
            }
            if (!isEmpty(*value)) {
                return *value;
            }
        }
        return Value{};
    }

    Result<Value> reference(Draft& draft, const Expression& expression, const std::string& key)
    {
        if (expression.stored) {
            const auto id = stored_(*expression.stored, key);
            if (id) {
                return Value{*id};
            }
            if (id.error().code != "import.reference_missing") {
                return fail(id.error());
            }
        } else if (const auto found = find(expression.records, key)) {
            draft.refersTo.push_back(*found);
            return Value{drafts_[*found].write.id};
        }
        if (expression.optional) {
            return Value{};
        }
        return fail(ErrorKind::NotFound, "import.reference_missing", key);
    }

    void reckonTotals()
    {
        std::unordered_map<std::size_t, std::vector<rules::RecordWrite*>> lines;
        for (Draft& draft : drafts_) {
            if (draft.section->type->name == "order_line" && !draft.bad) {
                lines[draft.whole].push_back(&draft.write);
            }
        }
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            Draft& draft = drafts_[i];
            if (draft.section->type->name != "order" || draft.bad) {
                continue;
            }
            if (auto set = setTotals(draft.write, lines[i], priceListOf(draft)); !set) {
                reject(draft, {}, set.error().code, set.error().detail);
            }
        }
    }

    [[nodiscard]] const rules::RecordWrite* priceListOf(const Draft& order) const
    {
        const auto* id = order.write.find("price_list");
        const auto* wanted = id == nullptr ? nullptr : std::get_if<Uuid>(id);
        for (const std::size_t other : order.refersTo) {
            if (wanted != nullptr && drafts_[other].write.id == *wanted) {
                return &drafts_[other].write;
            }
        }
        return nullptr;
    }

    // A group falls with any of its rows, and so does what refers to one that fell.
    void spreadRejection()
    {
        for (bool changed = true; changed;) {
            changed = false;
            for (Draft& draft : drafts_) {
                if (draft.bad && !drafts_[draft.whole].bad) {
                    reject(drafts_[draft.whole], {}, "import.part_rejected", {});
                    changed = true;
                }
            }
            for (Draft& draft : drafts_) {
                if (!draft.bad && drafts_[draft.whole].bad) {
                    reject(draft, {}, "import.whole_rejected", {});
                    changed = true;
                }
                const bool dangling = std::ranges::any_of(
                    draft.refersTo, [&](std::size_t other) { return drafts_[other].bad; });
                if (!draft.bad && dangling) {
                    reject(draft, {}, "import.reference_rejected", {});
                    changed = true;
                }
            }
        }
    }

    Result<Plan> finish()
    {
        std::vector<std::vector<std::size_t>> members(drafts_.size());
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            plan_.rejected += drafts_[i].bad ? 1U : 0U;
            if (!drafts_[i].bad) {
                members[drafts_[i].whole].push_back(i);
            }
        }
        for (const auto& indexes : members) {
            PlannedGroup group;
            for (const std::size_t index : indexes) {
                Draft& draft = drafts_[index];
                const Uuid origin = draft.write.id;
                group.records.push_back({std::move(draft.write), origin, draft.section,
                                         draft.section->file, draft.row->line});
            }
            if (!group.records.empty()) {
                plan_.groups.push_back(std::move(group));
            }
        }
        return std::move(plan_);
    }

    const Mapping& mapping_;
    RowValues values_;
    const StoredFinder& stored_;
    std::vector<Draft> drafts_;
    std::map<std::string, std::unordered_map<std::string, std::size_t>, std::less<>> byKey_;
    Plan plan_;
};

} // namespace

Uuid importedId(std::string_view source, std::string_view section, std::string_view key)
{
    return derivedId({"fieldbook import", source, section, key});
}

Result<Plan> makePlan(const Mapping& mapping, const Tables& tables, const StoredFinder& stored)
{
    return Planner{mapping, tables, stored}.make();
}

} // namespace fieldbook::server::import
