#pragma once

#include "shared/record/record.h"
#include "tests/support/seeded_entropy.h"

namespace fieldbook::testing {

// Values, versions and records that follow from the declarations and the seed alone: every form
// that a field may take, also the awkward ones (quotes, newlines, Chinese, the ends of ranges).
[[nodiscard]] std::string randomText(SeededEntropy& random, std::size_t maxBytes);
[[nodiscard]] Uuid randomId(SeededEntropy& random);
[[nodiscard]] Version randomVersion(SeededEntropy& random);
// Never "no value".
[[nodiscard]] Value randomValue(const FieldSpec& field, SeededEntropy& random);
// About half of the fields have a value; some have a version of their own, some of those that ask
// stand undecided.
[[nodiscard]] Record randomRecord(const TypeSpec& type, SeededEntropy& random);

} // namespace fieldbook::testing
