#pragma once

#include "shared/record/columns.h"

#include <memory>
#include <span>
#include <string_view>

namespace fieldbook {

// Reads from a document's bytes what its table and the search index need, without making a Record:
// the way in which pulled pages are laid and tables refilled. Values that neither stands in a
// column nor is searched are passed over unread. Keep one and use it for many documents; one
// thread.
//
// Everything it gives back are views that hold until the next read().
class DocumentScan {
public:
    DocumentScan();
    ~DocumentScan();
    DocumentScan(DocumentScan&&) noexcept;
    DocumentScan& operator=(DocumentScan&&) noexcept;

    // Codes `record.malformed`, and `record.type` for a type that this program does not know.
    [[nodiscard]] Result<void> read(std::string_view document);

    [[nodiscard]] const TypeSpec& type() const;
    [[nodiscard]] const Uuid& id() const;
    // As columnsOf(type()).
    [[nodiscard]] std::span<const Cell> cells() const;
    // The value of a field whose search is not None, members of a set separated by newlines; empty
    // where there is none.
    [[nodiscard]] std::string_view searchedText(std::size_t field) const;
    // Record::SearchKeys.
    [[nodiscard]] std::string_view pinyin() const;
    [[nodiscard]] std::string_view initials() const;
    // Whether a field stands undecided between alternatives.
    [[nodiscard]] bool hasConflicts() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace fieldbook
