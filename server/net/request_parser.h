#pragma once

#include "server/net/http.h"

#include <boost/beast/http/basic_parser.hpp>

#include <optional>

namespace fieldbook::server::net {

// Why a request was refused while its bytes were taken apart.
struct Refusal {
    int status;
    std::string_view code;
    std::string_view detail;
};

// Beast's parser with its fields and body written straight into a Request. Strict: whatever two
// readers might understand differently is refused.
class RequestParser final : public boost::beast::http::basic_parser<true> {
public:
    RequestParser(std::size_t headBytesMax, std::size_t fieldsMax);

    // Must be called between head and body.
    void setBodyMax(std::size_t bytes) { bodyMax_ = bytes; }

    [[nodiscard]] Request& request() { return request_; }
    [[nodiscard]] const Request& request() const { return request_; }
    [[nodiscard]] bool isHttp10() const { return version_ == 10; }
    // What is wrong with a head that has been parsed whole, if anything is.
    [[nodiscard]] std::optional<Refusal> objection() const;
    [[nodiscard]] static Refusal explain(const boost::system::error_code& error);

private:
    using ErrorCode = boost::beast::error_code;
    using View = boost::beast::string_view;

    void on_request_impl(boost::beast::http::verb method,
                         View methodText,
                         View target,
                         int version,
                         ErrorCode& error) override;
    void on_response_impl(int code, View reason, int version, ErrorCode& error) override;
    void on_field_impl(boost::beast::http::field name,
                       View nameText,
                       View value,
                       ErrorCode& error) override;
    void on_header_impl(ErrorCode& error) override;
    void on_body_init_impl(const boost::optional<std::uint64_t>& length, ErrorCode& error) override;
    std::size_t on_body_impl(View part, ErrorCode& error) override;
    void on_chunk_header_impl(std::uint64_t size, View extensions, ErrorCode& error) override;
    std::size_t on_chunk_body_impl(std::uint64_t remaining, View part, ErrorCode& error) override;
    void on_finish_impl(ErrorCode& error) override;

    Request request_;
    std::size_t fieldsMax_;
    std::size_t bodyMax_ = 0;
    int version_ = 11;
    bool inHead_ = true;
};

} // namespace fieldbook::server::net
