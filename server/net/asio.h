#pragma once

// Only for the .cpp files of this folder that do I/O: everything else stays free of Boost.

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <tuple>

namespace fieldbook::server::net {

namespace asio = boost::asio;

using IoError = boost::system::error_code;
// Named types instead of any_io_executor: no type erasure on the way of every byte.
using Strand = asio::strand<asio::io_context::executor_type>;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Strand>;
using SteadyTime = std::chrono::steady_clock::time_point;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                         asio::wait_traits<std::chrono::steady_clock>,
                                         Strand>;
template <class T>
using Task = asio::awaitable<T, Strand>;
using IoResult = std::tuple<IoError, std::size_t>;

inline constexpr auto asTuple = asio::as_tuple(asio::use_awaitable_t<Strand>{});

} // namespace fieldbook::server::net
