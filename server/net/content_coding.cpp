#include "server/net/content_coding.h"

#include "server/net/limits.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <stdexcept>
#include <zlib.h>
#include <zstd.h>

namespace fieldbook::server::net {
namespace {

// zstd at level 1 is ten times as fast as zlib at 6 and packs JSON better; see README.md, Why.
constexpr int zstdLevel = 1;
constexpr int zlibLevel = 4;
// Adding 16 to zlib's window bits selects the gzip format.
constexpr int gzipWindowBits = 15 + 16;
// A decoder is not to be talked into a larger window than this: 8 MiB, what RFC 9659 allows.
constexpr int zstdWindowLogMax = 23;
constexpr std::size_t decodeStep = 64 * kibibyte;

std::string_view trim(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// "gzip;q=0" is a refusal; any other weight is a yes.
bool isRefused(std::string_view parameters)
{
    const auto equals = parameters.find('=');
    if (equals == std::string_view::npos)
        return false;
    const auto weight = trim(parameters.substr(equals + 1));
    return weight.find_first_not_of("0.") == std::string_view::npos;
}

bool isText(std::string_view contentType)
{
    const auto type = trim(contentType.substr(0, contentType.find(';')));
    constexpr std::array<std::string_view, 5> types{"application/json", "application/javascript",
                                                    "application/xml", "image/svg+xml",
                                                    "application/x-ndjson"};
    return type.starts_with("text/") || type.ends_with("+json") ||
           std::ranges::find(types, type) != types.end();
}

template <auto Free>
struct FreeWith {
    template <class T>
    void operator()(T* pointer) const
    {
        Free(pointer);
    }
};

std::string zstdEncode(std::string_view body)
{
    // A context is 1 MiB of tables: one per thread, made at its first use.
    thread_local const std::unique_ptr<ZSTD_CCtx, FreeWith<ZSTD_freeCCtx>> context{
        ZSTD_createCCtx()};
    if (!context)
        throw std::runtime_error{"zstd has no memory for a context"};
    std::string out(ZSTD_compressBound(body.size()), '\0');
    const auto size = ZSTD_compressCCtx(context.get(), out.data(), out.size(), body.data(),
                                        body.size(), zstdLevel);
    if (ZSTD_isError(size) != 0)
        throw std::runtime_error{std::string{"zstd: "} + ZSTD_getErrorName(size)};
    out.resize(size);
    return out;
}

// zlib takes a mutable pointer for input it does not change.
Bytef* zlibInput(std::string_view body)
{
    return const_cast<Bytef*>(reinterpret_cast<const Bytef*>(body.data()));
}

std::string gzipEncode(std::string_view body)
{
    z_stream stream{};
    if (deflateInit2(&stream, zlibLevel, Z_DEFLATED, gzipWindowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error{"zlib has no memory for a stream"};
    const std::unique_ptr<z_stream, FreeWith<deflateEnd>> guard{&stream};
    std::string out(deflateBound(&stream, body.size()), '\0');
    stream.next_in = zlibInput(body);
    stream.avail_in = static_cast<uInt>(body.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        throw std::runtime_error{"zlib did not finish within its own bound"};
    out.resize(stream.total_out);
    return out;
}

tl::unexpected<Error> malformed()
{
    return fail(ErrorKind::Invalid, "http.body_malformed",
                "The body is not what its Content-Encoding says.");
}

tl::unexpected<Error> tooLarge()
{
    return fail(ErrorKind::TooLarge, "http.body_too_large",
                "The decoded body is over the limit of this route.");
}

Result<std::string> zstdDecode(std::string_view body, std::size_t bytesMax)
{
    const std::unique_ptr<ZSTD_DCtx, FreeWith<ZSTD_freeDCtx>> context{ZSTD_createDCtx()};
    if (!context)
        throw std::runtime_error{"zstd has no memory for a context"};
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, zstdWindowLogMax);
    std::string out;
    ZSTD_inBuffer input{body.data(), body.size(), 0};
    std::size_t state = 1;
    while (state != 0 || input.pos < input.size) {
        const auto before = out.size();
        // One byte beyond the limit tells "exactly full" from "too large".
        out.resize(std::min(before + std::max(before, decodeStep), bytesMax + 1));
        ZSTD_outBuffer output{out.data() + before, out.size() - before, 0};
        state = ZSTD_decompressStream(context.get(), &output, &input);
        if (ZSTD_isError(state) != 0)
            return malformed();
        out.resize(before + output.pos);
        if (out.size() > bytesMax)
            return tooLarge();
        const bool roomLeft = output.pos < output.size;
        if (state != 0 && input.pos == input.size && roomLeft)
            return malformed();
    }
    return out;
}

Result<std::string> gzipDecode(std::string_view body, std::size_t bytesMax)
{
    z_stream stream{};
    if (inflateInit2(&stream, gzipWindowBits) != Z_OK)
        throw std::runtime_error{"zlib has no memory for a stream"};
    const std::unique_ptr<z_stream, FreeWith<inflateEnd>> guard{&stream};
    stream.next_in = zlibInput(body);
    stream.avail_in = static_cast<uInt>(body.size());
    std::string out;
    int state = Z_OK;
    while (state != Z_STREAM_END) {
        const auto before = out.size();
        out.resize(std::min(before + std::max(before, decodeStep), bytesMax + 1));
        stream.next_out = reinterpret_cast<Bytef*>(out.data() + before);
        stream.avail_out = static_cast<uInt>(out.size() - before);
        state = inflate(&stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END)
            return malformed();
        out.resize(out.size() - stream.avail_out);
        if (out.size() > bytesMax)
            return tooLarge();
    }
    if (stream.avail_in != 0)
        return malformed();
    return out;
}

} // namespace

bool acceptsCoding(std::string_view acceptEncoding, std::string_view name)
{
    while (!acceptEncoding.empty()) {
        const auto item = acceptEncoding.substr(0, acceptEncoding.find(','));
        acceptEncoding.remove_prefix(std::min(acceptEncoding.size(), item.size() + 1));
        const auto semicolon = item.find(';');
        if (equalsIgnoringCase(trim(item.substr(0, semicolon)), name))
            return semicolon == std::string_view::npos || !isRefused(item.substr(semicolon + 1));
    }
    return false;
}

ContentCoding chooseCoding(std::string_view acceptEncoding)
{
    if (acceptsCoding(acceptEncoding, "zstd"))
        return ContentCoding::Zstd;
    return acceptsCoding(acceptEncoding, "gzip") ? ContentCoding::Gzip : ContentCoding::Identity;
}

std::optional<ContentCoding> codingFromName(std::string_view name)
{
    const auto trimmed = trim(name);
    if (equalsIgnoringCase(trimmed, "identity"))
        return ContentCoding::Identity;
    if (equalsIgnoringCase(trimmed, "gzip") || equalsIgnoringCase(trimmed, "x-gzip"))
        return ContentCoding::Gzip;
    if (equalsIgnoringCase(trimmed, "zstd"))
        return ContentCoding::Zstd;
    return std::nullopt;
}

void encodeBody(Response& response, ContentCoding coding, std::size_t bytesMin)
{
    if (!response.compressible || response.body.size() < bytesMin ||
        response.headers.contains("Content-Encoding") ||
        !isText(response.headers.find("Content-Type").value_or("")))
        return;
    if (const auto tag = response.headers.find("ETag"); tag && !tag->starts_with("W/"))
        return;
    // Also when this caller gets it plain: a cache must not hand it to the next one as it is.
    response.headers.add("Vary", "Accept-Encoding");
    if (coding == ContentCoding::Identity)
        return;
    auto encoded =
        coding == ContentCoding::Zstd ? zstdEncode(response.body) : gzipEncode(response.body);
    response.compressible = false;
    if (encoded.size() >= response.body.size())
        return;
    response.body = std::move(encoded);
    response.headers.add("Content-Encoding", coding == ContentCoding::Zstd ? "zstd" : "gzip");
}

Result<std::string> decodeBody(std::string_view body, ContentCoding coding, std::size_t bytesMax)
{
    switch (coding) {
    case ContentCoding::Zstd:
        return zstdDecode(body, bytesMax);
    case ContentCoding::Gzip:
        return gzipDecode(body, bytesMax);
    case ContentCoding::Identity:
        break;
    }
    if (body.size() > bytesMax)
        return tooLarge();
    return std::string{body};
}

} // namespace fieldbook::server::net
