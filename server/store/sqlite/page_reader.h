#pragma once

#include "server/store/sqlite/feed_catalogue.h"
#include "server/store/sqlite/type_codes.h"
#include "server/store/store.h"

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace fieldbook::server {

// Reads one page of a tablet's feeds: merges them by sequence, gives the documents as they are
// stored, and ends only where a sequence ends. For one page; inside one read transaction.
class PageReader {
public:
    PageReader(db::Database& database, FeedCatalogue& feeds, const TypeCodes& types);

    [[nodiscard]] PageRows
    read(const PageRequest& request, Sequence head, const StoreView::DocumentSink& add);

private:
    struct Item {
        Sequence sequence = 0;
        Uuid record;
        std::int64_t type = 0;
        bool left = false;
    };
    // What one feed has to tell, in order of sequence, fetched in portions.
    struct Source {
        enum class Kind : std::uint8_t { Entries, Departures, LeavingEntries, LeavingDepartures };
        Kind kind = Kind::Entries;
        std::int64_t feed = 0;
        Sequence after = 0; // Already fetched.
        Sequence held = 0; // For feeds being left.
        bool exhausted = false;
        std::deque<Item> items;
    };

    [[nodiscard]] static Sequence firstSequence(const Source& source);

    void addSources(const PageRequest& request);
    // False if the source has nothing more.
    [[nodiscard]] bool fill(Source& source);
    // Takes all that the sources have at the sequence.
    void takeAt(Sequence sequence, PageRows& rows, const StoreView::DocumentSink& add);
    void giveDocument(const Item& item, PageRows& rows, const StoreView::DocumentSink& add);
    void addDeparture(const Uuid& record, PageRows& rows);
    [[nodiscard]] bool isSubscribed(const Uuid& record);

    db::Database& database_;
    FeedCatalogue& feeds_;
    const TypeCodes& types_;
    std::vector<std::optional<db::Statement>> documents_; // By type code.
    std::vector<Source> sources_; // A heap: the source with the lowest sequence stands first.
    std::vector<std::int64_t> subscribed_; // Sorted.
    std::unordered_set<Uuid> left_;
    std::vector<Item> taken_;
    std::size_t bytes_ = 0;
};

} // namespace fieldbook::server
