#include "shared/rules/access.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/office.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

// Random histories of a company held against a model that knows nothing of feeds, sequences and
// cursors: it asks of every record, every time, who may see it.
namespace fieldbook::testing {
namespace {

enum class Deed : std::uint8_t {
    Create,
    Attach,
    Edit,
    Reassign,
    Delete,
    MoveUser,
    ChangeManager,
    Share,
    EndShare,
    Cover,
    EndCover,
    PullPage,
    PullAll,
    Restart
};

struct Step {
    Deed deed = Deed::Create;
    std::uint8_t who = 0;
    std::uint8_t what = 0;
    std::uint8_t to = 0;
};

void showValue(const Step& step, std::ostream& out)
{
    out << "{Deed(" << static_cast<int>(step.deed) << "), " << int{step.who} << ", "
        << int{step.what} << ", " << int{step.to} << '}';
}

rc::Gen<Step> anyStep()
{
    const auto byte = rc::gen::arbitrary<std::uint8_t>();
    return rc::gen::build<Step>(
        rc::gen::set(&Step::deed, rc::gen::weightedElement<Deed>({{6, Deed::Create},
                                                                  {5, Deed::Attach},
                                                                  {4, Deed::Edit},
                                                                  {4, Deed::Reassign},
                                                                  {1, Deed::Delete},
                                                                  {2, Deed::MoveUser},
                                                                  {2, Deed::ChangeManager},
                                                                  {3, Deed::Share},
                                                                  {2, Deed::EndShare},
                                                                  {2, Deed::Cover},
                                                                  {2, Deed::EndCover},
                                                                  {5, Deed::PullPage},
                                                                  {3, Deed::PullAll},
                                                                  {1, Deed::Restart}})),
        rc::gen::set(&Step::who, byte), rc::gen::set(&Step::what, byte),
        rc::gen::set(&Step::to, byte));
}

class History {
public:
    History()
    {
        for (const auto& user : users_) {
            tablets_.push_back(std::make_unique<PlainTablet>(office_, user));
        }
        note();
    }

    void take(const Step& step)
    {
        office_.clock.advance(std::chrono::seconds{1});
        auto& tablet = *tablets_[step.who % tablets_.size()];
        const Uuid user = users_[step.to % users_.size()];
        switch (step.deed) {
        case Deed::Create:
            create(tablet, step);
            break;
        case Deed::Attach:
            attach(tablet, step);
            break;
        case Deed::Edit:
        case Deed::Delete:
            edit(tablet, step);
            break;
        case Deed::Reassign:
            reassign(step, user);
            break;
        case Deed::MoveUser:
            office_.setField("user", user, "team", teams_[step.what % teams_.size()]);
            break;
        case Deed::ChangeManager:
            office_.setField("team", teams_[step.what % teams_.size()], "manager", user);
            break;
        case Deed::Share:
            share(step, user);
            break;
        case Deed::Cover:
            cover(step, user);
            break;
        case Deed::EndShare:
        case Deed::EndCover:
            end(step);
            break;
        case Deed::PullPage:
            pull(tablet, 1 + step.what % 4U);
            break;
        case Deed::PullAll:
            while (!pull(tablet, 1 + step.what % 7U)) {
            }
            break;
        case Deed::Restart:
            office_.switchOff();
            office_.switchOn();
            break;
        }
        note();
    }

    void finish()
    {
        for (auto& tablet : tablets_) {
            while (!pull(*tablet, 3)) {
            }
        }
    }

private:
    [[nodiscard]] Uuid nextId() { return idOf(static_cast<std::uint8_t>(60 + made_.size())); }
    [[nodiscard]] bool full() const { return made_.size() >= 130; }
    [[nodiscard]] const std::pair<Uuid, std::string_view>* pick(std::uint8_t which) const
    {
        return made_.empty() ? nullptr : &made_[which % made_.size()];
    }

    void create(PlainTablet& tablet, const Step& step)
    {
        if (full()) {
            return;
        }
        const auto id = nextId();
        if (step.what % 3 == 0) {
            tablet.create("lead", id, {{"name", std::string{"潜客"}}, {"phone", std::string{"1"}}});
            made_.emplace_back(id, "lead");
        } else {
            tablet.create("customer", id,
                          {{"name", std::string{"客户"}}, {"kind", std::string{"person"}}});
            made_.emplace_back(id, "customer");
        }
        tablet.push();
    }
    // Something that hangs on a record, by somebody who may or may not.
    void attach(PlainTablet& tablet, const Step& step)
    {
        const auto* on = pick(step.what);
        if (on == nullptr || full()) {
            return;
        }
        const auto id = nextId();
        if (on->second == "customer" && step.to % 2 == 0) {
            tablet.create("contact", id, {{"customer", on->first}, {"name", std::string{"王"}}});
            made_.emplace_back(id, "contact");
        } else if (on->second == "customer") {
            tablet.create("order", id,
                          {{"customer", on->first},
                           {"number", "SO-" + id.text().substr(30)},
                           {"currency", std::string{"CNY"}}});
            made_.emplace_back(id, "order");
        } else if (on->second == "lead") {
            tablet.create("activity", id,
                          {{"lead", on->first},
                           {"kind", std::string{"call"}},
                           {"happened_at", office_.clock.now()}});
            made_.emplace_back(id, "activity");
        }
        tablet.push();
    }
    void edit(PlainTablet& tablet, const Step& step)
    {
        const auto* what = pick(step.what);
        if (what == nullptr) {
            return;
        }
        if (step.deed == Deed::Delete) {
            tablet.edit(what->second, what->first, "deleted_at", office_.clock.now());
        } else if (what->second == "customer" || what->second == "contact") {
            tablet.edit(what->second, what->first, "phone", std::to_string(step.to));
        }
        tablet.push();
    }
    void reassign(const Step& step, const Uuid& user)
    {
        const auto* what = pick(step.what);
        if (what != nullptr && what->second != "contact" && office_.find(what->first)) {
            office_.setField(what->second, what->first, "owner", user);
        }
    }

