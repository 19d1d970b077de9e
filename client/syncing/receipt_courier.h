#pragma once

#include "client/local/wiping.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <string>

namespace fieldbook::client {

class HttpRemote;
struct Answer;

// Brings the receipt of a wiped tablet to the server, and tries again until it has been taken. On
// the thread it was made on.
class ReceiptCourier : public QObject {
    Q_OBJECT

public:
    // Told after each try: empty when the server has taken it, else the code of what went wrong.
    using Told = std::function<void(const std::string& code)>;
    ReceiptCourier(Wiping wiping, const QByteArray& certificateAuthority, Told told);
    ~ReceiptCourier() override;

    // Nothing happens where there is no receipt to bring.
    void start();

private:
    void send();
    void take(const Answer& answer);

    Wiping wiping_;
    std::unique_ptr<HttpRemote> remote_;
    Told told_;
    QTimer timer_;
    int failures_ = 0;
};

} // namespace fieldbook::client
