#include "shared/sync/change.h"

#include "shared/sync/codec.h"

namespace fieldbook::sync {
namespace {

void appendMembers(std::string& out, std::string_view key, const TextSet& members)
{
    if (!members.empty()) {
        out += out.back() == '{' ? "\"" : ",\"";
        out += key;
        out += "\":";
        fieldbook::appendJson(out, Value{members});
    }
}

void appendTarget(std::string& out, const TypeSpec& type, const Uuid& id)
{
    out += R"("type":")";
    out += type.name;
    out += R"(","id":")";
    out += id.text();
    out += '"';
}

void appendFieldName(std::string& out, std::string_view name)
{
    out += out.back() == '{' ? "\"" : ",\"";
    out += name;
    out += "\":";
}

struct BodyAppender {
    std::string& out;

    void operator()(const CreateBody& body) const
    {
        out += R"("create":{)";
        appendTarget(out, *body.type, body.id);
        out += R"(,"f":{)";
        for (const auto& [index, value] : body.values) {
            appendFieldName(out, body.type->fields[index].fieldName);
            fieldbook::appendJson(out, value);
        }
        out += "}}";
    }

    void operator()(const EditBody& body) const
    {
        out += R"("edit":{)";
        appendTarget(out, *body.type, body.id);
        out += R"(,"f":{)";
        for (const FieldEdit& edit : body.fields) {
            const FieldSpec& field = body.type->fields[edit.field];
            appendFieldName(out, field.fieldName);
            appendFieldEdit(out, field, edit);
        }
        out += "}}";
    }

    void operator()(const ActBody& body) const
    {
        out += R"("act":{"name":)";
        appendJsonString(out, body.name);
        out += ',';
        appendTarget(out, *body.type, body.id);
        out += R"(,"args":)";
        out += body.arguments;
        out += '}';
    }
};

} // namespace

const TypeSpec& Change::type() const
{
    return *std::visit([](const auto& each) { return each.type; }, body);
}

const Uuid& Change::id() const
{
    return std::visit([](const auto& each) -> const Uuid& { return each.id; }, body);
}

void appendFieldEdit(std::string& out, const FieldSpec& field, const FieldEdit& edit)
{
    out += '{';
    if (field.merge == Merge::Sum) {
        out += R"("plus":)";
        appendJsonInteger(out, edit.plus);
    } else if (field.merge == Merge::Set || field.merge == Merge::Append) {
        appendMembers(out, "add", edit.add);
        appendMembers(out, "remove", edit.remove);
    } else {
        out += R"("to":)";
        fieldbook::appendJson(out, edit.to);
        out += R"(,"from":")" + edit.from.text() + '"';
        if (!isEmpty(edit.was)) {
            out += R"(,"was":)";
            fieldbook::appendJson(out, edit.was);
        }
        if (!edit.settles.empty()) {
            out += R"(,"settles":)";
            const char* between = "[";
            for (const Version& version : edit.settles) {
                out += between;
                out += '"' + version.text() + '"';
                between = ",";
            }
            out += ']';
        }
    }
    out += '}';
}

void appendJson(std::string& out, const Change& change)
{
    out += R"({"n":)";
    appendJsonInteger(out, change.number);
    out += R"(,"at":")" + change.at.text() + R"(",)";
    if (change.groupFirst != 0) {
        out += R"("group":[)";
        appendJsonInteger(out, change.groupFirst);
        out += ',';
        appendJsonInteger(out, change.groupLast);
        out += "],";
    }
    std::visit(BodyAppender{out}, change.body);
    out += '}';
}

std::string toJson(const Change& change)
{
    std::string out;
    out.reserve(512);
    appendJson(out, change);
    return out;
}

} // namespace fieldbook::sync
