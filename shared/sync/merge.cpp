#include "shared/sync/merge.h"

#include "shared/base/assert.h"

#include <algorithm>
#include <limits>

namespace fieldbook::sync {
namespace {

std::string textOf(const Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? std::string{} : *text;
}

TextSet membersOf(const Value& value)
{
    const auto* members = std::get_if<TextSet>(&value);
    return members == nullptr ? TextSet{} : *members;
}

// Merges one field of an edit into the record that is being made.
class FieldMerge {
public:
    FieldMerge(MergeResult& result, const FieldEdit& edit, const Authorship& by)
        : result_{result},
          edit_{edit},
          by_{by},
          index_{edit.field},
          current_{result.record.at(edit.field)},
          standing_{result.record.versionAt(edit.field)}
    {}

    void run()
    {
        if (isApplied()) {
            return;
        }
        switch (spec().merge) {
        case Merge::Latest:
            return mergeLatest();
        case Merge::Ask:
            return mergeAsk();
        case Merge::Set:
            return mergeSet();
        case Merge::Sum:
            return mergeSum();
        case Merge::Text:
            return mergeLongText();
        case Merge::Append:
            return mergeAppend();
        case Merge::Server:
        case Merge::Act:
            break;
        }
        FIELDBOOK_ASSERT(false); // parseChange refuses such an edit.
    }

private:
    [[nodiscard]] const FieldSpec& spec() const { return result_.record.type().fields[index_]; }

    // Whether this very edit is what stands already, here or beside the current value.
    [[nodiscard]] bool isApplied() const
    {
        return standing_.sameEdit(by_.version) || findAlternative(by_.version) != nullptr;
    }

    [[nodiscard]] const Alternative* findAlternative(const Version& version) const
    {
        const auto found = result_.record.conflicts().find(index_);
        if (found == result_.record.conflicts().end()) {
            return nullptr;
        }
        for (const Alternative& alternative : found->second) {
            if (alternative.version.sameEdit(version)) {
                return &alternative;
            }
        }
        return nullptr;
    }

    void mergeLatest()
    {
        const bool seen = standing_.sameEdit(edit_.from);
        if (edit_.to == current_) {
            // Nothing happened but that two people agree; the later of them is the one to beat.
            setVersion(std::max(standing_, by_.version));
        } else if (seen) {
            overwrite(edit_.to);
        } else if (by_.version > standing_) {
            report(FieldOutcome::Won, edit_.to);
            keepStanding();
            result_.record.setAt(index_, edit_.to);
            setVersion(by_.version);
        } else {
            report(FieldOutcome::Lost, current_);
            keep(edit_.to, by_.version, by_.author);
        }
    }

    void mergeAsk()
    {
        settle();
        // Who saw the value that stands has nothing to be asked, whoever wrote it last.
        const bool seen = standing_.sameEdit(edit_.from) || edit_.was == current_;
        // A second edit of one's own that is still undecided takes the place of the first.
        dropAlternative(edit_.from);
        if (edit_.to == current_) {
            setVersion(std::max(standing_, by_.version));
        } else if (seen) {
            overwrite(edit_.to);
        } else {
            report(FieldOutcome::Asked, current_);
            addAlternative();
        }
    }

    void settle()
    {
        for (const Version& version : edit_.settles) {
            dropAlternative(version);
        }
    }

    void dropAlternative(const Version& version)
    {
        const Alternative* found = findAlternative(version);
        if (found == nullptr) {
            return;
        }
        keep(found->value, found->version, found->author);
        std::vector<Alternative> others = result_.record.conflicts().at(index_);
        std::erase_if(others,
                      [&](const Alternative& each) { return each.version.sameEdit(version); });
        result_.record.settle(index_);
        for (Alternative& each : others) {
            result_.record.addAlternative(index_, std::move(each));
        }
        result_.changed = true;
    }

    // The same value is not asked about twice.
    void addAlternative()
    {
        const auto found = result_.record.conflicts().find(index_);
        if (found != result_.record.conflicts().end() &&
            std::ranges::find(found->second, edit_.to, &Alternative::value) !=
                found->second.end()) {
            return;
        }
        result_.record.addAlternative(index_, {edit_.to, by_.version, by_.author});
        result_.changed = true;
    }

