#pragma once

#include "shared/base/result.h"
#include "shared/record/field.h"

namespace fieldbook::server::api {

struct ProblemText {
    Label title;
    Label detail;
};

// What a person reads of an error: a title after its kind, a sentence after its code. A code
// without a sentence of its own gets that of its kind.
[[nodiscard]] ProblemText problemText(const Error& error);

} // namespace fieldbook::server::api
