#include "server/tables/tables.h"
#include "shared/base/utf8.h"

#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <unistd.h>
#include <xlsxwriter.h>

namespace fieldbook::server {
namespace {

// Beyond it a spreadsheet's numbers are no longer exact.
constexpr std::int64_t exactMax = 999'999'999'999'999;
// What a cell holds of text, in units of UTF-16.
constexpr std::size_t textMax = 32'767;
// What a page's foot holds, with what stands around it.
constexpr std::size_t footMax = 200;
constexpr int a4 = 9;
constexpr double columnWidth = 18;

// The library writes to files only; this one is in memory and has no name.
class MemoryFile {
public:
    MemoryFile() : descriptor_{::memfd_create("table", MFD_CLOEXEC)}
    {
        if (descriptor_ < 0) {
            throw std::runtime_error{"no memory for a table"};
        }
    }
    ~MemoryFile() { ::close(descriptor_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    [[nodiscard]] std::string path() const
    {
        return "/proc/self/fd/" + std::to_string(descriptor_);
    }
    [[nodiscard]] std::string bytes() const
    {
        struct stat about = {};
        if (::fstat(descriptor_, &about) != 0) {
            throw std::runtime_error{"a table cannot be read back"};
        }
        std::string all(static_cast<std::size_t>(about.st_size), '\0');
        std::size_t done = 0;
        while (done < all.size()) {
            const auto got = ::pread(descriptor_, all.data() + done, all.size() - done,
                                     static_cast<off_t>(done));
            if (got <= 0) {
                throw std::runtime_error{"a table cannot be read back"};
            }
            done += static_cast<std::size_t>(got);
        }
        return all;
    }

private:
    int descriptor_;
};

void check(lxw_error error)
{
    if (error != LXW_NO_ERROR) {
        throw std::runtime_error{std::string{"a workbook: "} + lxw_strerror(error)};
    }
}

// What is too long is cut, with a sign that it was; what XML cannot hold is left out.
std::string textOf(std::string_view text)
{
    constexpr std::string_view cut = "…";
    std::string kept;
    std::size_t units = 0;
    std::size_t end = 0; // Of what leaves room for the sign.
    for (std::size_t at = 0; at < text.size();) {
        const auto [value, length] = codePointAt(text, at);
        const auto wide = static_cast<std::size_t>(value > 0xFFFF ? 2 : 1);
        if (units + wide > textMax) {
            kept.resize(end);
            return kept.append(cut);
        }
        if (length > 0 && (value & 0xFFFEU) != 0xFFFEU) {
            kept.append(text.substr(at, length));
            units += wide;
            end = units < textMax ? kept.size() : end;
        }
        at += std::max<std::size_t>(length, 1);
    }
    return kept;
}

std::string formatOf(const DecimalCell& cell)
{
    std::string format = "#,##0";
    if (cell.digits > 0) {
        format += '.' + std::string(static_cast<std::size_t>(cell.digits), '0');
    }
    return cell.percent ? format + '%' : format;
}

struct GivenUp {
    // What it comes to is of no interest.
    void operator()(lxw_workbook* book) const { workbook_close(book); }
};

class XlsxTable final : public TableFile {
public:
    XlsxTable(const TableAbout& about, const std::filesystem::path& scratch)
        : zone_{about.zone},
          mark_{about.mark},
          columns_{static_cast<lxw_col_t>(about.head.size())},
          folder_{scratch.string()},
          path_{file_.path()}
    {
        // Rows are written as they come, so that memory does not grow with them.
        lxw_workbook_options options{
            .constant_memory = LXW_TRUE, .tmpdir = folder_.data(), .use_zip64 = LXW_FALSE};
        book_.reset(workbook_new_opt(path_.c_str(), &options));
        if (!book_) {
            throw std::runtime_error{"a workbook cannot be begun"};
        }
        sheet_ = workbook_add_worksheet(book_.get(), about.title.c_str());
        if (sheet_ == nullptr) {
            throw std::runtime_error{"no sheet can be called " + about.title};
        }
        day_ = format("yyyy-mm-dd");
        moment_ = format("yyyy-mm-dd hh:mm");
        describe(about);
        writeHead(about.head);
    }

    void write(std::span<const TableCell> cells) override
    {
        ++row_;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            std::visit([&](const auto& held) { put(column, held); }, cells[i]);
        }
        put(columns_, mark_);
    }

    std::string finish() override
    {
        check(worksheet_autofilter(sheet_, 0, 0, row_, columns_));
        check(workbook_close(book_.release()));
        return file_.bytes();
    }

private:
    [[nodiscard]] lxw_format* format(const char* pattern)
    {
        auto* made = workbook_add_format(book_.get());
        format_set_num_format(made, pattern);
        return made;
    }

    void describe(const TableAbout& about)
    {
        std::string title = about.title;
        std::string author = "Fieldbook";
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.author = author.data();
        properties.comments = mark_.data();
        properties.created =
            std::chrono::floor<std::chrono::seconds>(about.at).time_since_epoch().count();
        check(workbook_set_properties(book_.get(), &properties));
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, a4);
        worksheet_freeze_panes(sheet_, 1, 0);
        check(worksheet_repeat_rows(sheet_, 0, 0));
        check(worksheet_set_column(sheet_, 0, columns_, columnWidth, nullptr));
        std::string foot = "&L";
        for (const char each : utf8Prefix(mark_, footMax)) {
            foot += each == '&' ? std::string{"&&"} : std::string{each};
        }
        check(worksheet_set_footer(sheet_, (foot + "&R&P / &N").c_str()));
    }

