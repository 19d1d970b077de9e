#include "client/local/search_index.h"

#include "shared/base/assert.h"
#include "shared/db/record_table.h"
#include "shared/text/fold.h"
#include "shared/text/phone.h"
#include "shared/text/pinyin.h"

#include <algorithm>
#include <functional>

namespace fieldbook::client {
namespace {

// Grows whenever the same declarations are indexed in another way.
constexpr int shapeVersion = 1;
// A tail of fewer digits is no use to search for.
constexpr std::size_t phoneTailMin = 3;
constexpr std::size_t phoneDigitsMax = 15; // E.164

struct Texts {
    std::string name;
    std::string pinyin;
    std::string phone;
    std::string other;
};

void append(std::string& to, std::string_view words)
{
    if (!words.empty()) {
        to += to.empty() ? "" : " ";
        to += words;
    }
}

// Every tail of the number is a word, so that any run of its digits begins one.
void appendPhones(std::string& to, std::string_view lines)
{
    while (!lines.empty()) {
        const auto end = lines.find('\n');
        const std::string all = phoneDigits(lines.substr(0, end));
        std::string_view digits = phoneTail(all, phoneDigitsMax);
        for (; digits.size() >= phoneTailMin; digits.remove_prefix(1)) {
            append(to, digits);
        }
        lines = end == std::string_view::npos ? std::string_view{} : lines.substr(end + 1);
    }
}

Texts textsOf(const DocumentScan& scan)
{
    Texts texts;
    const auto& fields = scan.type().fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].search == Search::None) {
            continue;
        }
        const std::string_view text = scan.searchedText(i);
        if (text.empty()) {
            continue;
        }
        if (fields[i].search == Search::Name) {
            append(texts.name, spacedForIndex(text));
            append(texts.pinyin, pinyinForIndex(text));
        } else if (fields[i].search == Search::Phone) {
            appendPhones(texts.phone, text);
        } else {
            append(texts.other, spacedForIndex(text));
        }
    }
    return texts;
}

std::int64_t digestOf(const DocumentScan& scan)
{
    std::size_t digest = 0;
    const auto& fields = scan.type().fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].search != Search::None) {
            digest = digest * 1'099'511'628'211ULL +
                     std::hash<std::string_view>{}(scan.searchedText(i)) + i;
        }
    }
    return static_cast<std::int64_t>(digest);
}

bool isDeleted(const DocumentScan& scan)
{
    static const auto positions = [] {
        std::vector<std::size_t> all;
        for (const TypeSpec* type : allTypes()) {
            const auto& columns = columnsOf(*type);
            const auto found = std::ranges::find(columns, "deleted_at", &ColumnSpec::name);
            all.push_back(static_cast<std::size_t>(found - columns.begin()));
        }
        return all;
    }();
    const std::size_t position = positions[static_cast<std::size_t>(searchNumberOf(scan.type()))];
    return position < scan.cells().size() &&
           !std::holds_alternative<std::monostate>(scan.cells()[position]);
}

std::string shape()
{
    std::string text = std::to_string(shapeVersion);
    for (const TypeSpec* type : allTypes()) {
        text += ';';
        text += type->name;
        for (const FieldSpec& field : type->fields) {
            if (field.search != Search::None) {
                text += ',';
                text += field.fieldName;
                text += std::to_string(static_cast<int>(field.search));
            }
        }
    }
    return text;
}

} // namespace

bool isSearched(const TypeSpec& type)
{
    static const auto searched = [] {
        std::vector<bool> all;
        for (const TypeSpec* each : allTypes()) {
            all.push_back(std::ranges::any_of(
                each->fields, [](const FieldSpec& field) { return field.search != Search::None; }));
        }
        return all;
    }();
    return searched[static_cast<std::size_t>(searchNumberOf(type))];
}

std::int64_t searchNumberOf(const TypeSpec& type)
{
    const auto types = allTypes();
    const auto found = std::ranges::find(types, &type);
    FIELDBOOK_ASSERT(found != types.end());
    return found - types.begin();
}

