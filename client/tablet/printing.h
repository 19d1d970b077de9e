#pragma once

#include "client/tablet/commands/command.h"
#include "shared/sync/replica.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

// How everything is shown: a table or lines for people, JSON in the words of the wire for programs.
namespace fieldbook::client::tablet {

// The record's document with "mark" (sent, waiting, sending, refused, conflict).
[[nodiscard]] nlohmann::json recordJson(const Record& record, SyncMark mark);
void printRecord(const Console& console, Tablet& tablet, const Record& record);
void printRecords(Tablet& tablet, const std::vector<Record>& records);

[[nodiscard]] nlohmann::json changeJson(const ChangeRow& row);
void printChanges(const Console& console, const std::vector<ChangeRow>& rows);
[[nodiscard]] nlohmann::json receiptJson(const ReceiptRow& row);
void printReceipts(const Console& console, const std::vector<ReceiptRow>& rows);

[[nodiscard]] nlohmann::json statusJson(const StoreStatus& status);
void printStatus(const Console& console, const StoreStatus& status);
[[nodiscard]] nlohmann::json syncJson(const sync::Status& status);
[[nodiscard]] std::string syncText(const Console& console, const sync::Status& status);

[[nodiscard]] nlohmann::json attentionJson(const AttentionDetail& detail);
void printAttention(const Console& console, const std::vector<AttentionDetail>& items);

// A value as a person reads it.
[[nodiscard]] std::string
valueText(const Console& console, const FieldSpec& field, const Value& value);
[[nodiscard]] std::string_view markName(SyncMark mark);

// One JSON document on a line of its own.
void printJson(const Console& console, const nlohmann::json& json);

} // namespace fieldbook::client::tablet
