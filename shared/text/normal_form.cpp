#include "shared/text/normal_form.h"

#include "shared/text/icu.h"

#include <unicode/normalizer2.h>

namespace fieldbook {

std::string compatibilityForm(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFKCInstance(status);
    requireIcu(status, "normalizer");
    const auto normal = normalizer->normalize(fromUtf8(text), status);
    requireIcu(status, "normalize");
    return toUtf8(normal);
}

} // namespace fieldbook