std::string searchExpression(std::string_view typed)
{
    const bool isNumber = typed.find_first_not_of("0123456789 -+()/") == std::string_view::npos;
    return phraseFor(isNumber ? phoneDigits(typed) : std::string{typed});
}

void SearchIndex::put(db::Transaction& transaction, const DocumentScan& scan)
{
    if (!isSearched(scan.type())) {
        return;
    }
    if (isDeleted(scan)) {
        erase(transaction, scan.id());
        return;
    }
    const std::int64_t digest = digestOf(scan);
    std::int64_t entry = 0;
    {
        auto known = database_.prepare("SELECT n, digest FROM search_entry WHERE id = :id");
        known.bindView(1, scan.id());
        if (known.step()) {
            if (known.int64(1) == digest) {
                return;
            }
            entry = known.int64(0);
        }
    }
    if (entry != 0) {
        database_.prepare("UPDATE search_entry SET digest = ?2 WHERE n = ?1")
            .bind(1, entry)
            .bind(2, digest)
            .run();
        database_.prepare("DELETE FROM search WHERE rowid = ?1").bind(1, entry).run();
    } else {
        database_.prepare("INSERT INTO search_entry (id, type, digest) VALUES (?1, ?2, ?3)")
            .bindView(1, scan.id())
            .bind(2, searchNumberOf(scan.type()))
            .bind(3, digest)
            .run();
        entry = database_.lastInsertRowId();
    }
    const Texts texts = textsOf(scan);
    database_
        .prepare("INSERT INTO search (rowid, name, pinyin, phone, other) "
                 "VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(1, entry)
        .bindView(2, texts.name)
        .bindView(3, texts.pinyin)
        .bindView(4, texts.phone)
        .bindView(5, texts.other)
        .run();
}

void SearchIndex::erase(db::Transaction& /*transaction*/, const Uuid& id)
{
    auto gone = database_.prepare("DELETE FROM search_entry WHERE id = ?1 RETURNING n");
    gone.bindView(1, id);
    if (gone.step()) {
        database_.prepare("DELETE FROM search WHERE rowid = ?1").bind(1, gone.int64(0)).run();
    }
}

void SearchIndex::startBuilding(db::Transaction& transaction)
{
    meta_.set(transaction, meta::searchBuild, "0:" + Uuid{}.text());
}

bool SearchIndex::isBuilding() const { return meta_.text(meta::searchBuild).has_value(); }

bool SearchIndex::buildSome(db::Transaction& transaction, std::size_t count)
{
    const auto place = meta_.text(meta::searchBuild);
    if (!place) {
        return false;
    }
    const auto colon = place->find(':');
    std::size_t type = std::stoul(place->substr(0, colon));
    Uuid after = Uuid::parse(place->substr(colon + 1)).value_or(Uuid{});
    const auto types = allTypes();
    for (; type < types.size(); ++type, after = Uuid{}) {
        if (!isSearched(*types[type])) {
            continue;
        }
        auto next =
            database_.prepare("SELECT id, doc FROM " + db::RecordTable::of(*types[type]).name() +
                              " WHERE id > :after ORDER BY id LIMIT :count");
        next.bind(":after", after).bind(":count", static_cast<std::int64_t>(count));
        std::size_t done = 0;
        while (next.step()) {
            after = next.uuid(0);
            if (scan_.read(next.text(1))) {
                put(transaction, scan_);
            }
            ++done;
        }
        if (done == count) {
            meta_.set(transaction, meta::searchBuild, std::to_string(type) + ':' + after.text());
            return true;
        }
        count -= done;
    }
    meta_.remove(transaction, meta::searchBuild);
    return false;
}

void SearchIndex::checkShape(db::Transaction& transaction)
{
    const std::string wanted = shape();
    const auto present = meta_.text(meta::searchShape);
    if (present == wanted) {
        return;
    }
    if (present) {
        database_.execute("DELETE FROM search_entry");
        database_.execute("INSERT INTO search (search) VALUES ('delete-all')");
        startBuilding(transaction);
    }
    meta_.set(transaction, meta::searchShape, wanted);
}

} // namespace fieldbook::client
