#include "client/tablet/commands/command.h"
#include "client/tablet/sync_run.h"

#include <QCoreApplication>
#include <cstdlib>
#include <iostream>

int main(int count, char** values)
{
    using namespace fieldbook::client::tablet;
    const StopSignals held; // Before the first thread, which inherits the mask.
    const QCoreApplication application{count, values};
    QCoreApplication::setApplicationVersion(QStringLiteral(FIELDBOOK_VERSION));
    Console console{.in = std::cin,
                    .out = std::cout,
                    .err = std::cerr,
                    .environment = [](const std::string& name) {
                        const char* value = std::getenv(name.c_str());
                        return value == nullptr ? std::nullopt : std::optional<std::string>{value};
                    }};
    return run({values + 1, values + count}, console);
}
