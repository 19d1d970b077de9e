// What must hold whatever tablets do: a model of three tablets that edit their copies offline, with
// clocks of their own, and sync when it suits them.

#include "shared/sync/merge.h"
#include "tests/unit/shared/sync/merge_type.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <deque>
#include <iterator>
#include <set>

namespace fieldbook::sync {
namespace {

constexpr std::size_t tablets = 3;
const Uuid id = *Uuid::parse("0190b1c2-d3e4-7f56-8a9b-0c1d2e3f4a5b");

struct Step {
    std::size_t tablet = 0;
    bool sync = false;
    std::size_t field = 0;
    int value = 0; // A small range, so that tablets often agree or contradict each other.
    int pick = 0;
};

std::ostream& operator<<(std::ostream& out, const Step& step)
{
    out << "tablet " << step.tablet;
    return step.sync ? out << " syncs"
                     : out << " sets " << step.field << " to " << step.value << '/' << step.pick;
}

rc::Gen<std::vector<Step>> anySteps()
{
    return rc::gen::container<std::vector<Step>>(rc::gen::build<Step>(
        rc::gen::set(&Step::tablet, rc::gen::inRange<std::size_t>(0, tablets)),
        rc::gen::set(&Step::sync, rc::gen::weightedElement<bool>({{3, false}, {1, true}})),
        rc::gen::set(&Step::field,
                     rc::gen::inRange<std::size_t>(0, testing::everyPolicy().fields.size())),
        rc::gen::set(&Step::value, rc::gen::inRange(0, 4)),
        rc::gen::set(&Step::pick, rc::gen::inRange(0, 3))));
}

std::string lines(int seed)
{
    constexpr std::array texts{"", "a\nb\nc", "a\nB\nc", "x\na\nb\nc\ny"};
    return texts[static_cast<std::size_t>(seed)];
}

Value textValue(std::string text) { return text.empty() ? Value{} : Value{std::move(text)}; }

// What a person at a tablet that shows `seen` does to a field.
FieldEdit editOf(const Record& seen, const Step& step)
{
    FieldEdit edit;
    edit.field = step.field;
    const std::string word(static_cast<std::size_t>(step.value), 'w');
    switch (seen.type().fields[step.field].merge) {
    case Merge::Set:
        (step.pick == 0 ? edit.remove : edit.add) = {"m" + std::to_string(step.value)};
        break;
    case Merge::Append:
        edit.add = {"p" + std::to_string(step.value)};
        break;
    case Merge::Sum:
        edit.plus = step.value - 1;
        break;
    case Merge::Text:
        edit.to = textValue(lines(step.value));
        edit.from = seen.versionAt(step.field);
        edit.was = seen.at(step.field);
        break;
    default:
        edit.to = textValue(word);
        edit.from = seen.versionAt(step.field);
        edit.was = seen.at(step.field);
        if (const auto open = seen.conflicts().find(step.field);
            open != seen.conflicts().end() && step.pick == 0) {
            for (const Alternative& alternative : open->second) {
                edit.settles.push_back(alternative.version);
            }
        }
    }
    return edit;
}

struct Sent {
    EditBody body;
    Authorship by;
};

struct Tablet {
    Record copy;
    HybridClock clock;
    std::int64_t changes = 0;
    std::deque<Sent> outbox;
};

struct Model {
    Record server;
    std::vector<Tablet> held;
    std::vector<HistoryEntry> history;
    std::vector<Sent> applied;
    std::int64_t sum = 0;

    Model() : server{testing::everyPolicy(), id}
    {
        server.setMade({{1, 0}, 9, 1});
        held.assign(tablets, Tablet{server, HybridClock{{1, 0}}, 0, {}});
    }

    void run(const std::vector<Step>& steps)
    {
        std::int64_t now = 10;
        for (const Step& step : steps) {
            now += 10;
            step.sync ? sync(step.tablet) : edit(step, now);
        }
        for (std::size_t i = 0; i < tablets; ++i) {
            sync(i);
        }
    }

    void edit(const Step& step, std::int64_t now)
    {
        Tablet& tablet = held[step.tablet];
        const std::int64_t skew = 35 * static_cast<std::int64_t>(step.tablet); // Clocks disagree.
        const Authorship by{{tablet.clock.tick(fromMillis(now + skew)),
                             static_cast<std::int64_t>(step.tablet) + 1, ++tablet.changes},
                            {}};
        Sent sent{{&server.type(), id, {editOf(tablet.copy, step)}}, by};
        tablet.copy = mergeEdit(tablet.copy, sent.body, by).record;
        tablet.outbox.push_back(std::move(sent));
    }

    void sync(std::size_t index)
    {
        Tablet& tablet = held[index];
        for (; !tablet.outbox.empty(); tablet.outbox.pop_front()) {
            apply(tablet.outbox.front());
        }
        tablet.copy = server;
        for (std::size_t i = 0; i < server.type().fields.size(); ++i) {
            tablet.clock.observe(server.versionAt(i).at);
        }
    }

