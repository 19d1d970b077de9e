#include "server/app/version.h"

namespace fieldbook::server {

std::string_view versionText() { return FIELDBOOK_VERSION; }

} // namespace fieldbook::server
