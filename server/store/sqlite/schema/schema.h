#pragma once

#include "shared/db/migrator.h"

#include <string_view>
#include <vector>

// The server's own tables, one released step a file; the tables of the records are made from their
// declarations (shared/db/record_table.h).
namespace fieldbook::server::schema {

inline constexpr std::int32_t applicationId = 0x46425344; // "FBSD"

extern const std::string_view step1;
extern const std::string_view step2;
extern const std::string_view step3;
extern const std::string_view step4;
extern const std::string_view step5;
extern const std::string_view step6;
extern const std::string_view step7;
extern const std::string_view step8;

[[nodiscard]] std::vector<db::Migration> migrations();

} // namespace fieldbook::server::schema
