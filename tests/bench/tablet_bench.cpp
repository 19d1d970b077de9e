// What the tablet's store does: the first sync beside raw insertion of the same rows into the same
// encrypted and indexed tables, the building of the search index, and what a page asks of a large
// store. One JSON line per figure.

#include "client/local/local_queries.h"
#include "client/local/local_store.h"
#include "shared/db/transaction.h"
#include "shared/sync/limits.h"
#include "shared/sync/pull_page.h"
#include "tests/bench/figures.h"
#include "tests/bench/rows.h"
#include "tests/support/people.h"
#include "tests/support/temp_dir.h"

#include <array>
#include <memory>

namespace fieldbook {
namespace {

using bench::median;
using bench::require;
using bench::secondsOf;

constexpr int rounds = 3;
constexpr int questions = 41;

// Names as companies have them: some thousand different ones, so that searches find some and not
// all.
constexpr std::array towns{"杭州", "宁波", "温州", "绍兴", "湖州", "嘉兴",
                           "金华", "台州", "苏州", "无锡", "南京", "上海"};
constexpr std::array words{"恒通", "捷达", "新世纪", "远航", "德邦", "嘉禾", "申菱", "长风",
                           "宏达", "金桥", "瑞丰",   "越城", "吉祥", "联众", "顺达"};
constexpr std::array trades{"汽车销售服务", "汽配批发", "快修连锁", "运输",
                            "轮胎",         "汽车租赁", "润滑油"};

Uuid numbered(int number)
{
    std::array<std::uint8_t, 16> bytes{0x01, 0x92};
    for (std::size_t i = 0; i < 4; ++i) {
        bytes[2 + i] = static_cast<std::uint8_t>(number >> (24 - 8 * i));
    }
    // The rest of an id is random; spread as a hash is.
    const auto spread = static_cast<std::uint64_t>(number) * 0x9E37'79B9'7F4A'7C15U;
    for (std::size_t i = 8; i < 16; ++i) {
        bytes[i] = static_cast<std::uint8_t>(spread >> (8 * (i - 8)));
    }
    return Uuid{bytes};
}

Record customer(const testing::Company& company, int number)
{
    const auto pick = [number](const auto& from, int step) {
        return std::string{from[static_cast<std::size_t>(number / step) % from.size()]};
    };
    const std::string town = pick(towns, 1);
    Record record =
        testing::aRecord("customer", numbered(number),
                         {{"name", town + pick(words, 12) + pick(trades, 180) +
                                       std::to_string(number / 1260) + "有限公司"},
                          {"code", "C-" + std::to_string(number)},
                          {"kind", std::string{"organisation"}},
                          {"tier", std::string{number % 10 == 0 ? "vip" : "ordinary"}},
                          {"industry", std::string{"汽车配件"}},
                          {"phone", "0571-" + std::to_string(10'000'000 + number * 7)},
                          {"city", town},
                          {"address", town + "市建国路 " + std::to_string(number % 999) + " 号"},
                          {"owner", company.ming},
                          {"visit_every_days", std::int64_t{30}}});
    record.setMade({{1'000 + number, 0}, 0, number + 10});
    return record;
}

// The answers of a first sync, as a server with so many customers gives them.
std::vector<std::string> pagesOf(int customers)
{
    const testing::Company company;
    std::vector<std::string> pages;
    auto writer = std::make_unique<sync::PageWriter>();
    std::size_t held = 0;
    const auto finish = [&](bool complete) {
        const std::string cursor = "page-" + std::to_string(pages.size());
        pages.push_back(
            std::move(*writer).finish({cursor, customers + 10, complete, 0, Timestamp{}}));
        writer = std::make_unique<sync::PageWriter>();
        held = 0;
    };
    for (Record record : company.records()) {
        record.setMade({{1'000, 0}, 0, 1});
        writer->add(record.document());
    }
    for (int i = 0; i < customers; ++i) {
        writer->add(customer(company, i).document());
        if (++held == sync::pageRecordsMax) {
            finish(false);
        }
    }
    finish(true);
    return pages;
}

const std::vector<std::uint8_t> keyBytes(SecretKey::size, 7);

// A tablet's store, signed in, with nothing in it.
class Tablet {
public:
    explicit Tablet(const testing::TempDir& folder)
        : options_{.folder = folder.path(),
                   .key = *SecretKey::fromBytes(keyBytes),
                   .zone = "Asia/Shanghai"},
          store_{std::make_unique<client::LocalStore>(options_, clock_, entropy_)}
    {
        const testing::Company company;
        const auto done = store_->session().signIn({.server = "http://127.0.0.1:1",
                                                    .user = company.ming,
                                                    .userName = "李明",
                                                    .login = "ming",
                                                    .device = 3,
                                                    .deviceCode = "A7",
                                                    .token = "token"});
        require(done.has_value(), "nobody could sign in");
    }

    [[nodiscard]] client::LocalStore& store() { return *store_; }

    void take(const std::vector<std::string>& pages)
    {
        for (const auto& page : pages) {
            require(store_->sync().takePage(page).has_value(), "a page was refused");
        }
    }

    // The database itself, for what goes beside the store; the store is closed.
    [[nodiscard]] db::Database opened()
    {
        store_.reset();
        return db::Database{client::databaseFile(options_),
                            {.key = db::Key{options_.key.bytes()}, .cacheKib = 64 * 1024}};
    }

private:
    SystemClock clock_;
    SystemEntropy entropy_;
    client::StoreOptions options_;
    std::unique_ptr<client::LocalStore> store_;
};

// The rows of every table of records and what is kept beside them.
std::vector<bench::Rows> rowsOf(db::Database& from)
{
    std::vector<std::string> names;
    auto tables = from.prepare(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND "
        "name NOT LIKE 'sqlite_%' AND name NOT IN ('meta', 'received')");
    while (tables.step()) {
        names.emplace_back(tables.text(0));
    }
    std::vector<bench::Rows> rows;
    for (const auto& name : names) {
        rows.emplace_back(from, name);
    }
    return rows;
}

void firstSync(int customers)
{
    const auto pages = pagesOf(customers);
    std::vector<double> synced;
    std::vector<double> raw;
    for (int round = 0; round < rounds; ++round) {
        const testing::TempDir folder;
        Tablet tablet{folder};
        synced.push_back(secondsOf([&] { tablet.take(pages); }));
        auto from = tablet.opened();
        const auto rows = rowsOf(from);

        const testing::TempDir elsewhere;
        auto to = Tablet{elsewhere}.opened();
        to.execute("PRAGMA foreign_keys = OFF");
        raw.push_back(secondsOf([&] {
            db::Transaction transaction{to};
            for (const auto& table : rows) {
                table.insert(transaction);
            }
            transaction.commit();
        }));
    }
    bench::reportRate("tablet.first_sync." + std::to_string(customers), customers, median(synced),
                      median(raw));
}

double typicalSecondsOf(const auto& question)
{
    std::vector<double> times;
    for (int i = 0; i < questions; ++i) {
        times.push_back(secondsOf([&] { question(i); }));
    }
    return median(times);
}

void pages(int customers)
{
    const testing::TempDir folder;
    Tablet tablet{folder};
    tablet.take(pagesOf(customers));
    const double indexing = secondsOf([&] {
        while (tablet.store().tidy()) {
        }
    });
    std::printf(R"({"name":"tablet.search_index","value":%.0f,"unit":"records per second"})"
                "\n",
                customers / indexing);

    auto queries = tablet.store().openQueries();
    const SystemClock clock;
    const auto first = queries->customers({}, clock.now());
    require(first.rows.size() == 60 && first.total == customers, "the list is not whole");
    bench::reportMillis("tablet.list_page",
                        typicalSecondsOf([&](int) { (void)queries->customers({}, clock.now()); }));
    std::string after = first.next;
    bench::reportMillis("tablet.list_next_page", typicalSecondsOf([&](int) {
                            client::CustomerQuery query;
                            query.after = after;
                            after = queries->customers(query, clock.now()).next;
                        }));
    const std::array<std::pair<const char*, const char*>, 5> searches{
        {{"name", "长风快修"},
         {"one_character", "恒"},
         {"initials", "hzxsj"},
         {"pinyin", "ningbojieda"},
         {"phone_tail", "0571-10000"}}};
    for (const auto& [name, text] : searches) {
        client::CustomerQuery query;
        query.search = text;
        require(!queries->customers(query, clock.now()).rows.empty(),
                std::string{"nothing found: "} + text);
        bench::reportMillis(std::string{"tablet.search."} + name, typicalSecondsOf([&](int) {
                                (void)queries->customers(query, clock.now());
                            }));
    }
    bench::reportMillis("tablet.search_everywhere",
                        typicalSecondsOf([&](int) { (void)queries->search("长风", 30); }));
    bench::reportMillis("tablet.today", typicalSecondsOf([&](int) {
                            (void)queries->today(clock.now(), "Asia/Shanghai");
                        }));
    bench::reportMillis("tablet.customer", typicalSecondsOf([&](int i) {
                            (void)queries->customer(numbered(i * 997 % customers), clock.now());
                        }));
}

} // namespace
} // namespace fieldbook

int main()
{
    return fieldbook::bench::exitCodeOf([] {
        fieldbook::firstSync(10'000);
        fieldbook::firstSync(100'000);
        fieldbook::pages(100'000);
    });
}
