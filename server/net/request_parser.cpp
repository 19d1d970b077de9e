#include "server/net/request_parser.h"

#include "server/net/limits.h"

#include <boost/beast/http/error.hpp>

#include <algorithm>

namespace fieldbook::server::net {
namespace {

namespace http = boost::beast::http;

// A length that a client merely claims reserves no more than this.
constexpr std::size_t reserveMax = 256 * kibibyte;

std::string_view toStd(boost::beast::string_view text) { return {text.data(), text.size()}; }

} // namespace

RequestParser::RequestParser(std::size_t headBytesMax, std::size_t fieldsMax)
    : fieldsMax_{fieldsMax}
{
    header_limit(static_cast<std::uint32_t>(headBytesMax));
    // Beast would judge the length before the route, and so its limit, is known.
    body_limit(boost::none);
    request_.headers.reserve(16, 512);
}

std::optional<Refusal> RequestParser::objection() const
{
    const auto hosts = request_.headers.count("Host");
    if (hosts > 1 || (!isHttp10() && request_.headers.find("Host").value_or("").empty()))
        return Refusal{400, "http.malformed", "The request must have exactly one Host."};
    if (const auto coding = request_.headers.find("Transfer-Encoding")) {
        if (isHttp10())
            return Refusal{400, "http.malformed", "HTTP/1.0 has no Transfer-Encoding."};
        if (!equalsIgnoringCase(*coding, "chunked") ||
            request_.headers.count("Transfer-Encoding") > 1)
            return Refusal{501, "http.transfer_encoding", "Only chunked transfer is understood."};
    }
    // Also as a list in one field, and if they are the same.
    if (request_.headers.count("Content-Length") > 1 ||
        request_.headers.find("Content-Length").value_or("").find(',') != std::string_view::npos)
        return Refusal{400, "http.malformed", "The request has more than one Content-Length."};
    return std::nullopt;
}

Refusal RequestParser::explain(const boost::system::error_code& error)
{
    if (error == http::error::header_limit)
        return {431, "http.head_too_large", "The request head is over the limit."};
    if (error == http::error::body_limit || error == http::error::buffer_overflow)
        return {413, "http.body_too_large", "The request body is over the limit of this route."};
    if (error == http::error::bad_version)
        return {505, "http.version", "Only HTTP/1.0 and HTTP/1.1 are spoken here."};
    return {400, "http.malformed", "The request is not well-formed HTTP."};
}

void RequestParser::on_request_impl(
    http::verb /*method*/, View methodText, View target, int version, ErrorCode& /*error*/)
{
    version_ = version;
    request_.method = methodFromName(toStd(methodText));
    request_.target = toStd(target);
}

void RequestParser::on_response_impl(int /*code*/,
                                     View /*reason*/,
                                     int /*version*/,
                                     ErrorCode& error)
{
    error = http::error::bad_method;
}

void RequestParser::on_field_impl(http::field /*name*/, View nameText, View value, ErrorCode& error)
{
    // Trailers could contradict the head that was already judged.
    if (!inHead_)
        return;
    if (request_.headers.size() >= fieldsMax_)
        error = http::error::header_limit;
    else
        request_.headers.add(toStd(nameText), toStd(value));
}

void RequestParser::on_header_impl(ErrorCode& /*error*/) { inHead_ = false; }

void RequestParser::on_body_init_impl(const boost::optional<std::uint64_t>& length,
                                      ErrorCode& /*error*/)
{
    if (length)
        request_.body.reserve(std::min<std::size_t>(*length, reserveMax));
}

std::size_t RequestParser::on_body_impl(View part, ErrorCode& error)
{
    if (part.size() > bodyMax_ - request_.body.size()) {
        error = http::error::body_limit;
        return 0;
    }
    request_.body.append(part.data(), part.size());
    return part.size();
}

void RequestParser::on_chunk_header_impl(std::uint64_t size, View /*extensions*/, ErrorCode& error)
{
    if (size > bodyMax_ - request_.body.size())
        error = http::error::body_limit;
}

std::size_t
RequestParser::on_chunk_body_impl(std::uint64_t /*remaining*/, View part, ErrorCode& error)
{
    return on_body_impl(part, error);
}

void RequestParser::on_finish_impl(ErrorCode& /*error*/) {}

} // namespace fieldbook::server::net
