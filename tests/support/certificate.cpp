#include "tests/support/certificate.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>
#include <stdexcept>

namespace fieldbook::testing {
namespace {

constexpr long daySeconds = 24L * 60 * 60;

template <auto Free>
struct FreeWith {
    template <class T>
    void operator()(T* pointer) const
    {
        Free(pointer);
    }
};

template <class Write>
std::string toPem(Write write)
{
    const std::unique_ptr<BIO, FreeWith<BIO_free_all>> sink{::BIO_new(::BIO_s_mem())};
    if (write(sink.get()) != 1)
        throw std::runtime_error{"OpenSSL cannot write PEM"};
    char* data = nullptr;
    const long size = ::BIO_get_mem_data(sink.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

void addExtension(X509* certificate, int kind, const char* value)
{
    const std::unique_ptr<X509_EXTENSION, FreeWith<X509_EXTENSION_free>> extension{
        ::X509V3_EXT_conf_nid(nullptr, nullptr, kind, value)};
    ::X509_add_ext(certificate, extension.get(), -1);
}

} // namespace

Certificate makeCertificate()
{
    const std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>> key{::EVP_EC_gen("P-256")};
    const std::unique_ptr<X509, FreeWith<X509_free>> certificate{::X509_new()};
    if (!key || !certificate)
        throw std::runtime_error{"OpenSSL cannot make a key"};
    ::X509_set_version(certificate.get(), X509_VERSION_3);
    ::ASN1_INTEGER_set(::X509_get_serialNumber(certificate.get()), 1);
    ::X509_gmtime_adj(::X509_getm_notBefore(certificate.get()), -daySeconds);
    ::X509_gmtime_adj(::X509_getm_notAfter(certificate.get()), daySeconds);
    ::X509_set_pubkey(certificate.get(), key.get());
    X509_NAME* const name = ::X509_get_subject_name(certificate.get());
    ::X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                                 reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
    ::X509_set_issuer_name(certificate.get(), name);
    addExtension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    addExtension(certificate.get(), NID_subject_alt_name, "IP:127.0.0.1,DNS:localhost");
    if (::X509_sign(certificate.get(), key.get(), ::EVP_sha256()) == 0)
        throw std::runtime_error{"OpenSSL cannot sign"};
    return {
        .certificate =
            toPem([&](BIO* sink) { return ::PEM_write_bio_X509(sink, certificate.get()); }),
        .key = toPem([&](BIO* sink) {
            return ::PEM_write_bio_PrivateKey(sink, key.get(), nullptr, nullptr, 0, nullptr,
                                              nullptr);
        }),
    };
}

} // namespace fieldbook::testing
