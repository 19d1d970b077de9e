#pragma once

#include "server/api/language.h"
#include "server/service/review_service.h"

#include <ostream>

namespace fieldbook::server {

// The review as aligned text for a terminal.
void printReview(std::ostream& out, const Review& review, Language language);

} // namespace fieldbook::server
