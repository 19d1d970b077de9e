#pragma once

#include <QUrl>
#include <optional>

namespace fieldbook::client {

// Hands something to another app: the telephone, a map. GUI thread.
class Outside {
public:
    virtual ~Outside() = default;
    // False where no app takes it.
    virtual bool open(const QUrl& url) = 0;
};

class SystemOutside final : public Outside {
public:
    bool open(const QUrl& url) override;
};

// tel: with what can be dialled of it; empty where that is nothing.
[[nodiscard]] QUrl dialUrl(const QString& phone);

struct Place {
    double latitude = 0;
    double longitude = 0;
};
// geo: of the place, or of the address alone; empty without either.
[[nodiscard]] QUrl mapUrl(const std::optional<Place>& place, const QString& address);

} // namespace fieldbook::client
