#include "client/local/wiping.h"

#include "shared/base/durable_file.h"
#include "shared/base/encoding.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <vector>

namespace fieldbook::client {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::string_view noteName = "wiping.json";
// Held while the program runs, and how the app looks: neither knows anything.
constexpr std::array<std::string_view, 3> kept{noteName, "lock", "preferences.ini"};
constexpr std::string_view storeName = "store";

bool isKept(const fs::path& entry)
{
    return std::ranges::find(kept, entry.filename().string()) != kept.end();
}

// What stands at the top of the folder and goes, the store last: keys stand beside it.
std::vector<fs::path> condemned(const fs::path& folder)
{
    std::vector<fs::path> all;
    for (const auto& entry : fs::directory_iterator{folder}) {
        if (!isKept(entry.path())) {
            all.push_back(entry.path());
        }
    }
    std::ranges::sort(all, {}, [](const fs::path& path) {
        return std::pair{path.filename() == storeName, path.string()};
    });
    return all;
}

json filesIn(const fs::path& folder)
{
    auto files = json::array();
    const auto add = [&](const fs::path& file) {
        files.push_back({{"name", fs::relative(file, folder).generic_string()},
                         {"bytes", static_cast<std::int64_t>(fs::file_size(file))}});
    };
    for (const auto& top : condemned(folder)) {
        if (fs::is_regular_file(top)) {
            add(top);
        } else if (fs::is_directory(top)) {
            for (const auto& entry : fs::recursive_directory_iterator{top}) {
                if (entry.is_regular_file()) {
                    add(entry.path());
                }
            }
        }
    }
    return files;
}

json readNote(const fs::path& folder)
{
    std::ifstream in{folder / noteName, std::ios::binary};
    const auto note = in ? json::parse(in, nullptr, false) : json{};
    return note.is_object() ? note : json{};
}

void writeNote(const fs::path& folder, const json& note)
{
    // The name of a file may be anything.
    replaceDurably(folder / noteName,
                   asBytes(note.dump(-1, ' ', false, json::error_handler_t::replace)));
}

sync::WipeReceipt receiptOf(const json& note, Timestamp now)
{
    sync::WipeReceipt receipt{.device = note.value("device", std::int64_t{0}),
                              .install = note.value("install", ""),
                              .orderedAt = fromMillis(note.value("ordered_at", std::int64_t{0})),
                              .wipedAt = now,
                              .files = {}};
    for (const auto& file : note.value("files", json::array())) {
        receipt.files.push_back({file.value("name", ""), file.value("bytes", std::int64_t{0})});
    }
    return receipt;
}

} // namespace

Wiping::Wiping(fs::path folder) : folder_{std::move(folder)} {}

bool Wiping::isOrdered() const
{
    const auto note = readNote(folder_);
    return note.is_object() && !note.contains("wiped_at");
}

void Wiping::order(const WipeOrder& order, Timestamp now)
{
    if (isOrdered()) {
        return;
    }
    writeNote(folder_, {{"server", order.server},
                        {"device", order.device},
                        {"device_code", order.deviceCode},
                        {"install", order.install},
                        {"key", toBase64Url(order.key.bytes())},
                        {"ordered_at", toMillis(now)}});
}

void Wiping::carryOut(Timestamp now, const std::function<void()>& keysFirst)
{
    if (!isOrdered()) {
        return;
    }
    auto note = readNote(folder_);
    if (!note.contains("files")) {
        // Before the first of them goes.
        note["files"] = filesIn(folder_);
        writeNote(folder_, note);
    }
    if (keysFirst) {
        keysFirst();
    }
    for (const auto& path : condemned(folder_)) {
        if (fs::is_regular_file(path)) {
            overwrite(path);
        }
        fs::remove_all(path);
    }
    syncFolder(folder_);
    const auto bytes = fromBase64Url(note.value("key", ""));
    const auto seed = bytes ? SecretKey::fromBytes(*bytes) : std::nullopt;
    if (seed) {
        const auto signedText = sync::signedFor(
            sync::Purpose::WipeReceipt, sync::toJson(receiptOf(note, now)), SigningKey{*seed});
        note["receipt"] = sync::toJson(signedText);
    }
    note["wiped_at"] = toMillis(now);
    note.erase("files");
    note.erase("key");
    writeNote(folder_, note);
}

std::optional<Wiping::Done> Wiping::done() const
{
    const auto note = readNote(folder_);
    if (!note.is_object() || !note.contains("wiped_at")) {
        return std::nullopt;
    }
    Done done{.server = note.value("server", ""),
              .deviceCode = note.value("device_code", ""),
              .wipedAt = fromMillis(note.value("wiped_at", std::int64_t{0})),
              .receipt = {}};
    if (note.contains("receipt")) {
        if (auto receipt = sync::parseSignedText(note.value("receipt", ""))) {
            done.receipt = std::move(*receipt);
        }
    }
    return done;
}

void Wiping::receiptTaken()
{
    auto note = readNote(folder_);
    if (note.is_object() && note.contains("wiped_at")) {
        note.erase("receipt");
        writeNote(folder_, note);
    }
}

void Wiping::forget()
{
    fs::remove(folder_ / noteName);
    syncFolder(folder_);
}

} // namespace fieldbook::client
