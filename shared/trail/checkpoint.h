#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/base/signature.h"
#include "shared/trail/merkle.h"

#include <string>
#include <string_view>

namespace fieldbook::trail {

// A state of the trail that the server has signed: whoever keeps one can tell later whether what it
// stood for is still there.
struct Checkpoint {
    TreeState tree;
    Timestamp at;

    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

// What a trail is called in its checkpoints: it follows from the key.
[[nodiscard]] std::string originOf(const PublicKey& key);

// As text: a checkpoint after C2SP tlog-checkpoint (origin, size, root in base64, and the time as
// an extension line), signed after C2SP signed-note.
[[nodiscard]] std::string signedText(const Checkpoint& checkpoint, const SigningKey& key);

// Codes: `checkpoint.malformed`, `checkpoint.signature` (signed by another key, or altered).
[[nodiscard]] Result<Checkpoint> readCheckpoint(std::string_view text, const PublicKey& key);

} // namespace fieldbook::trail
