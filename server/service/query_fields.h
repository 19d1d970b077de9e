#pragma once

#include "server/service/query_service.h"

namespace fieldbook::server {

// Finds the fields that a request names, and refuses those that the role does not see.
class QueryFields {
public:
    QueryFields(const TypeSpec& type, rules::Role role) : type_{type}, role_{role} {}

    // A field of the type itself. Codes `query.field`, `access.field`.
    [[nodiscard]] Result<std::size_t> own(std::string_view name) const;
    // A field of the type or, after a point, of what a reference names, of a kind that can be
    // compared.
    [[nodiscard]] Result<FieldPath> path(std::string_view name) const;
    [[nodiscard]] const FieldSpec& specOf(const FieldPath& path) const;
    // Codes also `query.value`, `query.too_long`.
    [[nodiscard]] Result<Condition> condition(const FieldCondition& asked) const;

private:
    [[nodiscard]] Result<Condition> condition(const FieldCondition& asked, std::size_t& left) const;
    [[nodiscard]] Result<std::vector<Value>> values(const FieldCondition& asked,
                                                    const FieldSpec& spec) const;

    const TypeSpec& type_;
    rules::Role role_;
};

} // namespace fieldbook::server
