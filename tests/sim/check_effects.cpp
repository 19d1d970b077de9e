#include "shared/record/value_json.h"
#include "tests/sim/checks.h"

#include <algorithm>
#include <map>
#include <set>

// What the changes of all tablets have done to the records, counted.
namespace fieldbook::sim {
namespace {

using Edit = std::pair<std::int64_t, std::int64_t>; // Device and number.

Edit editOf(const Version& version) { return {version.device, version.change}; }

// One record with all that is known of its past.
struct Life {
    std::optional<Record> record;
    std::vector<server::PastValue> past;

    // How often the edit stands in a field, beside it, or in its history.
    [[nodiscard]] std::int64_t traces(std::size_t field, const Edit& edit) const
    {
        std::int64_t count = editOf(record->versionAt(field)) == edit ? 1 : 0;
        if (const auto open = record->conflicts().find(field); open != record->conflicts().end()) {
            count += std::ranges::count_if(open->second, [&](const Alternative& each) {
                return editOf(each.version) == edit;
            });
        }
        return count + std::ranges::count_if(past, [&](const server::PastValue& each) {
                   return each.field == field && editOf(each.version) == edit;
               });
    }
};

std::int64_t occurrences(std::string_view text, std::string_view line)
{
    std::int64_t count = 0;
    std::size_t from = 0;
    while (from <= text.size()) {
        const auto end = std::min(text.find('\n', from), text.size());
        count += text.substr(from, end - from) == line ? 1 : 0;
        from = end + 1;
    }
    return count;
}

std::vector<std::string> lines(std::string_view text)
{
    std::vector<std::string> all;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        all.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return all;
}

class Effects {
public:
    Effects(const Tablets& tablets, ServerHost::Machine& machine)
        : view_{machine.store.read()}, tablets_{tablets}
    {}

    void check()
    {
        for (const auto& tablet : tablets_) {
            learnFormerNames(tablet->ledger());
            tablet->ledger().forEach([&](const Edit& edit, const Committed& committed) {
                name_ = "change " + std::to_string(edit.second) + " of " + tablet->name();
                known_.insert(edit);
                const bool refused = view_->findRefusal(edit.first, edit.second).has_value();
                if (refused) {
                    refused_.insert(edit);
                } else {
                    checkChange(edit, committed);
                }
            });
        }
        checkOrigins();
        checkOrderNumbers();
    }

private:
    [[nodiscard]] const Life& lifeOf(const Uuid& id)
    {
        const auto [found, fresh] = lives_.try_emplace(id);
        if (fresh) {
            if (const auto stored = view_->find(id)) {
                found->second.record = *Record::parse(stored->document);
                found->second.past = view_->history(id);
            }
        }
        return found->second;
    }

    void checkChange(const Edit& edit, const Committed& committed)
    {
        const auto& life = lifeOf(committed.change.id());
        if (!life.record) {
            throw Violation{name_ +
                            " was accepted, and its record is not there: " + committed.json};
        }
        if (const auto* create = std::get_if<sync::CreateBody>(&committed.change.body)) {
            for (const auto& [field, value] : create->values) {
                checkLines(*life.record, field, {}, value);
            }
        } else if (const auto* body = std::get_if<sync::EditBody>(&committed.change.body)) {
            for (const auto& field : body->fields) {
                checkField(life, edit, field);
            }
        }
    }

    void checkField(const Life& life, const Edit& edit, const sync::FieldEdit& field)
    {
        const auto& spec = life.record->type().fields[field.field];
        checkLines(*life.record, field.field, field.was, field.to);
        for (const auto& member : field.add) {
            const auto* all = std::get_if<TextSet>(&life.record->at(field.field));
            if (all == nullptr || std::ranges::count(*all, member) != 1) {
                throw Violation{name_ + ": " + member + " does not stand once in " +
                                std::string{spec.fieldName}};
            }
        }
        const auto* text = std::get_if<std::string>(&field.to);
        const bool unlikeAnyOther = text != nullptr && text->find('#') != std::string::npos;
        const auto traces = life.traces(field.field, edit);
        if (spec.merge == Merge::Text) {
            return; // A merged text has the version of one of those that are in it.
        }
        if (traces > 1 || (traces == 0 && unlikeAnyOther && !stands(life, field))) {
            throw Violation{name_ + " took effect " + std::to_string(traces) + " times on " +
                            std::string{spec.fieldName} + " of " + life.record->document() +
                            pastOf(life, field.field)};
        }
    }

