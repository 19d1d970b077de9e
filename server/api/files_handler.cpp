#include "server/api/api.h"
#include "server/api/problem.h"
#include "shared/base/hash.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <fstream>
#include <map>
#include <memory>
#include <stdexcept>

// Uploads after tus 1.0.0 (creation, checksum, termination), and fetching what was uploaded.
namespace fieldbook::server::api {
namespace {

constexpr std::string_view tusVersion = "1.0.0";
// Bytes of one PATCH; a larger file comes in several.
constexpr std::size_t pieceBytesMax = std::size_t{8} * 1024 * 1024;

std::optional<std::int64_t> numberFrom(std::optional<std::string_view> text)
{
    std::int64_t value = 0;
    if (!text || text->empty()) {
        return std::nullopt;
    }
    const char* begin = std::to_address(text->begin());
    const char* end = begin + text->size();
    const auto [after, error] = std::from_chars(begin, end, value);
    return error == std::errc{} && after == end && value >= 0 ? std::optional{value} : std::nullopt;
}

Result<void> checkVersion(const Call& call)
{
    if (call.request.header("Tus-Resumable") != tusVersion) {
        return fail(ErrorKind::Invalid, "upload.version");
    }
    return {};
}

// "sha256 <base64>,name <base64>" (tus, Upload-Metadata).
std::map<std::string, std::string, std::less<>> metadataOf(std::string_view text)
{
    std::map<std::string, std::string, std::less<>> values;
    while (!text.empty()) {
        const auto comma = text.find(',');
        auto pair = text.substr(0, comma);
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
        while (pair.starts_with(' ')) {
            pair.remove_prefix(1);
        }
        const auto space = pair.find(' ');
        const auto value =
            space == std::string_view::npos ? std::nullopt : fromBase64(pair.substr(space + 1));
        if (value) {
            values[std::string{pair.substr(0, space)}] = std::string{asText(*value)};
        }
    }
    return values;
}

net::Response place(const Upload& upload, int status)
{
    net::Response response{.status = status};
    response.headers.set("Tus-Resumable", tusVersion);
    response.headers.set("Upload-Offset", std::to_string(upload.offset));
    response.headers.set("Upload-Length", std::to_string(upload.size));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

Result<Uuid> uploadOf(const Call& call)
{
    const auto id = Uuid::parse(call.request.pathParameter("id"));
    return id ? Result<Uuid>{*id} : fail(ErrorKind::NotFound, "upload.missing");
}

Result<net::Response> begin(const Services& services, const Call& call)
{
    if (auto good = checkVersion(call); !good) {
        return fail(good.error());
    }
    const auto size = numberFrom(call.request.header("Upload-Length"));
    const auto metadata = metadataOf(call.request.header("Upload-Metadata").value_or(""));
    const auto sha256 = metadata.find("sha256");
    if (!size || sha256 == metadata.end()) {
        return fail(ErrorKind::Invalid, "upload.malformed",
                    "Upload-Length and sha256 in Upload-Metadata are needed");
    }
    const auto upload = services.files.begin(call.caller, sha256->second, *size);
    if (!upload) {
        return fail(upload.error());
    }
    auto response = place(*upload, 201);
    response.headers.set("Location", "/v1/files/uploads/" + upload->id.text());
    return response;
}

Result<net::Response> resume(const Services& services, const Call& call)
{
    const auto id = uploadOf(call);
    if (!id) {
        return fail(id.error());
    }
    const auto upload = services.files.resume(call.caller, *id);
    return upload ? Result<net::Response>{place(*upload, 200)} : fail(upload.error());
}

// Upload-Checksum: "sha256 <base64>" of this piece.
Result<void> checkPiece(const Call& call)
{
    const auto header = call.request.header("Upload-Checksum");
    if (!header) {
        return {};
    }
    constexpr std::string_view algorithm = "sha256 ";
    const auto digest = header->starts_with(algorithm)
                            ? fromBase64(header->substr(algorithm.size()))
                            : std::nullopt;
    if (!digest) {
        return fail(ErrorKind::Invalid, "upload.malformed", "Upload-Checksum: sha256 <base64>");
    }
    if (!equalInConstantTime(*digest, sha256(call.request.body))) {
        return fail(ErrorKind::Conflict, "upload.checksum");
    }
    return {};
}

Result<net::Response> append(const Services& services, const Call& call)
{
    if (auto good = checkVersion(call); !good) {
        return fail(good.error());
    }
    const auto id = uploadOf(call);
    const auto offset = numberFrom(call.request.header("Upload-Offset"));
    if (!id) {
        return fail(id.error());
    }
    if (!offset || call.request.header("Content-Type") != "application/offset+octet-stream") {
        return fail(ErrorKind::Invalid, "upload.malformed",
                    "Upload-Offset and Content-Type application/offset+octet-stream are needed");
    }
    if (auto good = checkPiece(call); !good) {
        return fail(good.error());
    }
    const auto upload =
        services.files.append(call.caller, *id, *offset, asBytes(call.request.body));
    return upload ? Result<net::Response>{place(*upload, 204)} : fail(upload.error());
}

Result<net::Response> abandon(const Services& services, const Call& call)
{
    const auto id = uploadOf(call);
    if (!id) {
        return fail(id.error());
    }
    if (auto done = services.files.abandon(call.caller, *id); !done) {
        return fail(done.error());
    }
    net::Response response{.status = 204};
    response.headers.set("Tus-Resumable", tusVersion);
    return response;
}

struct Range {
    std::int64_t first = 0;
    std::int64_t last = 0;
};

// One range of bytes (RFC 9110); whatever else is asked for is answered with the whole file.
std::optional<Range> rangeOf(const Call& call, std::int64_t size)
{
    const auto header = call.request.header("Range").value_or("");
    constexpr std::string_view unit = "bytes=";
    const auto dash = header.find('-');
    if (!header.starts_with(unit) || dash == std::string_view::npos || size == 0) {
        return std::nullopt;
    }
    const auto first = numberFrom(header.substr(unit.size(), dash - unit.size()));
    const auto last = numberFrom(header.substr(dash + 1));
    if (!first && last) {
        return Range{std::max<std::int64_t>(size - *last, 0), size - 1};
    }
    if (!first) {
        return std::nullopt;
    }
    return Range{*first, std::min(last.value_or(size - 1), size - 1)};
}

std::string readPart(const StoredFile& file, const Range& range)
{
    std::ifstream in{file.path, std::ios::binary};
    in.seekg(range.first);
    std::string bytes(static_cast<std::size_t>(range.last - range.first + 1), '\0');
    in.read(bytes.data(), std::ssize(bytes));
    if (in.gcount() != std::ssize(bytes)) {
        throw std::runtime_error{"a stored file is shorter than it should be"};
    }
    return bytes;
}

Result<net::Response> fetch(const Services& services, const Call& call)
{
    const auto& sha256 = call.request.pathParameter("sha256");
    const auto file = services.files.open(call.caller, sha256);
    if (!file) {
        return fail(file.error());
    }
    const auto asked = rangeOf(call, file->size);
    net::Response response;
    response.compressible = false;
    response.headers.set("Accept-Ranges", "bytes");
    response.headers.set("ETag", '"' + sha256 + '"');
    response.headers.set("Cache-Control", "private, max-age=31536000, immutable");
    // Whatever the bytes claim to be, a browser is not to run them in the server's name.
    response.headers.set("Content-Disposition", "attachment");
    response.headers.set("Content-Security-Policy", "sandbox; default-src 'none'");
    if (asked && asked->first > asked->last) {
        response.status = 416;
        response.headers.set("Content-Range", "bytes */" + std::to_string(file->size));
        return response;
    }
    const Range range = asked.value_or(Range{0, file->size - 1});
    response.headers.set("Content-Type",
                         file->mediaType.empty() ? "application/octet-stream" : file->mediaType);
    if (asked) {
        response.status = 206;
        response.headers.set("Content-Range", "bytes " + std::to_string(range.first) + '-' +
                                                  std::to_string(range.last) + '/' +
                                                  std::to_string(file->size));
    }
    response.body = readPart(*file, range);
    return response;
}

const ParameterDoc tusHeader{"Tus-Resumable", {"1.0.0", "1.0.0"}, R"({"const":"1.0.0"})"};

} // namespace

void addFiles(Api& api)
{
    const Services& services = api.services();
    const auto add = [&](Endpoint endpoint, std::size_t bodyMax, auto work) {
        api.add(std::move(endpoint), {.bodyMax = bodyMax, .pool = &services.pool},
                [&services, work](const Call& call) { return work(services, call); });
    };
    add({.method = net::Method::Post,
         .path = "/v1/files",
         .operation = "beginUpload",
         .summary = {"Begin an upload (tus creation)", "开始上传（tus creation）"},
         .access = Access::Delivering,
         .scope = Scope::FilesWrite,
         .status = 201,
         .headers = {tusHeader,
                     {"Upload-Length",
                      {"Bytes of the file", "文件字节数"},
                      R"({"type":"integer"})"},
                     {"Upload-Metadata",
                      {"sha256 and the base64 of its hexadecimal text",
                       "sha256 及其十六进制文本的 base64"}}}},
        1024, begin);
    // HEAD, in which tus asks how far an upload has got, is answered by the handler of GET.
    add({.path = "/v1/files/uploads/{id}",
         .operation = "resumeUpload",
         .summary = {"How far an upload has got (tus HEAD)", "上传进度（tus HEAD）"},
         .access = Access::Delivering,
         .scope = Scope::FilesWrite},
        0, resume);
    add({.method = net::Method::Patch,
         .path = "/v1/files/uploads/{id}",
         .operation = "appendUpload",
         .summary = {"The next piece of an upload (tus PATCH)", "上传下一段（tus PATCH）"},
         .access = Access::Delivering,
         .scope = Scope::FilesWrite,
         .status = 204,
         .requestMedia = "application/offset+octet-stream",
         .headers = {tusHeader,
                     {"Upload-Offset", {"Where it begins", "起始位置"}, R"({"type":"integer"})"},
                     {"Upload-Checksum",
                      {"sha256 and the base64 of the piece's digest, if wanted",
                       "sha256 及该段摘要的 base64（可选）"}}}},
        pieceBytesMax, append);
    add({.method = net::Method::Delete,
         .path = "/v1/files/uploads/{id}",
         .operation = "abandonUpload",
         .summary = {"Give up an upload (tus termination)", "放弃上传（tus termination）"},
         .access = Access::Delivering,
         .scope = Scope::FilesWrite,
         .status = 204},
        0, abandon);
    add({.path = "/v1/files/{sha256}",
         .operation = "fetchFile",
         .summary = {"The bytes of an attachment, whole or a range", "附件内容，可按范围获取"},
         .scope = Scope::FilesRead,
         .responseMedia = "application/octet-stream"},
        0, fetch);
}

} // namespace fieldbook::server::api
