#include "server/service/cursor.h"

#include "shared/base/assert.h"
#include "shared/base/encoding.h"
#include "shared/base/secret_box.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <span>

namespace fieldbook::server {
namespace {

constexpr std::uint8_t formatVersion = 5;
constexpr int numberBytes = 8;
// Text longer than this is none of ours: a thousand teams fit in it.
constexpr std::size_t textMax = std::size_t{64} * 1024;

class Writer {
public:
    void byte(std::uint8_t value) { bytes_.push_back(value); }
    void number(std::int64_t value)
    {
        FIELDBOOK_ASSERT(value >= 0);
        const auto bits = static_cast<std::uint64_t>(value);
        for (int i = 0; i < numberBytes; ++i) {
            byte(static_cast<std::uint8_t>(bits >> (8 * i)));
        }
    }
    void raw(std::span<const std::uint8_t> bytes)
    {
        bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
    }
    void feed(const FeedName& name)
    {
        byte(static_cast<std::uint8_t>(name.front()));
        if (name.size() > 1) {
            const auto id = Uuid::parse(std::string_view{name}.substr(2));
            FIELDBOOK_ASSERT(id.has_value());
            raw(id->bytes());
        }
    }
    [[nodiscard]] const Bytes& bytes() const { return bytes_; }

private:
    Bytes bytes_;
};

// Reads until something is missing; then nothing it gives counts.
class Reader {
public:
    explicit Reader(std::span<const std::uint8_t> bytes) : bytes_{bytes} {}

    [[nodiscard]] std::uint8_t byte()
    {
        if (bytes_.empty()) {
            good_ = false;
            return 0;
        }
        const auto value = bytes_.front();
        bytes_ = bytes_.subspan(1);
        return value;
    }
    [[nodiscard]] std::int64_t number()
    {
        std::uint64_t bits = 0;
        for (int i = 0; i < numberBytes; ++i) {
            bits |= static_cast<std::uint64_t>(byte()) << (8 * i);
        }
        return static_cast<std::int64_t>(bits);
    }
    [[nodiscard]] Uuid id()
    {
        const auto read = bytes_.size() < 16 ? std::nullopt : Uuid::fromBytes(bytes_.first(16));
        if (!read) {
            good_ = false;
            return {};
        }
        bytes_ = bytes_.subspan(16);
        return *read;
    }
    [[nodiscard]] FeedName feed()
    {
        const char kind = static_cast<char>(byte());
        if (kind == 'c' || kind == 'o') {
            return FeedName{kind};
        }
        good_ = good_ && (kind == 'b' || kind == 'd' || kind == 'm' || kind == 't' || kind == 'u');
        return FeedName{kind} + ":" + id().text();
    }
    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] bool atEnd() const { return good_ && bytes_.empty(); }

private:
    std::span<const std::uint8_t> bytes_;
    bool good_ = true;
};

tl::unexpected<Error> invalid() { return fail(ErrorKind::Invalid, "cursor.invalid"); }

} // namespace

std::string
encodeCursor(const Cursor& cursor, const Uuid& user, const SecretKey& key, Entropy& entropy)
{
    Writer out;
    out.byte(formatVersion);
    out.raw(user.bytes());
    out.number(cursor.epoch);
    out.number(cursor.seen);
    out.number(cursor.form);
    out.number(static_cast<std::int64_t>(cursor.feeds.size()));
    for (const auto& feed : cursor.feeds) {
        out.feed(feed.feed);
        out.number(feed.after);
        out.number(feed.leftAfter);
    }
    out.number(static_cast<std::int64_t>(cursor.leaving.size()));
    for (const auto& feed : cursor.leaving) {
        out.feed(feed.feed);
        out.number(feed.after);
        out.number(feed.held);
        out.number(feed.leftAfter);
    }
    return toBase64Url(seal(key, out.bytes(), entropy));
}

Result<Cursor> decodeCursor(std::string_view text, const Uuid& user, const SecretKey& key)
{
    if (text.empty()) {
        return Cursor{};
    }
    const auto bytes = text.size() <= textMax ? fromBase64Url(text) : std::nullopt;
    const auto body = bytes ? unseal(key, *bytes) : fail(ErrorKind::Invalid, {});
    if (!body) {
        return invalid();
    }
    Reader in{*body};
    if (in.byte() != formatVersion || in.id() != user) {
        return invalid();
    }
    Cursor cursor;
    cursor.epoch = in.number();
    cursor.seen = in.number();
    cursor.form = in.number();
    for (auto count = in.number(); in.good() && count > 0; --count) {
        auto feed = in.feed();
        const auto after = in.number();
        cursor.feeds.push_back({std::move(feed), after, in.number()});
    }
    for (auto count = in.number(); in.good() && count > 0; --count) {
        auto feed = in.feed();
        const auto after = in.number();
        const auto held = in.number();
        cursor.leaving.push_back({std::move(feed), after, held, in.number()});
    }
    return in.atEnd() ? Result<Cursor>{std::move(cursor)} : invalid();
}

} // namespace fieldbook::server