    void writeHead(const std::vector<std::string>& head)
    {
        auto* bold = workbook_add_format(book_.get());
        format_set_bold(bold);
        for (std::size_t i = 0; i < head.size(); ++i) {
            check(worksheet_write_string(sheet_, 0, static_cast<lxw_col_t>(i), head[i].c_str(),
                                         bold));
        }
        check(worksheet_write_string(sheet_, 0, columns_, "Fieldbook", bold));
    }

    void put(lxw_col_t, std::monostate) {}
    void put(lxw_col_t column, const std::string& text)
    {
        if (!text.empty()) {
            check(worksheet_write_string(sheet_, row_, column, textOf(text).c_str(), nullptr));
        }
    }
    void put(lxw_col_t column, std::int64_t number) { put(column, DecimalCell{number, 0}); }
    void put(lxw_col_t column, bool flag)
    {
        check(worksheet_write_boolean(sheet_, row_, column, flag ? 1 : 0, nullptr));
    }
    void put(lxw_col_t column, const DecimalCell& cell)
    {
        if (cell.units > exactMax || cell.units < -exactMax) {
            return put(column, plainText(cell));
        }
        // A percent is a number of hundredths to a spreadsheet.
        const int shift = cell.digits + (cell.percent ? 2 : 0);
        const double number = static_cast<double>(cell.units) / std::pow(10.0, shift);
        const auto pattern = formatOf(cell);
        auto known = decimals_.find(pattern);
        if (known == decimals_.end()) {
            known = decimals_.emplace(pattern, format(pattern.c_str())).first;
        }
        check(worksheet_write_number(sheet_, row_, column, number, known->second));
    }
    void put(lxw_col_t column, Date day)
    {
        lxw_datetime value{.year = static_cast<int>(day.year()),
                           .month = static_cast<int>(static_cast<unsigned>(day.month())),
                           .day = static_cast<int>(static_cast<unsigned>(day.day())),
                           .hour = 0,
                           .min = 0,
                           .sec = 0};
        check(worksheet_write_datetime(sheet_, row_, column, &value, day_));
    }
    void put(lxw_col_t column, Timestamp time)
    {
        const auto local = zone_.toLocal(time);
        const auto midnight = std::chrono::floor<std::chrono::days>(local);
        const std::chrono::year_month_day day{midnight};
        const std::chrono::hh_mm_ss clock{local - midnight};
        lxw_datetime value{.year = static_cast<int>(day.year()),
                           .month = static_cast<int>(static_cast<unsigned>(day.month())),
                           .day = static_cast<int>(static_cast<unsigned>(day.day())),
                           .hour = static_cast<int>(clock.hours().count()),
                           .min = static_cast<int>(clock.minutes().count()),
                           .sec = static_cast<double>(clock.seconds().count())};
        check(worksheet_write_datetime(sheet_, row_, column, &value, moment_));
    }

    Zone zone_;
    std::string mark_;
    lxw_col_t columns_;
    std::string folder_;
    MemoryFile file_;
    std::string path_;
    std::unique_ptr<lxw_workbook, GivenUp> book_;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* day_ = nullptr;
    lxw_format* moment_ = nullptr;
    std::map<std::string, lxw_format*> decimals_;
    lxw_row_t row_ = 0;
};

} // namespace

std::unique_ptr<TableFile> xlsxTable(const TableAbout& about, const std::filesystem::path& scratch)
{
    return std::make_unique<XlsxTable>(about, scratch);
}

} // namespace fieldbook::server
