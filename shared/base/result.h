#pragma once

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace fieldbook {

// The kind of a "no". Each becomes an HTTP status in one place and a sentence for a person in one
// place.
enum class ErrorKind {
    Invalid, // The request or the input is malformed.
    Unauthorised, // Nobody is signed in, or no longer.
    Forbidden, // Signed in, but not allowed.
    NotFound, // There is no such thing, or it is not the caller's to see.
    Conflict, // It clashes with what stands.
    TooLarge, // Over a stated limit.
    TooMany, // Over a stated rate.
    Unavailable, // Cannot be answered at present; try again.
};

// An expected failure: the answer is no. `code` is stable ("order.empty") and part of the
// interface; `detail` is for the log and the developer, users see text chosen by code.
struct Error {
    ErrorKind kind;
    std::string code;
    std::string detail;

    friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error>
fail(ErrorKind kind, std::string_view code, std::string detail = {})
{
    return tl::unexpected<Error>{Error{kind, std::string{code}, std::move(detail)}};
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>{std::move(error)};
}

} // namespace fieldbook
