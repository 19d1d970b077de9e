#pragma once

#include "server/tables/table_file.h"

namespace fieldbook::server {

// "-12.50", "12.50%".
[[nodiscard]] std::string plainText(const DecimalCell& cell);

[[nodiscard]] std::unique_ptr<TableFile> csvTable(const TableAbout& about);
[[nodiscard]] std::unique_ptr<TableFile> xlsxTable(const TableAbout& about,
                                                   const std::filesystem::path& scratch);

} // namespace fieldbook::server
