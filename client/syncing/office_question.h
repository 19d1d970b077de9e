#pragma once

#include <QByteArray>
#include <QString>
#include <string>

namespace fieldbook::client {

// A question to the server that no record carries, such as the change of a password.
struct OfficeQuestion {
    QByteArray method = "GET";
    QString path;
    QByteArray body = {};
};

struct OfficeAnswer {
    int status = 0; // 0: none.
    QByteArray body;
    std::string code; // Of the problem, where it did not succeed.

    [[nodiscard]] bool succeeded() const { return status >= 200 && status < 300; }
};

} // namespace fieldbook::client
