#include "shared/sync/messages.h"
#include "tests/sim/tablet_host.h"

#include <algorithm>

// The second half of a tablet: carrying out what the replica decides, as client/syncing does.
namespace fieldbook::sim {

void TabletHost::tell(const sync::Event& event)
{
    const double chance = static_cast<double>(dice_.below(1'000'000)) / 1'000'000;
    for (const sync::Action& action : replica_->handle(event, clock_.now(), chance)) {
        carryOut(action);
    }
}

void TabletHost::carryOut(const sync::Action& action)
{
    namespace act = sync::action;
    if (const auto* pushing = std::get_if<act::Push>(&action)) {
        push(*pushing);
    } else if (const auto* pulling = std::get_if<act::Pull>(&action)) {
        pull(pulling->ticket);
    } else if (const auto* uploading = std::get_if<act::Upload>(&action)) {
        upload(uploading->ticket);
    } else if (const auto* given = std::get_if<act::Cancel>(&action)) {
        underWay_[static_cast<std::size_t>(given->lane)].reset();
        if (given->lane == sync::Lane::Push) {
            store_->sync().markWaiting();
        }
    } else if (const auto* rewound = std::get_if<act::Rewind>(&action)) {
        trace_.note(name_, "rewinds to " + std::to_string(rewound->expected));
        trace_.count("rewinds");
        store_->sync().rewind(rewound->expected);
    } else if (std::holds_alternative<act::ForgetCursor>(action)) {
        trace_.note(name_, "forgets its cursor");
        trace_.count("cursors forgotten");
        store_->sync().forgetCursor();
    } else if (const auto* opening = std::get_if<act::OpenLive>(&action)) {
        openLive(opening->ticket);
    } else if (std::holds_alternative<act::CloseLive>(action)) {
        liveLife_.reset();
    } else if (const auto* asked = std::get_if<act::AskSignIn>(&action)) {
        askSignIn(asked->code);
    } else if (const auto* waking = std::get_if<act::Wake>(&action)) {
        wakeAt(waking->at);
    }
}

void TabletHost::wakeAt(Timestamp time)
{
    const auto wait =
        std::clamp<milliseconds>(time - clock_.now(), milliseconds{1}, std::chrono::hours{24});
    agenda_.after(wait, [this, life = life(), wake = ++wake_] {
        if (!life.expired() && wake == wake_) {
            guarded([this] { tell(sync::event::Woke{}); });
        }
    });
}

void TabletHost::push(const sync::action::Push& action)
{
    // A little at a time, so that a large outbox takes several pushes.
    const auto batch =
        store_->sync().nextBatch(std::min<std::size_t>(action.changesMax, 8), action.bytesMax);
    if (!batch) {
        return tell(sync::event::Pushed{action.ticket, 0, 0, 0, true});
    }
    trace_.note(name_,
                "push " + std::to_string(batch->first) + " to " + std::to_string(batch->last));
    trace_.count("pushes");
    if (batch->changes != 0) {
        store_->sync().markSending(batch->last);
    }
    underWay_[static_cast<std::size_t>(sync::Lane::Push)] = action.ticket;
    network_.send(
        {.path = "/v1/push",
         .query = {},
         .token = token_.empty() ? store_->session().account()->token : token_,
         .body = batch->body},
        life(), [this, ticket = action.ticket, empty = batch->changes == 0](const Answer& answer) {
            guarded([&] { takePushReply(ticket, answer, empty); });
        });
}

void TabletHost::takePushReply(sync::Ticket ticket, const Answer& answer, bool empty)
{
    if (!awaited(sync::Lane::Push, ticket)) {
        return;
    }
    if (!answer.succeeded()) {
        store_->sync().markWaiting();
        return failed(sync::Lane::Push, ticket, answer);
    }
    const auto reply = sync::parsePushReply(answer.body);
    if (!reply) {
        throw Violation{name_ + " cannot read the reply to a push: " + reply.error().code};
    }
    const auto taken = store_->sync().takeReceipts(*reply);
    checkRefusals(*reply, taken.stored == reply->receipts.size());
    for (const auto& receipt : reply->receipts) {
        trace_.note(name_, "receipt " + std::to_string(receipt.number) + " " +
                               std::to_string(static_cast<int>(receipt.outcome)) + " " +
                               receipt.code);
    }
    waiting_ = store_->sync().waitingChanges();
    tell(sync::event::Pushed{ticket, taken.stored, waiting_, taken.upTo, empty});
    outboxMayHaveChanged(); // A file's turn comes once its record is there.
}

// What was refused just now waits for a person.
void TabletHost::checkRefusals(const sync::PushReply& reply, bool allNew)
{
    auto item = probe_->prepare("SELECT 1 FROM attention WHERE kind = 0 AND device = :device AND "
                                ":n BETWEEN first AND last");
    for (const auto& receipt : reply.receipts) {
        item.reset();
        item.bind(":device", device_).bind(":n", receipt.number);
        if (allNew && receipt.outcome == sync::Outcome::Refused && !item.step()) {
            throw Violation{name_ + " does not show that change " + std::to_string(receipt.number) +
                            " was refused"};
        }
    }
}

void TabletHost::pull(sync::Ticket ticket)
{
    trace_.count("pulls");
    underWay_[static_cast<std::size_t>(sync::Lane::Pull)] = ticket;
    const auto received = store_->sync().received();
    network_.send({.path = "/v1/pull",
                   .query = store_->sync().cursor(),
                   .token = store_->session().account()->token,
                   .body = {}},
                  life(), [this, ticket, received](const Answer& answer) {
                      guarded([&] { takePage(ticket, answer, received); });
                  });
}

void TabletHost::takePage(sync::Ticket ticket, const Answer& answer, std::int64_t received)
{
    if (!awaited(sync::Lane::Pull, ticket)) {
        return;
    }
    if (!answer.succeeded()) {
        return failed(sync::Lane::Pull, ticket, answer);
    }
    store_->device().setState({});
    const auto laid = store_->sync().takePage(answer.body, received);
    if (!laid) {
        throw Violation{name_ + " cannot take a page: " + laid.error().code};
    }
    trace_.note(name_, "page of " + std::to_string(laid->records) + ", left " +
                           std::to_string(laid->left) + ", up to " + std::to_string(laid->upTo) +
                           (laid->complete ? ", complete" : ""));
    if (laid->rewound) {
        trace_.note(name_, "sends again what the server has forgotten");
        trace_.count("tablets that sent again");
    }
    outboxMayHaveChanged();
    if (laid->complete && consistent_) {
        consistent_(*this);
    }
    tell(sync::event::Pulled{ticket, laid->complete, laid->advanced, laid->upTo});
    leaseNumbers();
}

bool TabletHost::awaited(sync::Lane lane, sync::Ticket ticket)
{
    auto& underWay = underWay_[static_cast<std::size_t>(lane)];
    if (underWay != ticket) {
        return false;
    }
    underWay.reset();
    return true;
}

void TabletHost::failed(sync::Lane lane, sync::Ticket ticket, const Answer& answer)
{
    const auto problem = sync::parseProblem(answer.body);
    constexpr std::array<std::string_view, 3> lanes{"push: ", "pull: ", "upload: "};
    trace_.note(name_, std::string{lanes[static_cast<std::size_t>(lane)]} +
                           std::to_string(answer.status) + " " + problem.code);
    tell(sync::event::Failed{.lane = lane,
                             .ticket = ticket,
                             .fault = sync::faultOf(answer.status, problem.code),
                             .code = problem.code,
                             .retryAfter = answer.retryAfter,
                             .expected = problem.expected});
}

void TabletHost::openLive(sync::Ticket ticket)
{
    liveLife_ = std::make_shared<const int>();
    const auto closed = [this, ticket] {
        guarded([&] { tell(sync::event::LiveClosed{ticket, true}); });
    };
    const auto poke = [this] {
        network_.tell(liveLife_, [this] { guarded([&] { tell(sync::event::Poked{}); }); });
    };
    const auto connect = [this, ticket, closed, poke, live = Life{liveLife_}] {
        if (live.expired()) {
            return;
        }
        const auto later = [this, live, closed] {
            agenda_.after(network_.delay(), [live, closed] {
                if (!live.expired()) {
                    closed();
                }
            });
        };
        const bool open = !dice_.chance(network_.weather().broken) &&
                          server_.listen(store_->session().account()->token, live, poke, later);
        if (!open) {
            return later();
        }
        agenda_.after(network_.delay(), [this, live, ticket] {
            if (!live.expired()) {
                guarded([&] {
                    contactDue();
                    tell(sync::event::LiveOpened{ticket});
                });
            }
        });
    };
    agenda_.after(network_.delay(), connect);
}

} // namespace fieldbook::sim
