#pragma once

#include "shared/base/secret_key.h"

#include <QDir>

namespace fieldbook::client {

// The key of the tablet's store. With FIELDBOOK_PASSPHRASE in the environment it is derived from
// that (Argon2id, salt beside the store); otherwise it is a random one in a file that only this
// account of the system may read. Throws std::runtime_error if neither can be read or made.
[[nodiscard]] SecretKey storeKey(const QDir& folder, Entropy& entropy);

} // namespace fieldbook::client
