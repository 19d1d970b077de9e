#pragma once

#include "shared/sync/replica.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fieldbook::sync::testing {

using std::chrono::milliseconds;
using Phase = Status::Phase;

inline const Timestamp start = fromMillis(1'000'000'000);

// Writes an action as a word, so that a sequence reads as a line: push#3, wake+1000 (milliseconds
// from now).
struct Worded {
    Timestamp now;

    static std::string numbered(const char* name, Ticket ticket)
    {
        return name + ('#' + std::to_string(ticket));
    }

    std::string operator()(const action::Push& push) const
    {
        const std::string size =
            push.changesMax == pushChangesMax ? "" : '(' + std::to_string(push.changesMax) + ')';
        return numbered("push", push.ticket) + size;
    }
    std::string operator()(const action::Pull& pull) const { return numbered("pull", pull.ticket); }
    std::string operator()(const action::Upload& upload) const
    {
        return numbered("upload", upload.ticket);
    }
    std::string operator()(const action::Cancel& cancel) const
    {
        return numbered("cancel", cancel.ticket);
    }
    std::string operator()(const action::Rewind& rewind) const
    {
        return "rewind=" + std::to_string(rewind.expected);
    }
    std::string operator()(const action::ForgetCursor&) const { return "forget-cursor"; }
    std::string operator()(const action::OpenLive& live) const
    {
        return numbered("live", live.ticket);
    }
    std::string operator()(const action::CloseLive&) const { return "close-live"; }
    std::string operator()(const action::AskSignIn& ask) const { return "sign-in:" + ask.code; }
    std::string operator()(const action::Wake& wake) const
    {
        return "wake+" + std::to_string((wake.at - now).count());
    }
};

class Machine {
public:
    // What the replica does about an event; `later` milliseconds pass before.
    std::string operator()(const Event& event, std::int64_t later = 0)
    {
        now += milliseconds{later};
        std::string words;
        for (const Action& action : replica.handle(event, now, chance)) {
            words += words.empty() ? "" : " ";
            words += std::visit(Worded{now}, action);
        }
        return words;
    }

    // Signed in, online, live, everything pulled up to 10: where most stories begin. The next
    // ticket is 3.
    static Machine quiet()
    {
        Machine machine;
        machine(event::NetworkUp{});
        machine(event::SignedIn{});
        machine(event::LiveOpened{2});
        machine(event::Pulled{1, true, true, 10});
        machine(event::Pulled{3, true, true, 10}); // What the live connection asked for.
        return machine;
    }

    [[nodiscard]] Status status() const { return replica.status(now); }

    Replica replica;
    Timestamp now = start;
    double chance = 0;
};

inline event::Failed failure(Lane lane, Ticket ticket, Fault fault, std::string code = "test.code")
{
    return {lane, ticket, fault, std::move(code), milliseconds{0}, 0};
}

// A story: events, milliseconds between them, and what must be done about each.
struct Line {
    Event event;
    std::string does;
    std::int64_t later = 0;
};

inline void tell(Machine machine, const std::vector<Line>& story)
{
    int number = 0;
    for (const Line& line : story) {
        ++number;
        EXPECT_EQ(machine(line.event, line.later), line.does) << "line " << number;
    }
}

} // namespace fieldbook::sync::testing
