// How fast the server takes in pushes and gives out pages, each beside what SQLite alone does with
// the same rows in the same tables. One JSON line per figure.

#include "server/service/sync_service.h"
#include "server/store/sqlite/sqlite_store.h"
#include "shared/db/transaction.h"
#include "tests/bench/figures.h"
#include "tests/bench/rows.h"
#include "tests/support/people.h"
#include "tests/support/temp_dir.h"

#include <cstdio>
#include <string>
#include <vector>

namespace fieldbook {
namespace {

using bench::median;
using bench::require;
using bench::secondsOf;
using testing::idOf;

constexpr int rounds = 5;
constexpr int records = 10'000;

Uuid numbered(int number)
{
    std::array<std::uint8_t, 16> bytes{0x01, 0x92};
    bytes[4] = static_cast<std::uint8_t>(number >> 8);
    bytes[5] = static_cast<std::uint8_t>(number);
    // The rest of an id is random; spread as a hash is.
    const auto spread = static_cast<std::uint64_t>(number) * 0x9E37'79B9'7F4A'7C15U;
    for (std::size_t i = 8; i < 16; ++i) {
        bytes[i] = static_cast<std::uint8_t>(spread >> (8 * (i - 8)));
    }
    return Uuid{bytes};
}

// A server on a file of its own with one salesperson, and what a tablet of his would push.
class Office {
public:
    explicit Office(const std::filesystem::path& file)
        : store_{file, {.readers = 1}},
          directory_{store_},
          commits_{store_, directory_, clock_, server::CommitQueue::Mode::Immediate},
          changes_{clock_},
          sync_{store_, commits_, directory_, changes_, clock_, entropy_}
    {
        server::Device device{.install = idOf(1),
                              .user = company_.ming,
                              .name = {},
                              .platform = {},
                              .appVersion = {},
                              .createdAt = clock_.now(),
                              .lastSeenAt = clock_.now()};
        const auto made = commits_.run([&](server::Commit& commit) -> Result<server::Sequence> {
            std::vector<server::ServerChange> people;
            for (const auto& record : company_.records()) {
                rules::RecordWrite write{&record.type(), record.id(), true, {}};
                for (std::size_t i = 0; i < record.type().fields.size(); ++i) {
                    if (!isEmpty(record.at(i))) {
                        write.values.emplace_back(i, record.at(i));
                    }
                }
                people.emplace_back(std::move(write));
            }
            commit.writer().addDevice(device);
            return changes_.applyGroup(commit, company_.as(company_.gao), people);
        });
        require(made.has_value(), "the company could not be made");
        caller_ = {.user = company_.ming, .device = 1, .deviceCode = "A1", .session = 0};
    }

    // The bodies of the pushes, as a tablet sends them.
    [[nodiscard]] std::vector<std::string> bodies() const
    {
        std::vector<std::string> bodies;
        std::vector<std::string> texts;
        for (int i = 0; i < records; ++i) {
            texts.push_back(toJson(creation(i)));
            if (texts.size() == sync::pushChangesMax || i + 1 == records) {
                const std::vector<std::string_view> views{texts.begin(), texts.end()};
                bodies.push_back(sync::makePush(1, i + 1 - static_cast<int>(texts.size()), views));
                texts.clear();
            }
        }
        return bodies;
    }
    void push(const std::vector<std::string>& bodies)
    {
        for (const auto& body : bodies) {
            const auto request = sync::parsePush(body);
            require(request.has_value(), "a push could not be read");
            const auto reply = sync_.push(caller_, *request);
            require(reply.has_value(), "a push was turned away");
            for (const auto& receipt : reply->receipts) {
                require(receipt.outcome == sync::Outcome::Applied, receipt.code);
            }
            require(!toJson(*reply).empty(), "no reply");
        }
    }
    void pullAll()
    {
        std::string cursor;
        std::size_t documents = 0;
        bool complete = false;
        while (!complete) {
            auto text = sync_.pull(caller_, cursor);
            require(text.has_value(), "a page was refused");
            // Looked at, not parsed: this is the server's side.
            complete = text->find(R"("complete":true)", text->size() - 200) != text->npos;
            documents += text->size();
            if (!complete) {
                cursor = sync::parsePage(*text)->cursor;
            }
        }
        require(documents > 1'000'000, "too little was pulled");
    }

private:
    [[nodiscard]] sync::Change creation(int number) const
    {
        sync::CreateBody body{&typeNamed("customer"), numbered(number), {}};
        const auto put = [&](std::string_view field, Value value) {
            body.values.emplace_back(*body.type->indexOf(field), std::move(value));
        };
        put("name", "北京张伟商贸有限公司 " + std::to_string(number));
        put("code", "C-" + std::to_string(number));
        put("kind", std::string{"organisation"});
        put("tier", std::string{"ordinary"});
        put("industry", std::string{"食品批发"});
        put("region", std::string{"华北"});
        put("phone", std::string{"010-8888 1234"});
        put("city", std::string{"北京"});
        put("address", std::string{"朝阳区建国路 88 号"});
        put("visit_every_days", std::int64_t{30});
        return {number + 1, {toMillis(clock_.now()), 0}, 0, 0, std::move(body)};
    }

    testing::Company company_;
    SystemClock clock_;
    SystemEntropy entropy_;
    server::SqliteStore store_;
    server::DirectoryBoard directory_;
    server::CommitQueue commits_;
    server::ChangeService changes_;
    server::SyncService sync_;
    server::Caller caller_;
};

void run()
{
    std::vector<double> push;
    std::vector<double> raw;
    std::vector<double> pull;
    std::vector<double> scan;
    for (int round = 0; round < rounds; ++round) {
        const testing::TempDir folder;
        Office office{folder / "server.db"};
        const auto bodies = office.bodies();
        push.push_back(secondsOf([&] { office.push(bodies); }));
        pull.push_back(secondsOf([&] { office.pullAll(); }));

        db::Database from{folder / "server.db", {.access = db::Access::ReadOnly}};
        std::vector<bench::Rows> tables;
        for (const auto* table : {"customer", "record_index", "feed_entry", "receipt"}) {
            tables.emplace_back(from, table);
        }
        std::string text;
        scan.push_back(secondsOf([&] {
            auto select = from.prepare("SELECT doc FROM customer");
            while (select.step()) {
                text += select.text(0);
            }
        }));
        Office other{folder / "raw.db"};
        db::Database to{folder / "raw.db"};
        to.execute("PRAGMA foreign_keys = OFF");
        raw.push_back(secondsOf([&] {
            db::Transaction transaction{to};
            for (const auto& rows : tables) {
                rows.insert(transaction);
            }
            transaction.commit();
        }));
    }
    bench::reportRate("server.push", records, median(push), median(raw));
    bench::reportRate("server.pull", records, median(pull), median(scan));
}

} // namespace
} // namespace fieldbook

int main() { return fieldbook::bench::exitCodeOf(fieldbook::run); }
