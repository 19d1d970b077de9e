#include "shared/base/assert.h"
#include "shared/base/utf8.h"
#include "shared/text/csv.h"

#include <algorithm>
#include <array>
#include <csv.h>
#include <deque>
#include <stdexcept>
#include <utility>

namespace fieldbook {
namespace {

constexpr std::size_t chunkBytes = std::size_t{64} << 10;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

// Counts line ends of any kind in text that arrives in pieces.
class LineCounter {
public:
    [[nodiscard]] std::size_t ends() const { return ends_; }

    void add(char c)
    {
        const bool endsPair = c == '\n' && afterReturn_;
        ends_ += (c == '\n' || c == '\r') && !endsPair ? 1 : 0;
        afterReturn_ = c == '\r';
    }
    void add(std::string_view text)
    {
        for (const char c : text) {
            add(c);
        }
    }

private:
    std::size_t ends_ = 0;
    bool afterReturn_ = false;
};

Error refusal(ErrorKind kind, std::string_view code, std::size_t line, std::string_view what)
{
    return {kind, std::string{code}, "line " + std::to_string(line) + ": " + std::string{what}};
}

} // namespace

// libcsv finds fields and rows; this class numbers them, bounds them, and goes on after a row that
// is refused. libcsv calls back through C, so the callbacks must not throw.
class CsvReader::Parser {
public:
    Parser(std::istream& in, CsvOptions options) : in_{in}, options_{options} { start(); }
    ~Parser() { csv_free(&csv_); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    Result<std::optional<CsvRow>> next()
    {
        while (found_.empty() && !isOver_ && !isStopped_) {
            readChunk();
        }
        if (found_.empty()) {
            return std::optional<CsvRow>{};
        }
        auto found = std::move(found_.front());
        found_.pop_front();
        line_ = found.line;
        if (found.error) {
            return fail(*std::move(found.error));
        }
        return std::optional{CsvRow{found.line, std::move(found.fields)}};
    }

    [[nodiscard]] std::size_t line() const { return line_; }

private:
    struct Found {
        std::size_t line = 0;
        std::vector<std::string> fields;
        std::optional<Error> error;
    };

    void start()
    {
        const int failed = csv_init(&csv_, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
        FIELDBOOK_ASSERT(failed == 0);
        csv_set_delim(&csv_, static_cast<unsigned char>(options_.delimiter));
        csv_set_space_func(&csv_, [](unsigned char) { return 0; });
    }

    void restart()
    {
        csv_free(&csv_);
        start();
        row_ = {};
        fieldCount_ = 0;
        linesInRow_ = 0;
        afterReturn_ = false;
    }

    void readChunk()
    {
        in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        if (in_.bad()) {
            throw std::runtime_error{"The CSV file cannot be read to its end."};
        }
        std::string_view chunk{buffer_.data(), static_cast<std::size_t>(in_.gcount())};
        if (isFirstChunk_) {
            isFirstChunk_ = false;
            if (chunk.starts_with("\xFF\xFE") || chunk.starts_with("\xFE\xFF")) {
                stop(ErrorKind::Invalid, "csv.utf16", "the file is UTF-16; save it as UTF-8");
                return;
            }
            chunk.remove_prefix(chunk.starts_with(byteOrderMark) ? byteOrderMark.size() : 0);
        }
        const bool isLast = in_.eof();
        while (!chunk.empty() && !isStopped_) {
            parse(chunk);
        }
        isOver_ = isLast;
        if (isLast && !isStopped_ && !isSkipping_ && csv_fini(&csv_, &onField, &onRow, this) != 0) {
            stop(ErrorKind::Invalid, "csv.unclosed_quotes", "a quoted field is not closed");
        }
    }

    // Takes what it can from the front of the chunk.
    void parse(std::string_view& chunk)
    {
        if (isSkipping_) {
            skip(chunk);
            return;
        }
        const auto taken = csv_parse(&csv_, chunk.data(), chunk.size(), &onField, &onRow, this);
        const bool isWhole = taken == chunk.size();
        count(chunk, taken);
        if (isStopped_) {
            return;
        }
        if (!isWhole) {
            refuseQuotes();
        } else if (csv_.entry_pos > options_.fieldBytesMax) {
            stop(ErrorKind::TooLarge, "csv.field_too_long", "a field is longer than allowed");
        }
    }

    void refuseQuotes()
    {
        if (csv_error(&csv_) != CSV_EPARSE) {
            throw std::runtime_error{csv_strerror(csv_error(&csv_))};
        }
        rowLine_ = 1 + physical_.ends();
        restart();
        refuseRow("csv.quotes", "a quote stands where none may");
        endRow();
        isSkipping_ = true;
    }

    // Goes to the end of the line on which a row was refused.
    void skip(std::string_view& chunk)
    {
        const auto found = chunk.find_first_of("\r\n");
        isSkipping_ = found == chunk.npos;
        afterReturn_ = !isSkipping_ && chunk[found] == '\r';
        count(chunk, isSkipping_ ? chunk.size() : found + 1);
        rowLine_ = 1 + physical_.ends();
    }

    void count(std::string_view& chunk, std::size_t taken)
    {
        physical_.add(chunk.substr(0, taken));
        chunk.remove_prefix(taken);
    }

    void stop(ErrorKind kind, std::string_view code, std::string_view what)
    {
        isStopped_ = true;
        found_.push_back({rowLine_, {}, refusal(kind, code, rowLine_, what)});
    }

    static void onField(void* text, std::size_t length, void* self) noexcept
    {
        static_cast<Parser*>(self)->takeField({static_cast<const char*>(text), length});
    }

    // `end` is the character that ended the row, or negative at the end of the file.
    static void onRow(int end, void* self) noexcept { static_cast<Parser*>(self)->takeRowEnd(end); }

    void takeField(std::string_view field)
    {
        if (isStopped_) {
            return;
        }
        ++fieldCount_;
        afterReturn_ = false;
        LineCounter lines;
        lines.add(field);
        linesInRow_ += lines.ends();
        if (field.size() > options_.fieldBytesMax) {
            stop(ErrorKind::TooLarge, "csv.field_too_long", "a field is longer than allowed");
        } else if (fieldCount_ > options_.fieldsMax) {
            refuseRow("csv.too_many_fields", "the row has too many fields");
        } else if (!isValidUtf8(field)) {
            refuseRow("csv.not_utf8", "field " + std::to_string(fieldCount_) + " is not UTF-8");
        } else if (field.find('\0') != field.npos) {
            refuseRow("csv.zero_byte", "field " + std::to_string(fieldCount_) + " has a zero byte");
        } else if (!row_.error) {
            row_.fields.emplace_back(field);
        }
    }

    void refuseRow(std::string_view code, std::string_view what)
    {
        if (!row_.error) {
            row_.error = refusal(ErrorKind::Invalid, code, rowLine_, what);
            row_.fields.clear();
        }
    }

    void takeRowEnd(int end)
    {
        const bool endsPair = end == '\n' && afterReturn_;
        afterReturn_ = end == '\r';
        if (isStopped_ || endsPair) {
            return;
        }
        if (fieldCount_ > 0) {
            endRow();
        }
        rowLine_ += 1 + std::exchange(linesInRow_, 0);
    }

    void endRow()
    {
        if (++rows_ > options_.rowsMax) {
            stop(ErrorKind::TooLarge, "csv.too_many_rows", "the file has too many rows");
            return;
        }
        row_.line = rowLine_;
        found_.push_back(std::exchange(row_, {}));
        fieldCount_ = 0;
    }

    std::istream& in_;
    CsvOptions options_;
    csv_parser csv_{};
    std::vector<char> buffer_ = std::vector<char>(chunkBytes);
    bool isFirstChunk_ = true;
    bool isSkipping_ = false; // To the end of a row that was refused.
    bool isOver_ = false; // The stream is read.
    bool isStopped_ = false; // By an error after which there is nothing more.
    LineCounter physical_; // Of all that was taken from the stream.
    std::deque<Found> found_;
    Found row_; // The row at hand,
    std::size_t rowLine_ = 1; // the line it begins on,
    std::size_t fieldCount_ = 0; // its fields so far
    std::size_t linesInRow_ = 0; // and the line ends inside them.
    bool afterReturn_ = false; // A line feed now belongs to the row that has just ended.
    std::size_t rows_ = 0;
    std::size_t line_ = 0;
};

CsvReader::CsvReader(std::istream& in, CsvOptions options)
    : parser_{std::make_unique<Parser>(in, options)}
{}

CsvReader::~CsvReader() = default;

Result<std::optional<CsvRow>> CsvReader::next() { return parser_->next(); }

std::size_t CsvReader::line() const { return parser_->line(); }

} // namespace fieldbook