    void apply(const Sent& sent)
    {
        MergeResult result = mergeEdit(server, sent.body, sent.by);
        RC_ASSERT(result.changed == !(result.record == server));
        const MergeResult again = mergeEdit(result.record, sent.body, sent.by);
        RC_ASSERT(again.record == result.record); // Idempotent.
        server = std::move(result.record);
        std::ranges::move(result.history, std::back_inserter(history));
        applied.push_back(sent);
        sum += sent.body.fields[0].plus;
    }

    [[nodiscard]] bool isKept(std::size_t field, const Value& value) const
    {
        const auto open = server.conflicts().find(field);
        return server.at(field) == value ||
               (open != server.conflicts().end() &&
                std::ranges::find(open->second, value, &Alternative::value) !=
                    open->second.end()) ||
               std::ranges::any_of(history, [&](const HistoryEntry& entry) {
                   return entry.field == field && entry.value == value;
               });
    }

    [[nodiscard]] bool isKeptMember(std::size_t field, const std::string& member) const
    {
        const auto holds = [&](const Value& value) {
            const auto* members = std::get_if<TextSet>(&value);
            return members != nullptr && std::ranges::find(*members, member) != members->end();
        };
        return holds(server.at(field)) ||
               std::ranges::any_of(history, [&](const HistoryEntry& entry) {
                   return entry.field == field && holds(entry.value);
               });
    }
};

RC_GTEST_PROP(MergeProperty, NothingThatWasWrittenIsLost, ())
{
    Model model;

    model.run(*anySteps());

    for (const Sent& sent : model.applied) {
        const FieldEdit& edit = sent.body.fields[0];
        const FieldSpec& field = model.server.type().fields[edit.field];
        switch (field.merge) {
        case Merge::Set:
            for (const std::string& member : edit.add) {
                RC_ASSERT(model.isKeptMember(edit.field, member));
            }
            break;
        case Merge::Append:
            for (const std::string& paragraph : edit.add) {
                RC_ASSERT(model.isKeptMember(edit.field, paragraph) ||
                          model.server.textOf(field.fieldName).find(paragraph) !=
                              std::string::npos);
            }
            break;
        case Merge::Sum:
            break;
        default:
            // Clearing what nobody had written leaves nothing to keep.
            RC_ASSERT(isEmpty(edit.to) || model.isKept(edit.field, edit.to));
        }
    }
    RC_ASSERT(model.server.integerOf("sum") == model.sum);
}

// The same edits, brought to the server in another order, each tablet's own in theirs.
RC_GTEST_PROP(MergeProperty, LatestConvergesWhateverTheOrder, ())
{
    std::vector<Step> steps = *anySteps();
    std::erase_if(steps, [](const Step& step) { return step.sync; });
    for (Step& step : steps) {
        step.field = 0;
    }
    Model first;
    first.run(steps);
    Model second;
    std::vector<std::deque<Sent>> queues(tablets);
    for (const Sent& sent : first.applied) {
        queues[static_cast<std::size_t>(sent.by.version.device) - 1].push_back(sent);
    }

    for (std::size_t left = first.applied.size(); left > 0; --left) {
        auto next = *rc::gen::suchThat(rc::gen::inRange<std::size_t>(0, tablets),
                                       [&](std::size_t i) { return !queues[i].empty(); });
        second.apply(queues[next].front());
        queues[next].pop_front();
    }

    RC_ASSERT(first.server.document() == second.server.document());
}

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> found;
    std::istringstream in{text};
    for (std::string line; std::getline(in, line);) {
        found.push_back(line);
    }
    return found;
}

rc::Gen<std::string> anyText()
{
    return rc::gen::map(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 6)),
                        [](const auto& codes) {
                            std::string text;
                            for (const int code : codes) {
                                text += std::string(1, static_cast<char>('a' + code)) + '\n';
                            }
                            return text;
                        });
}

RC_GTEST_PROP(TextMergeProperty, WhoChangedNothingLosesNothingAndGainsAll, ())
{
    const std::string base = *anyText();
    const std::string other = *anyText();

    RC_ASSERT(mergeText(base, other, base).text == other);
    RC_ASSERT(mergeText(base, base, other).text == other);
    RC_ASSERT(mergeText(base, other, other).text == other);
}

RC_GTEST_PROP(TextMergeProperty, EveryLineThatEitherAddedIsThere, ())
{
    const std::string base = *anyText();
    const std::string mine = *anyText();
    const std::string theirs = *anyText();

    const auto merged = linesOf(mergeText(base, mine, theirs).text);

    const auto count = [](const std::vector<std::string>& all, const std::string& line) {
        return std::ranges::count(all, line);
    };
    for (const auto* side : {&mine, &theirs}) {
        for (const auto& line : linesOf(*side)) {
            if (count(linesOf(base), line) == 0) {
                RC_ASSERT(count(merged, line) >= count(linesOf(*side), line));
            }
        }
    }
}

RC_GTEST_PROP(TextMergeProperty, MergingAgainAddsNothing, ())
{
    const std::string base = *anyText();
    const std::string mine = *anyText();
    const std::string theirs = *anyText();

    const TextMerge once = mergeText(base, mine, theirs);

    RC_ASSERT(mergeText(theirs, once.text, theirs).text == once.text);
    RC_ASSERT(mergeText(theirs, theirs, once.text).text == once.text);
}

} // namespace
} // namespace fieldbook::sync
