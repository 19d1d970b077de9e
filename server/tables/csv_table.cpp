#include "server/tables/tables.h"
#include "shared/text/csv.h"

#include <cstdlib>
#include <sstream>

namespace fieldbook::server {
namespace {

// As programs read it back: times with the offset of their zone.
struct CellText {
    const Zone& zone;

    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(const DecimalCell& cell) const { return plainText(cell); }
    std::string operator()(Date day) const { return toIsoDate(day); }
    std::string operator()(Timestamp time) const
    {
        // The wall's time, written as if it were UTC, with what it is ahead of that behind it.
        const auto offset = zone.offsetAt(time);
        std::string text = toRfc3339(time + offset);
        text.pop_back();
        const auto minutes = std::abs(offset.count()) / 60;
        const auto two = [](std::int64_t number) {
            return std::string{number < 10 ? "0" : ""} + std::to_string(number);
        };
        return text + (offset.count() < 0 ? '-' : '+') + two(minutes / 60) + ':' +
               two(minutes % 60);
    }
};

class CsvTable final : public TableFile {
public:
    explicit CsvTable(const TableAbout& about) : zone_{about.zone}, mark_{about.mark}
    {
        auto head = about.head;
        head.emplace_back("Fieldbook");
        csv_.write(head);
    }

    void write(std::span<const TableCell> cells) override
    {
        row_.clear();
        for (const auto& cell : cells) {
            row_.push_back(std::visit(CellText{zone_}, cell));
        }
        row_.push_back(mark_);
        csv_.write(row_);
    }

    std::string finish() override { return std::move(out_).str(); }

private:
    Zone zone_;
    std::string mark_;
    std::ostringstream out_;
    CsvWriter csv_{out_, {.byteOrderMark = true, .defuseFormulas = true}};
    std::vector<std::string> row_;
};

} // namespace

std::unique_ptr<TableFile> csvTable(const TableAbout& about)
{
    return std::make_unique<CsvTable>(about);
}

} // namespace fieldbook::server
