#include "tests/support/tls_probe.h"

#include <openssl/bio.h>
#include <openssl/ssl.h>

#include <array>

namespace fieldbook::testing {
namespace {

template <auto Free>
struct FreeWith {
    template <class T>
    void operator()(T* pointer) const
    {
        Free(pointer);
    }
};

using Context = std::unique_ptr<SSL_CTX, FreeWith<SSL_CTX_free>>;
using Stream = std::unique_ptr<BIO, FreeWith<BIO_free_all>>;

Context contextFor(const TlsOffer& offer)
{
    Context context{::SSL_CTX_new(::TLS_client_method())};
    // What is old and weak may be offered; it is for the server to refuse it.
    ::SSL_CTX_set_security_level(context.get(), 0);
    ::SSL_CTX_set_min_proto_version(context.get(), offer.version);
    ::SSL_CTX_set_max_proto_version(context.get(), offer.version);
    if (!offer.ciphers.empty())
        ::SSL_CTX_set_cipher_list(context.get(), offer.ciphers.c_str());
    if (!offer.groups.empty())
        ::SSL_CTX_set1_groups_list(context.get(), offer.groups.c_str());
    ::SSL_CTX_set_alpn_protos(context.get(),
                              reinterpret_cast<const unsigned char*>(offer.protocols.data()),
                              static_cast<unsigned>(offer.protocols.size()));
    return context;
}

// To the end: the tickets of TLS 1.3 come with the answer.
void exchange(BIO* stream, const std::string& target)
{
    const std::string request =
        "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    ::BIO_write(stream, request.data(), static_cast<int>(request.size()));
    std::array<char, 4096> buffer{};
    while (::BIO_read(stream, buffer.data(), static_cast<int>(buffer.size())) > 0) {
    }
}

} // namespace

TlsOutcome shakeHands(std::uint16_t port, const TlsOffer& offer, const std::string& target)
{
    const Context context = contextFor(offer);
    const Stream stream{::BIO_new_ssl_connect(context.get())};
    SSL* tls = nullptr;
    ::BIO_get_ssl(stream.get(), &tls);
    ::BIO_set_conn_hostname(stream.get(), ("127.0.0.1:" + std::to_string(port)).c_str());
    if (offer.session)
        ::SSL_set_session(tls, static_cast<SSL_SESSION*>(offer.session.get()));
    TlsOutcome outcome;
    outcome.connected = ::BIO_do_connect(stream.get()) == 1;
    if (!outcome.connected)
        return outcome;
    outcome.version = ::SSL_get_version(tls);
    outcome.cipher = ::SSL_get_cipher_name(tls);
    const char* group = ::SSL_group_to_name(tls, static_cast<int>(::SSL_get_negotiated_group(tls)));
    outcome.group = group == nullptr ? "" : group;
    const unsigned char* protocol = nullptr;
    unsigned size = 0;
    ::SSL_get0_alpn_selected(tls, &protocol, &size);
    outcome.protocol = {reinterpret_cast<const char*>(protocol), size};
    outcome.resumed = ::SSL_session_reused(tls) == 1;
    if (offer.renegotiates)
        outcome.renegotiated = ::SSL_renegotiate(tls) == 1 && ::SSL_do_handshake(tls) == 1;
    else
        exchange(stream.get(), target);
    // Otherwise OpenSSL takes the session for broken off, and resumes it no more.
    ::SSL_set_shutdown(tls, SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN);
    outcome.session = {::SSL_get1_session(tls),
                       [](SSL_SESSION* session) { ::SSL_SESSION_free(session); }};
    return outcome;
}

} // namespace fieldbook::testing
