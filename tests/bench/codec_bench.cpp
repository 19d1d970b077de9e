// How fast changes, pages and documents are read, each beside the bare parse of the same bytes.
// One JSON line per figure.

#include "shared/record/document_scan.h"
#include "shared/sync/messages.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <simdjson.h>

namespace fieldbook {
namespace {

constexpr int rounds = 9;
constexpr int documents = 5'000;

// The median of several runs, in seconds.
template <class Work>
double medianSeconds(Work work)
{
    std::vector<double> seconds;
    for (int i = 0; i < rounds; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        seconds.push_back(taken.count());
    }
    std::ranges::nth_element(seconds, seconds.begin() + rounds / 2);
    return seconds[rounds / 2];
}

Uuid numbered(int number)
{
    std::array<std::uint8_t, 16> bytes{0x01, 0x90};
    bytes[14] = static_cast<std::uint8_t>(number >> 8);
    bytes[15] = static_cast<std::uint8_t>(number);
    return Uuid{bytes};
}

Record customer(int number)
{
    Record record{typeNamed("customer"), numbered(number)};
    record.setMade({{1'715'678'901'234, 0}, 3, number + 1});
    record.set("name", "北京张伟商贸有限公司 " + std::to_string(number));
    record.set("code", "C-" + std::to_string(number));
    record.set("kind", std::string{"organisation"});
    record.set("owner", numbered(7));
    record.set("tier", std::string{"ordinary"});
    record.set("status", std::string{"active"});
    record.set("phone", std::string{"010-8888 1234"});
    record.set("city", std::string{"北京"});
    record.set("address", std::string{"朝阳区建国路 88 号"});
    record.set("visit_every_days", std::int64_t{30});
    record.set("created_at", fromMillis(1'715'678'901'234));
    record.set("created_by", numbered(7));
    record.setSearchKeys({"bei jing zhang wei shang mao you xian gong si", "bjzwsmyxgs"});
    return record;
}

sync::Change creation(int number)
{
    const Record record = customer(number);
    sync::CreateBody body{&record.type(), record.id(), {}};
    for (std::size_t i = 0; i < record.type().fields.size(); ++i) {
        if (!isEmpty(record.at(i))) {
            body.values.emplace_back(i, record.at(i));
        }
    }
    return {number + 1, {1'715'678'901'234, 0}, 0, 0, std::move(body)};
}

void report(const char* name, double count, double seconds, double limitSeconds)
{
    std::printf(R"({"name":"%s","value":%.0f,"unit":"per second","limit":%.0f,"ratio":%.3f})"
                "\n",
                name, count / seconds, count / limitSeconds, limitSeconds / seconds);
}

// Fails loudly, so that no figure is that of work not done.
void require(bool done)
{
    if (!done) {
        std::fputs("the bench could not read what it wrote\n", stderr);
        std::exit(1);
    }
}

double bareParse(const std::string& text)
{
    simdjson::dom::parser parser;
    return medianSeconds([&] { require(parser.parse(text).error() == simdjson::SUCCESS); });
}

void benchPage()
{
    sync::PageWriter writer;
    std::vector<std::string> separate;
    for (int i = 0; i < documents; ++i) {
        separate.push_back(customer(i).document());
        writer.add(separate.back());
    }
    std::string body = std::move(writer).finish({"cursor", 1, true, 0, {}});
    const double limit = bareParse(body);
    const double split = medianSeconds([&] {
        const auto page = sync::parsePage(body);
        require(page && page->documents.size() == documents);
    });
    DocumentScan scan;
    const double scanned = medianSeconds([&] {
        const auto page = sync::parsePage(body);
        for (const auto document : page->documents) {
            require(scan.read(document).has_value());
        }
    });
    const double whole = medianSeconds([&] {
        for (const auto& document : separate) {
            require(Record::parse(document).has_value());
        }
    });
    report("codec.page.split", documents, split, limit);
    report("codec.page.scan", documents, scanned, limit);
    report("codec.record.parse", documents, whole, limit);
    std::printf(R"({"name":"codec.document.size","value":%zu,"unit":"bytes"})"
                "\n",
                separate.back().size());
}

void benchPush()
{
    constexpr int count = 2'000;
    std::vector<std::string> changes;
    std::vector<sync::Change> made;
    for (int i = 0; i < count; ++i) {
        made.push_back(creation(i));
        changes.push_back(toJson(made.back()));
    }
    const std::vector<std::string_view> views{changes.begin(), changes.end()};
    const std::string body = sync::makePush(3, 0, views);
    const double limit = bareParse(body);
    const double read = medianSeconds([&] {
        const auto push = sync::parsePush(body);
        require(push && push->changes.size() == count && push->changes.back().change);
    });
    const double written = medianSeconds([&] {
        for (const auto& change : made) {
            require(!toJson(change).empty());
        }
    });
    report("codec.push.parse", count, read, limit);
    report("codec.change.write", count, written, limit);
}

} // namespace
} // namespace fieldbook

int main()
{
    fieldbook::benchPage();
    fieldbook::benchPush();
    return 0;
}
