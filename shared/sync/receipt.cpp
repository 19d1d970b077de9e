#include "shared/sync/receipt.h"

#include "shared/sync/codec.h"

#include <array>
#include <utility>

namespace fieldbook::sync {
namespace {

using simdjson::dom::element;

constexpr std::array<std::string_view, 3> outcomeNames{"applied", "merged", "refused"};
constexpr std::array<std::string_view, 4> fieldOutcomeNames{"lost", "won", "asked", "combined"};

template <class Enum, std::size_t Count>
std::optional<Enum> fromName(const std::array<std::string_view, Count>& names,
                             std::string_view name)
{
    for (std::size_t i = 0; i < Count; ++i) {
        if (names[i] == name) {
            return static_cast<Enum>(i);
        }
    }
    return std::nullopt;
}

tl::unexpected<Error> malformed(std::string_view detail)
{
    return fail(ErrorKind::Invalid, "receipt.malformed", std::string{detail});
}

std::string_view textAt(element json, const char* key)
{
    std::string_view text;
    return json[key].get(text) == simdjson::SUCCESS ? text : std::string_view{};
}

Value valueAt(const FieldSpec& field, element json, const char* key)
{
    element value;
    if (json[key].get(value) != simdjson::SUCCESS) {
        return {};
    }
    return parseValue(field, value, Reading::Stored).value_or(Value{});
}

// What became of one field, or nothing where this program does not know the field or the outcome.
std::optional<FieldReceipt> readField(const TypeSpec& type, element json)
{
    const auto index = type.indexOf(textAt(json, "field"));
    const auto outcome = fromName<FieldOutcome>(fieldOutcomeNames, textAt(json, "outcome"));
    if (!index || !outcome) {
        return std::nullopt;
    }
    const FieldSpec& field = type.fields[*index];
    FieldReceipt receipt;
    receipt.field = field.fieldName;
    receipt.outcome = *outcome;
    receipt.mine = valueAt(field, json, "mine");
    receipt.theirs = valueAt(field, json, "theirs");
    receipt.result = valueAt(field, json, "result");
    receipt.theirAuthor = Uuid::parse(textAt(json, "by")).value_or(Uuid{});
    receipt.theirVersion = Version::parse(textAt(json, "v")).value_or(Version{});
    return receipt;
}

void appendMember(std::string& out, std::string_view key, const Value& value)
{
    if (!isEmpty(value)) {
        out += ",\"";
        out += key;
        out += "\":";
        fieldbook::appendJson(out, value);
    }
}

void appendField(std::string& out, const FieldReceipt& field)
{
    out += R"({"field":")";
    out += field.field;
    out += R"(","outcome":")";
    out += fieldOutcomeNames[static_cast<std::size_t>(field.outcome)];
    out += '"';
    appendMember(out, "mine", field.mine);
    appendMember(out, "theirs", field.theirs);
    appendMember(out, "result", field.result);
    if (!field.theirAuthor.isNil()) {
        out += R"(,"by":")" + field.theirAuthor.text() + '"';
    }
    if (field.theirVersion != Version{}) {
        out += R"(,"v":")" + field.theirVersion.text() + '"';
    }
    out += '}';
}

} // namespace

void appendJson(std::string& out, const Receipt& receipt)
{
    out += R"({"n":)";
    appendJsonInteger(out, receipt.number);
    out += R"(,"outcome":")";
    out += outcomeNames[static_cast<std::size_t>(receipt.outcome)];
    out += R"(","seq":)";
    appendJsonInteger(out, receipt.sequence);
    if (receipt.type != nullptr) {
        out += R"(,"type":")";
        out += receipt.type->name;
        out += R"(","fields":[)";
        for (const FieldReceipt& field : receipt.fields) {
            if (&field != &receipt.fields.front()) {
                out += ',';
            }
            appendField(out, field);
        }
        out += ']';
    }
    if (receipt.outcome == Outcome::Refused) {
        out += R"(,"code":)";
        appendJsonString(out, receipt.code);
        out += R"(,"reason":{"en":)";
        appendJsonString(out, receipt.reasonEn);
        out += R"(,"zh":)";
        appendJsonString(out, receipt.reasonZh);
        out += '}';
    }
    out += '}';
}

Result<Receipt> readReceipt(element json)
{
    Receipt receipt;
    const auto outcome = fromName<Outcome>(outcomeNames, textAt(json, "outcome"));
    if (json["n"].get(receipt.number) != simdjson::SUCCESS || receipt.number < 1 ||
        json["seq"].get(receipt.sequence) != simdjson::SUCCESS || receipt.sequence < 0 ||
        !outcome) {
        return malformed("n, outcome and seq");
    }
    receipt.outcome = *outcome;
    receipt.type = findType(textAt(json, "type"));
    simdjson::dom::array fields;
    if (receipt.type != nullptr && json["fields"].get(fields) == simdjson::SUCCESS) {
        for (const element item : fields) {
            if (auto field = readField(*receipt.type, item)) {
                receipt.fields.push_back(std::move(*field));
            }
        }
    }
    if (receipt.outcome == Outcome::Refused) {
        receipt.code = textAt(json, "code");
        element reason;
        if (json["reason"].get(reason) == simdjson::SUCCESS) {
            receipt.reasonEn = textAt(reason, "en");
            receipt.reasonZh = textAt(reason, "zh");
        }
    }
    return receipt;
}

std::string toJson(const Receipt& receipt)
{
    std::string out;
    appendJson(out, receipt);
    return out;
}

Result<Receipt> parseReceipt(std::string_view json)
{
    thread_local auto parser = makeJsonParser();
    element tree;
    if (parseJson(parser, json).get(tree) != simdjson::SUCCESS) {
        return malformed("not JSON");
    }
    return readReceipt(tree);
}

} // namespace fieldbook::sync