    // What the field held before, for whoever looks for what went wrong.
    [[nodiscard]] static std::string pastOf(const Life& life, std::size_t field)
    {
        std::string text;
        for (const auto& each : life.past) {
            if (each.field == field) {
                text += "\n    before: ";
                appendJson(text, each.value);
                text += ' ' + each.version.text() + " until " + each.replacedBy.text();
            }
        }
        return text;
    }

    // Whether the value is there under the name of another edit that wrote the same: it stands,
    // waits to be decided on, or stood before.
    [[nodiscard]] static bool stands(const Life& life, const sync::FieldEdit& field)
    {
        const auto open = life.record->conflicts().find(field.field);
        const bool asked =
            open != life.record->conflicts().end() &&
            std::ranges::find(open->second, field.to, &Alternative::value) != open->second.end();
        return asked || life.record->at(field.field) == field.to ||
               std::ranges::any_of(life.past, [&](const server::PastValue& each) {
                   return each.field == field.field && each.value == field.to;
               });
    }

    // Texts only gain lines, so each that was added stands there exactly once in the end.
    void checkLines(const Record& record, std::size_t field, const Value& was, const Value& to)
    {
        const auto* text = std::get_if<std::string>(&to);
        if (record.type().fields[field].merge != Merge::Text || text == nullptr) {
            return;
        }
        const auto* before = std::get_if<std::string>(&was);
        for (const auto& line : lines(*text)) {
            if (before != nullptr && occurrences(*before, line) > 0) {
                continue;
            }
            const auto* now = std::get_if<std::string>(&record.at(field));
            const auto count = now != nullptr ? occurrences(*now, line) : 0;
            if (count != 1) {
                throw Violation{name_ + ": \"" + line + "\" stands " + std::to_string(count) +
                                " times in " + record.document()};
            }
        }
    }

    // Whatever stands in a record comes from a change that was committed and accepted.
    // What the server had decided about under a former name, and whose answer was lost, stands
    // under it.
    void learnFormerNames(const Ledger& ledger)
    {
        for (const Edit& edit : ledger.renumbered()) {
            const auto device = view_->findDevice(edit.first);
            if (device && device->lastChange >= edit.second) {
                known_.insert(edit);
            }
        }
    }

    void checkOrigins()
    {
        for (const TypeSpec* type : allTypes()) {
            view_->forEachDocument(*type, [&](std::string_view document) {
                const auto record = Record::parse(document);
                for (std::size_t i = 0; i < type->fields.size(); ++i) {
                    checkOrigin(editOf(record->versionAt(i)), document);
                }
                for (const auto& past : view_->history(record->id())) {
                    checkOrigin(editOf(past.version), document);
                    checkOrigin(editOf(past.replacedBy), document);
                }
            });
        }
    }
    void checkOrigin(const Edit& edit, std::string_view document) const
    {
        if (edit.first != 0 && (!known_.contains(edit) || refused_.contains(edit))) {
            throw Violation{"change " + std::to_string(edit.second) + " of device " +
                            std::to_string(edit.first) +
                            " took effect although it was refused or never made, on " +
                            std::string{document}};
        }
    }

    void checkOrderNumbers()
    {
        std::set<std::string> numbers;
        view_->forEachDocument(typeNamed("order"), [&](std::string_view document) {
            const auto number = Record::parse(document)->textOf("number");
            if (!numbers.insert(number).second) {
                throw Violation{"two orders have the number " + number};
            }
        });
    }

    std::unique_ptr<server::StoreView> view_;
    const Tablets& tablets_;
    std::map<Uuid, Life> lives_;
    std::set<Edit> known_;
    std::set<Edit> refused_;
    std::string name_;
};

} // namespace

void checkEffects(const Tablets& tablets, ServerHost::Machine& machine)
{
    Effects{tablets, machine}.check();
}

} // namespace fieldbook::sim
