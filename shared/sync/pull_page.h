#pragma once

#include "shared/base/result.h"
#include "shared/base/uuid.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::sync {

// GET /v1/pull?cursor=..: {"records":[<document>,..],"left":["<uuid>",..],"cursor":"..","upto":991,
// "complete":true,"last":22,"time":"<RFC 3339>"}. An id stands in at most one of records and left.
// Where complete is true the tablet, having laid this page, holds exactly what the server held at
// sequence `upto`; before that, records may be ahead of others.
struct PageView {
    std::vector<std::string_view> documents; // Into the text that was parsed.
    std::vector<Uuid> left;
    std::string cursor;
    std::int64_t upTo = 0;
    bool complete = false;
    // The last of the device's changes that the server has decided on; -1: it does not say.
    std::int64_t last = -1;
    Timestamp serverTime;
};

// Reads a page without copying its documents: they are views into `body`, which must stay where it
// is as long as they are used; it is given room at its end first. The documents themselves are not
// looked into (shared/record/document_scan.h). Code `page.malformed`.
[[nodiscard]] Result<PageView> parsePage(std::string& body);

// Writes a page from documents as they are stored, byte for byte. Call add for every document, then
// leave for every id that left, then finish.
class PageWriter {
public:
    explicit PageWriter(std::size_t expectedBytes = std::size_t{64} * 1024);

    void add(std::string_view document);
    void leave(const Uuid& id);

    struct End {
        std::string_view cursor;
        std::int64_t upTo = 0;
        bool complete = false;
        std::int64_t last = 0;
        Timestamp serverTime;
    };
    [[nodiscard]] std::string finish(const End& end) &&;

    [[nodiscard]] std::size_t documents() const { return documents_; }
    [[nodiscard]] std::size_t bytes() const { return out_.size(); }

private:
    std::string out_;
    std::size_t documents_ = 0;
    std::vector<Uuid> left_;
};

} // namespace fieldbook::sync