    void mergeSet()
    {
        const TextSet before = membersOf(current_);
        TextSet united;
        std::ranges::set_union(before, sorted(edit_.add), std::back_inserter(united));
        TextSet after;
        std::ranges::set_difference(united, sorted(edit_.remove), std::back_inserter(after));
        TextSet removed;
        std::ranges::set_intersection(before, sorted(edit_.remove), std::back_inserter(removed));
        if (!removed.empty()) {
            keep(Value{std::move(removed)}, standing_, Uuid{});
        }
        change(after.empty() ? Value{} : Value{std::move(after)});
    }

    static TextSet sorted(TextSet members)
    {
        std::ranges::sort(members);
        return members;
    }

    void mergeSum()
    {
        const auto* number = std::get_if<std::int64_t>(&current_);
        std::int64_t sum = 0;
        if (__builtin_add_overflow(number == nullptr ? 0 : *number, edit_.plus, &sum)) {
            // Nobody counts so far; the end of the range stands and history has what was added to.
            sum = edit_.plus < 0 ? std::numeric_limits<std::int64_t>::min()
                                 : std::numeric_limits<std::int64_t>::max();
            keep(Value{edit_.plus}, by_.version, by_.author);
        }
        keepStanding();
        change(Value{sum});
    }

    void mergeAppend()
    {
        if (spec().kind == FieldKind::TextSet) {
            return mergeSet();
        }
        std::string text = textOf(current_);
        for (const std::string& paragraph : edit_.add) {
            text += text.empty() ? "" : "\n";
            text += paragraph;
        }
        change(Value{std::move(text)});
    }

    // Versions do not tell what the author of a text saw: after a merge the author's version stands
    // with a text that holds another's words too. The text that the author started from does tell.
    void mergeLongText()
    {
        if (edit_.to == current_) {
            setVersion(std::max(standing_, by_.version));
            return;
        }
        if (edit_.was == current_) {
            return overwrite(edit_.to);
        }
        const std::string mine = textOf(edit_.to);
        TextMerge merged = mergeText(textOf(edit_.was), mine, textOf(current_));
        const Value text = merged.text.empty() ? Value{} : Value{std::move(merged.text)};
        if (text != edit_.to) {
            report(FieldOutcome::Combined, text);
            keep(edit_.to, by_.version, by_.author);
        }
        overwrite(text);
    }

    void overwrite(const Value& value)
    {
        if (value != current_) {
            keepStanding();
        }
        change(value);
    }

    // Sets the value. An edit that saw what stood comes after it, whatever its clock said.
    void change(const Value& value)
    {
        if (value != current_) {
            result_.record.setAt(index_, value);
            result_.changed = true;
            setVersion(after(standing_, by_.version));
        }
    }

    static Version after(const Version& standing, Version version)
    {
        if (version.at <= standing.at) {
            version.at = {standing.at.millis, standing.at.counter + 1};
        }
        return version;
    }

    void setVersion(const Version& version)
    {
        if (version != standing_) {
            result_.record.setVersionAt(index_, version);
            result_.changed = true;
        }
    }

    // What nobody ever wrote is not worth keeping.
    void keepStanding()
    {
        if (!isEmpty(current_) || standing_ != result_.record.made()) {
            keep(current_, standing_, Uuid{});
        }
    }

    void keep(const Value& value, const Version& version, const Uuid& author)
    {
        result_.history.push_back({index_, value, version, author});
    }

    void report(FieldOutcome outcome, const Value& stands)
    {
        result_.fields.push_back({std::string{spec().fieldName}, outcome, edit_.to, current_,
                                  stands, Uuid{}, standing_});
    }

    MergeResult& result_;
    const FieldEdit& edit_;
    const Authorship& by_;
    std::size_t index_;
    Value current_; // As it stood before this edit.
    Version standing_;
};

} // namespace

MergeResult mergeEdit(const Record& standing, const EditBody& edit, const Authorship& by)
{
    MergeResult result{standing, {}, {}, false};
    for (const FieldEdit& field : edit.fields) {
        FieldMerge{result, field, by}.run();
    }
    return result;
}

} // namespace fieldbook::sync
