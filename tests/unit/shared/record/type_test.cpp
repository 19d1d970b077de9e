#include "shared/record/json_schema.h"
#include "shared/record/type.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

namespace fieldbook {
namespace {

TEST(Types, ReferToTypesThatThereAre)
{
    for (const TypeSpec* type : allTypes()) {
        EXPECT_EQ(findType(type->name), type);
        for (const FieldSpec& field : type->fields) {
            EXPECT_EQ(field.kind == FieldKind::Reference, !field.refersTo.empty());
            if (!field.refersTo.empty()) {
                EXPECT_NE(findType(field.refersTo), nullptr)
                    << type->name << '.' << field.fieldName;
            }
        }
    }
    EXPECT_EQ(findType("unicorn"), nullptr);
}

TEST(Types, SayEverythingInBothLanguages)
{
    const auto said = [](const Label& label) { return !label.en.empty() && !label.zh.empty(); };

    for (const TypeSpec* type : allTypes()) {
        EXPECT_TRUE(said(type->label)) << type->name;
        for (const FieldSpec& field : type->fields) {
            EXPECT_TRUE(said(field.fieldLabel)) << type->name << '.' << field.fieldName;
            for (const Choice& choice : field.choices) {
                EXPECT_TRUE(said(choice.label)) << field.fieldName << '.' << choice.code;
            }
        }
    }
}

TEST(Types, NameNoFieldAndNoChoiceTwice)
{
    for (const TypeSpec* type : allTypes()) {
        std::set<std::string_view> fields;
        for (const FieldSpec& field : type->fields) {
            EXPECT_TRUE(fields.insert(field.fieldName).second) << type->name << field.fieldName;
            EXPECT_EQ(field.kind == FieldKind::Choice, !field.choices.empty());
            std::set<std::string_view> codes;
            for (const Choice& choice : field.choices) {
                EXPECT_TRUE(codes.insert(choice.code).second) << field.fieldName << choice.code;
            }
        }
    }
}

TEST(Types, FindWhatHangsOnARecordByAnIndex)
{
    for (const TypeSpec* type : allTypes()) {
        for (const auto parent : type->parentFields) {
            EXPECT_TRUE(type->field(parent).isIndexed) << type->name << '.' << parent;
        }
        if (!type->ownerField.empty()) {
            EXPECT_TRUE(type->ownerSpec().isIndexed) << type->name;
            EXPECT_EQ(type->ownerSpec().merge, Merge::Act) << type->name;
            EXPECT_EQ(type->ownerSpec().refersTo, "user") << type->name;
        }
    }
}

TEST(Types, OfTheCompanyAreWrittenByTheServerAlone)
{
    for (const TypeSpec* type : allTypes()) {
        if (type->audience != Audience::Company) {
            continue;
        }
        EXPECT_FALSE(type->tabletWrites) << type->name;
        for (const FieldSpec& field : type->fields) {
            EXPECT_TRUE(field.merge == Merge::Server || field.merge == Merge::Act ||
                        field.fieldName == "deleted_at" || field.kind == FieldKind::LongText)
                << type->name << '.' << field.fieldName;
        }
    }
}

TEST(JsonSchema, OfEveryFieldIsJson)
{
    for (const TypeSpec* type : allTypes()) {
        for (const FieldSpec& field : type->fields) {
            const auto schema = nlohmann::json::parse(jsonSchemaOf(field), nullptr, false);
            ASSERT_TRUE(schema.is_object()) << type->name << '.' << field.fieldName;
            EXPECT_TRUE(schema.contains("type"));
        }
    }
}

TEST(JsonSchema, NamesChoicesLengthsAndForms)
{
    const auto of = [](std::string_view type, std::string_view field) {
        return nlohmann::json::parse(jsonSchemaOf(typeNamed(type).field(field)));
    };

    EXPECT_EQ(of("customer", "kind")["enum"], nlohmann::json({"organisation", "person"}));
    EXPECT_EQ(of("customer", "phone")["maxLength"], 60);
    EXPECT_EQ(of("customer", "owner")["format"], "uuid");
    EXPECT_EQ(of("customer", "tags")["items"]["maxLength"], 200);
    EXPECT_EQ(of("opportunity", "amount")["required"], nlohmann::json({"minor", "currency"}));
    EXPECT_EQ(of("customer", "position")["properties"]["lat"]["maximum"], 90);
}

} // namespace
} // namespace fieldbook