    void share(const Step& step, const Uuid& user)
    {
        const auto* what = pick(step.what);
        if (what == nullptr || what->second != "customer") {
            return;
        }
        const bool withTeam = step.who % 3 == 0;
        const TextSet some{"contact"};
        static_cast<void>(office_.machine->sharing.share(
            {}, {.customer = what->first,
                 .user = withTeam ? Uuid{} : user,
                 .team = withTeam ? teams_[step.to % teams_.size()] : Uuid{},
                 .edits = step.who % 2 == 0,
                 .includes = step.what % 2 == 0 ? some : TextSet{},
                 .until = office_.clock.now() + std::chrono::hours{1},
                 .reason = {}}));
    }
    void cover(const Step& step, const Uuid& user)
    {
        static_cast<void>(office_.machine->sharing.cover(
            {}, {.absent = users_[step.what % users_.size()],
                 .standsIn = user,
                 .from = office_.clock.now(),
                 .until = office_.clock.now() + std::chrono::hours{1},
                 .edits = step.who % 2 == 0,
                 .returns = true,
                 .reason = {}}));
    }
    // By hand, or because the time is over.
    void end(const Step& step)
    {
        auto& sharing = office_.machine->sharing;
        const auto all =
            step.deed == Deed::EndShare ? sharing.shares(false) : sharing.covers(false);
        if (step.who % 3 == 0) {
            office_.clock.advance(std::chrono::hours{1});
            RC_ASSERT(sharing.keepTime().has_value());
        } else if (!all.empty()) {
            RC_ASSERT(sharing.end({}, all[step.what % all.size()].id()).has_value());
        }
    }

    struct Model {
        std::vector<Record> records;
        rules::OverlayWorld world;
        rules::Directory directory;
    };
    [[nodiscard]] Model model()
    {
        Model model;
        const auto view = office_.machine->store.read();
        for (const TypeSpec* type : allTypes()) {
            view->forEachDocument(*type, [&](std::string_view document) {
                model.records.push_back(*Record::parse(document));
                model.world.put(model.records.back());
            });
        }
        model.directory = rules::Directory{model.records};
        return model;
    }
    [[nodiscard]] static std::vector<server::FeedName> feedsOf(const Model& model, const Uuid& user)
    {
        return rules::subscriptionsOf(*model.directory.actorFor(user));
    }
    // The records that stand in one of the feeds.
    [[nodiscard]] static std::map<Uuid, std::string>
    standingIn(const Model& model, const std::vector<server::FeedName>& feeds)
    {
        std::map<Uuid, std::string> standing;
        for (const auto& record : model.records) {
            const auto its = rules::feedsOf(record.type(), rules::factsOf(record, model.world));
            if (std::ranges::any_of(its, [&](const auto& feed) {
                    return std::ranges::binary_search(feeds, feed);
                })) {
                standing[record.id()] = record.document();
            }
        }
        return standing;
    }
    // What each user may see, and what they would if they still had the feeds that their tablet
    // knows of: an interruption that no pull has noticed is none.
    void note()
    {
        const auto now = model();
        for (const auto& user : users_) {
            for (const auto& feeds : {feedsOf(now, user), known_[user]}) {
                for (const auto& [id, document] : standingIn(now, feeds)) {
                    everVisible_[user].insert(id);
                }
            }
        }
    }

    bool pull(PlainTablet& tablet, std::size_t recordsMax)
    {
        const auto user = tablet.caller().user;
        const auto now = model();
        known_[user] = feedsOf(now, user);
        const auto visible = standingIn(now, known_[user]);
        tablet.seen.clear();
        tablet.left.clear();
        const bool complete = tablet.pullPage({.recordsMax = recordsMax, .bytesMax = 1'000'000});
        for (const auto& id : tablet.seen) {
            RC_ASSERT(visible.contains(id));
        }
        for (const auto& id : tablet.left) {
            RC_ASSERT(!visible.contains(id));
            RC_ASSERT(everVisible_[user].contains(id));
        }
        if (complete) {
            RC_ASSERT(tablet.held == visible);
        }
        return complete;
    }

    FaultDisk disk_{"history"};
    Office office_{server::CommitQueue::Mode::Immediate,
                   {.readers = 1, .vfs = disk_.vfs(), .cacheKib = 1024},
                   "/server.db"};
    const Company& company_ = office_.company;
    std::vector<Uuid> users_{company_.ming, company_.zhou, company_.ana, company_.chen,
                             company_.zhao};
    std::vector<Uuid> teams_{company_.east, company_.south, company_.sales};
    std::vector<std::unique_ptr<PlainTablet>> tablets_;
    std::vector<std::pair<Uuid, std::string_view>> made_;
    std::map<Uuid, std::vector<server::FeedName>> known_; // Feeds at the last pull.
    std::map<Uuid, std::set<Uuid>> everVisible_;
};

RC_GTEST_PROP(RandomHistories, EveryTabletHoldsExactlyWhatItsUserMaySee, ())
{
    const auto steps = *rc::gen::container<std::vector<Step>>(anyStep());

    History history;
    for (const auto& step : steps) {
        history.take(step);
    }
    history.finish();
}

} // namespace
} // namespace fieldbook::testing
