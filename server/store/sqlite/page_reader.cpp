#include "server/store/sqlite/page_reader.h"

#include "shared/base/assert.h"
#include "shared/db/record_table.h"

#include <algorithm>
#include <string_view>

namespace fieldbook::server {
namespace {

// Rows fetched from a feed at a time: most pulls need a handful, a first sync many thousands.
constexpr int portion = 1'000;

} // namespace

Sequence PageReader::firstSequence(const Source& source) { return source.items.front().sequence; }

PageReader::PageReader(db::Database& database, FeedCatalogue& feeds, const TypeCodes& types)
    : database_{database}, feeds_{feeds}, types_{types}, documents_(types.limit())
{}

void PageReader::addSources(const PageRequest& request)
{
    using Kind = Source::Kind;
    const auto add = [&](Kind kind, std::int64_t feed, Sequence after, Sequence held) {
        Source source{.kind = kind, .feed = feed, .after = after, .held = held, .items = {}};
        if (fill(source)) {
            sources_.push_back(std::move(source));
        }
    };
    for (const auto& position : request.subscribed) {
        if (const auto feed = feeds_.findFeed(position.feed)) {
            subscribed_.push_back(*feed);
        }
    }
    std::ranges::sort(subscribed_);
    for (const auto& position : request.subscribed) {
        if (const auto feed = feeds_.findFeed(position.feed)) {
            add(Kind::Entries, *feed, position.after, 0);
            add(Kind::Departures, *feed, std::max(position.after, position.leftAfter), 0);
        }
    }
    for (const auto& leaving : request.leaving) {
        if (const auto feed = feeds_.findFeed(leaving.feed)) {
            add(Kind::LeavingEntries, *feed, leaving.after, leaving.held);
            add(Kind::LeavingDepartures, *feed,
                std::max({leaving.after, leaving.held, leaving.leftAfter}), leaving.held);
        }
    }
    std::ranges::make_heap(sources_, std::greater{}, firstSequence);
}

bool PageReader::fill(Source& source)
{
    // Of a feed being left, what entered it after the tablet had last seen it is none of the
    // tablet's business.
    static constexpr std::string_view sql[] = {
        "SELECT seq, record, type FROM feed_entry WHERE feed = ?1 AND seq > ?2 "
        "ORDER BY seq LIMIT ?3",
        "SELECT seq, record, 0 FROM feed_left WHERE feed = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3",
        "SELECT seq, record, type FROM feed_entry WHERE feed = ?1 AND seq > ?2 AND since <= ?4 "
        "ORDER BY seq LIMIT ?3",
        "SELECT seq, record, 0 FROM feed_left WHERE feed = ?1 AND seq > ?2 AND since <= ?4 "
        "ORDER BY seq LIMIT ?3",
    };
    const auto kind = static_cast<std::size_t>(source.kind);
    int limit = portion;
    while (source.items.empty() && !source.exhausted) {
        auto select = database_.prepare(sql[kind]);
        select.bind(1, source.feed).bind(2, source.after).bind(3, limit);
        if (kind >= 2) {
            select.bind(4, source.held);
        }
        int rows = 0;
        while (select.step()) {
            source.items.push_back({select.int64(0), select.uuid(1), select.int64(2), kind != 0});
            ++rows;
        }
        source.exhausted = rows < limit;
        if (source.exhausted || source.items.empty()) {
            break;
        }
        // The last sequence may go on beyond the portion: it is left for the next one, unless it
        // is all there is.
        const Sequence last = source.items.back().sequence;
        if (source.items.front().sequence == last) {
            source.items.clear();
            limit *= 4;
            continue;
        }
        while (source.items.back().sequence == last) {
            source.items.pop_back();
        }
        source.after = source.items.back().sequence;
    }
    return !source.items.empty();
}

PageRows
PageReader::read(const PageRequest& request, Sequence head, const StoreView::DocumentSink& add)
{
    addSources(request);
    PageRows rows;
    while (!sources_.empty()) {
        if (rows.records + rows.left.size() >= request.recordsMax || bytes_ >= request.bytesMax) {
            return rows;
        }
        rows.reached = sources_.front().items.front().sequence;
        takeAt(rows.reached, rows, add);
    }
    rows.reached = head;
    rows.complete = true;
    return rows;
}

void PageReader::takeAt(Sequence sequence, PageRows& rows, const StoreView::DocumentSink& add)
{
    taken_.clear();
    while (!sources_.empty() && sources_.front().items.front().sequence == sequence) {
        std::ranges::pop_heap(sources_, std::greater{}, firstSequence);
        Source& source = sources_.back();
        while (!source.items.empty() && source.items.front().sequence == sequence) {
            taken_.push_back(source.items.front());
            source.items.pop_front();
        }
        if (source.items.empty() && !fill(source)) {
            sources_.pop_back();
        } else {
            std::ranges::push_heap(sources_, std::greater{}, firstSequence);
        }
    }
    // A record that stands in several of the feeds stands in all of them at the same sequence.
    std::ranges::sort(taken_, {},
                      [](const Item& item) { return std::pair{item.record, item.left}; });
    const Uuid* last = nullptr;
    for (const auto& item : taken_) {
        if (last != nullptr && *last == item.record) {
            continue;
        }
        last = &item.record;
        item.left ? addDeparture(item.record, rows) : giveDocument(item, rows, add);
    }
}

void PageReader::giveDocument(const Item& item, PageRows& rows, const StoreView::DocumentSink& add)
{
    auto& select = documents_[static_cast<std::size_t>(item.type)];
    if (!select) {
        const auto& table = db::RecordTable::of(types_.type(item.type));
        select = database_.prepare("SELECT doc FROM " + table.name() + " WHERE id = ?1");
    }
    select->reset();
    select->bindView(1, item.record);
    const bool found = select->step();
    FIELDBOOK_ASSERT(found);
    const auto document = select->text(0);
    bytes_ += document.size();
    add(document);
    ++rows.records;
}

void PageReader::addDeparture(const Uuid& record, PageRows& rows)
{
    if (!left_.contains(record) && !isSubscribed(record)) {
        left_.insert(record);
        rows.left.push_back(record);
    }
}

bool PageReader::isSubscribed(const Uuid& record)
{
    auto select = database_.prepare("SELECT feeds FROM record_index WHERE id = ?1");
    select.bindView(1, record);
    if (!select.step()) {
        return false;
    }
    const auto& set = feeds_.set(select.int64(0));
    return std::ranges::any_of(set.feeds, [&](std::int64_t feed) {
        return std::ranges::binary_search(subscribed_, feed);
    });
}

} // namespace fieldbook::server
