#include "shared/base/secret_box.h"

#include <sodium.h>

namespace fieldbook {
namespace {

constexpr std::size_t nonceBytes = crypto_secretbox_NONCEBYTES;
constexpr std::size_t tagBytes = crypto_secretbox_MACBYTES;

} // namespace

Bytes seal(const SecretKey& key, std::span<const std::uint8_t> plain, Entropy& entropy)
{
    Bytes box(nonceBytes + tagBytes + plain.size());
    entropy.fill(std::span{box}.first(nonceBytes));
    crypto_secretbox_easy(box.data() + nonceBytes, plain.data(), plain.size(), box.data(),
                          key.bytes().data());
    return box;
}

Result<Bytes> unseal(const SecretKey& key, std::span<const std::uint8_t> box)
{
    const auto unreadable = [] { return fail(ErrorKind::Invalid, "secret_box.unreadable"); };
    if (box.size() < nonceBytes + tagBytes) {
        return unreadable();
    }
    const auto sealed = box.subspan(nonceBytes);
    Bytes plain(sealed.size() - tagBytes);
    if (crypto_secretbox_open_easy(plain.data(), sealed.data(), sealed.size(), box.data(),
                                   key.bytes().data()) != 0) {
        return unreadable();
    }
    return plain;
}

} // namespace fieldbook
