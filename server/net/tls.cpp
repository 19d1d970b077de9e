#include "server/net/tls.h"

#include <boost/asio/ssl/context.hpp>

#include <array>
#include <stdexcept>

namespace fieldbook::server::net {
namespace {

namespace ssl = boost::asio::ssl;

// For TLS 1.2; every suite of TLS 1.3 is good.
constexpr const char* ciphers = "ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL:!eNULL:!PSK:!SRP";
constexpr const char* groups = "X25519:P-256:P-384";
// Seconds. The key of the tickets lives as long as the context (Server::renewCertificate()).
constexpr long ticketTime = 3'600;

// Of the protocols a caller offers, HTTP/1.1 is the one spoken; a caller that offers others only is
// served without an answer to that question.
int chooseProtocol(SSL* /*connection*/,
                   const unsigned char** chosen,
                   unsigned char* chosenSize,
                   const unsigned char* offered,
                   unsigned int offeredSize,
                   void* /*unused*/)
{
    static constexpr std::array<unsigned char, 9> ours{8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    unsigned char* match = nullptr;
    const int outcome =
        ::SSL_select_next_proto(&match, chosenSize, ours.data(), ours.size(), offered, offeredSize);
    if (outcome != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *chosen = match;
    return SSL_TLSEXT_ERR_OK;
}

} // namespace

std::shared_ptr<ssl::context> makeTlsContext(const TlsFiles& files)
{
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    SSL_CTX* const native = context->native_handle();
    ::SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    context->set_options(ssl::context::default_workarounds | ssl::context::no_compression |
                         SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                         SSL_OP_PRIORITIZE_CHACHA);
    if (::SSL_CTX_set_cipher_list(native, ciphers) != 1)
        throw std::runtime_error{"OpenSSL knows none of the ciphers asked for"};
    if (::SSL_CTX_set1_groups_list(native, groups) != 1)
        throw std::runtime_error{"OpenSSL knows none of the groups asked for"};
    // Sessions are resumed by tickets, which cost the server no memory.
    ::SSL_CTX_set_session_cache_mode(native, SSL_SESS_CACHE_OFF);
    ::SSL_CTX_set_timeout(native, ticketTime);
    ::SSL_CTX_set_alpn_select_cb(native, chooseProtocol, nullptr);
    // Idle connections give their record buffers back.
    ::SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);

    boost::system::error_code error;
    context->use_certificate_chain(boost::asio::buffer(files.certificateChain), error);
    if (error)
        throw std::runtime_error{"the TLS certificate cannot be read: " + error.message()};
    context->use_private_key(boost::asio::buffer(files.privateKey), ssl::context::pem, error);
    if (error)
        throw std::runtime_error{"the TLS key cannot be read: " + error.message()};
    if (::SSL_CTX_check_private_key(native) != 1)
        throw std::runtime_error{"the TLS key does not belong to the certificate"};
    return context;
}

} // namespace fieldbook::server::net
