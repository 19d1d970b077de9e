#pragma once

#include "shared/record/type.h"
#include "shared/record/value.h"
#include "shared/record/version.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook {

// A value that stands beside the current one because two people changed a field that asks
// (Merge::Ask).
struct Alternative {
    Value value;
    Version version;
    Uuid author;

    friend bool operator==(const Alternative&, const Alternative&) = default;
};

// One record as a value: its fields, which edit each came from, and what stands undecided.
//
// Its JSON, the *document*, is what travels and what is stored, the same bytes on server and
// tablet:
//
//   {"type":"customer","id":"<uuid>","v":"<version>",        default version of all fields
//    "f":{"name":"...","credit_limit":{"minor":1,"currency":"CNY"}, ...},   values; absent = no
//    value "w":{"phone":"<version>"},                              fields whose version is another
//    "c":{"amount":[{"value":..,"v":"<version>","by":"<user>"}]},           open conflicts
//    "k":{"py":"...","in":"..."}}                            pinyin and initials of the name
//
// "type", "id" and "v" always come first. Fields that this program does not know stay in "f" and
// "w" and are written back untouched, so that a newer server's fields survive an older tablet.
class Record {
public:
    Record(const TypeSpec& type, Uuid id);

    [[nodiscard]] const TypeSpec& type() const { return *type_; }
    [[nodiscard]] const Uuid& id() const { return id_; }

    // The field must be one of the type's.
    [[nodiscard]] const Value& get(std::string_view field) const;
    [[nodiscard]] const Value& at(std::size_t index) const { return values_[index]; }
    void set(std::string_view field, Value value);
    void setAt(std::size_t index, Value value) { values_[index] = std::move(value); }

    // Convenience readers: the empty string, nil id or 0 where there is no value.
    [[nodiscard]] const std::string& textOf(std::string_view field) const;
    [[nodiscard]] Uuid referenceOf(std::string_view field) const;
    [[nodiscard]] std::int64_t integerOf(std::string_view field) const;

    [[nodiscard]] Version versionAt(std::size_t index) const;
    void setVersionAt(std::size_t index, Version version);
    // The version of every field that has none of its own: that of the record's making.
    [[nodiscard]] Version made() const { return made_; }
    void setMade(Version version) { made_ = version; }

    [[nodiscard]] const std::map<std::size_t, std::vector<Alternative>>& conflicts() const
    {
        return conflicts_;
    }
    void addAlternative(std::size_t index, Alternative alternative);
    void settle(std::size_t index) { conflicts_.erase(index); }

    // Pinyin keys of the name, computed by whoever writes the record (rules/search_keys.h).
    struct SearchKeys {
        std::string pinyin;
        std::string initials;
        friend bool operator==(const SearchKeys&, const SearchKeys&) = default;
    };
    [[nodiscard]] const SearchKeys& searchKeys() const { return keys_; }
    void setSearchKeys(SearchKeys keys) { keys_ = std::move(keys); }

    [[nodiscard]] bool isDeleted() const { return !isEmpty(get("deleted_at")); }

    // Codes `record.malformed`, `record.type`. The document's bytes are trusted to be UTF-8.
    [[nodiscard]] static Result<Record> parse(std::string_view document);
    [[nodiscard]] static Result<Record> fromJson(const nlohmann::json& document);
    // Deterministic: the same record gives the same bytes.
    [[nodiscard]] std::string document() const;

    friend bool operator==(const Record&, const Record&);

private:
    // Fills a record from the sections of a document.
    struct DocumentReader;

    [[nodiscard]] std::optional<std::size_t> indexFrom(std::size_t start,
                                                       std::string_view field) const;

    const TypeSpec* type_;
    Uuid id_;
    Version made_;
    std::vector<Value> values_;
    std::map<std::size_t, Version> versions_;
    std::map<std::size_t, std::vector<Alternative>> conflicts_;
    SearchKeys keys_;
    std::map<std::string, std::string, std::less<>> unknownValues_; // name -> JSON
    std::map<std::string, std::string, std::less<>> unknownVersions_;
};

} // namespace fieldbook
