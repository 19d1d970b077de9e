#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fieldbook {

// What a field holds. Quantity is thousandths, BasisPoints hundredths of a percent.
enum class FieldKind : std::uint8_t {
    Text,
    LongText,
    Integer,
    Quantity,
    BasisPoints,
    Money,
    Boolean,
    Date,
    Time,
    Choice,
    Reference,
    Geo,
    TextSet,
};

// What becomes of an edit whose field has changed since (shared/sync/MERGE.md).
enum class Merge : std::uint8_t {
    Latest, // The later edit wins by hybrid time; the other is kept in history.
    Ask, // Both values stand side by side until a person picks.
    Set, // Additions and removals are both kept.
    Sum, // Edits are differences; the server adds them.
    Text, // Three-way by paragraph; where both changed one, both stand.
    Append, // Only ever added to.
    Server, // Only the server writes it.
    Act, // Only acts write it.
};

// How a field is found. Name: any part, pinyin, initials. Phone: tail of its digits. Text: any
// word.
enum class Search : std::uint8_t { None, Name, Phone, Text };

// Personal data: Business contact data, or Sensitive (masked by default, reading it is audited).
enum class Personal : std::uint8_t { None, Business, Sensitive };

// What a person reads, in both languages.
struct Label {
    std::string_view en;
    std::string_view zh;
};

struct Choice {
    std::string_view code;
    Label label;
};

// The declaration of one field. Built by the functions below, in the manner
//   text("name").label("Name", "名称").required().ask().name().column()
struct FieldSpec {
    std::string_view fieldName;
    FieldKind kind = FieldKind::Text;
    Merge merge = Merge::Latest;
    Search search = Search::None;
    Personal personal = Personal::None;
    Label fieldLabel;
    bool isRequired = false;
    bool isColumn = false; // Stands in a column of its own for lists and reports.
    bool isIndexed = false; // ... which has an index.
    std::size_t maxBytes = 400;
    std::string_view refersTo; // The type a Reference names.
    std::vector<Choice> choices;

    FieldSpec label(std::string_view en, std::string_view zh) &&;
    FieldSpec required() &&;
    FieldSpec column() &&;
    FieldSpec indexed() &&; // Implies column().
    FieldSpec name() &&;
    FieldSpec phone() &&;
    FieldSpec searchable() &&;
    FieldSpec business() &&;
    FieldSpec sensitive() &&;
    FieldSpec max(std::size_t bytes) &&;
    FieldSpec ask() &&;
    FieldSpec sum() &&;
    FieldSpec append() &&;
    FieldSpec server() &&;
    FieldSpec act() &&;
};

FieldSpec text(std::string_view name);
FieldSpec longText(std::string_view name); // Merges as Text; up to 20,000 bytes.
FieldSpec integer(std::string_view name);
FieldSpec quantity(std::string_view name);
FieldSpec basisPoints(std::string_view name);
FieldSpec money(std::string_view name);
FieldSpec boolean(std::string_view name);
FieldSpec date(std::string_view name);
FieldSpec time(std::string_view name);
FieldSpec choice(std::string_view name, std::vector<Choice> choices);
FieldSpec reference(std::string_view name, std::string_view type);
FieldSpec geo(std::string_view name);
FieldSpec textSet(std::string_view name); // Merges as Set; up to 100 members.

} // namespace fieldbook
