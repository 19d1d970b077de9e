#pragma once

#include "server/service/caller.h"
#include "server/service/directory_board.h"
#include "server/store/store.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fieldbook::server {

// Records as a caller may see them: what stands in the feeds of the caller's tablet, with the
// fields that the role shows; sensitive ones on request only. Any thread.
class RecordService {
public:
    RecordService(Store& store, DirectoryBoard& directory) : store_{store}, directory_{directory} {}

    // The document, without what the caller's role may not see. Code `record.missing`: not there,
    // of another type, or not the caller's to see.
    [[nodiscard]] Result<std::string>
    find(const Caller& caller, const TypeSpec& type, const Uuid& id);
    // The documents after an id, in order of id.
    [[nodiscard]] std::vector<std::string>
    list(const Caller& caller, const TypeSpec& type, const Uuid& after, std::size_t limit);
    // Sensitive fields of a record as they are, for who may have them shown; the caller sees to it
    // that it is noted. Codes `record.missing`, `access.field`.
    [[nodiscard]] Result<std::vector<std::pair<std::string, Value>>>
    reveal(const Caller& caller,
           const TypeSpec& type,
           const Uuid& id,
           std::span<const std::string> fields);
    // What the fields of a record had before, oldest first, but for sensitive ones. Code
    // `record.missing`.
    [[nodiscard]] Result<std::vector<PastValue>>
    history(const Caller& caller, const TypeSpec& type, const Uuid& id);

private:
    [[nodiscard]] rules::Actor actorOf(const Caller& caller) const;

    Store& store_;
    DirectoryBoard& directory_;
};

} // namespace fieldbook::server
