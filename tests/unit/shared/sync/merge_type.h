#pragma once

#include "shared/record/type.h"

namespace fieldbook::sync::testing {

// A type with a field of every policy that an edit may use, since no type of the product needs them
// all.
inline const TypeSpec& everyPolicy()
{
    static const TypeSpec type = [] {
        TypeSpec spec;
        spec.name = "every_policy";
        spec.fields = {fieldbook::text("latest"),
                       fieldbook::text("ask").ask(),
                       textSet("set"),
                       integer("sum").sum(),
                       longText("text"),
                       longText("log").append(),
                       textSet("collected").append()};
        return spec;
    }();
    return type;
}

} // namespace fieldbook::sync::testing
