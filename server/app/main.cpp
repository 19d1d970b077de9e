#include "server/app/commands/command.h"

#include <cstdlib>
#include <iostream>

int main(int count, char** values)
{
    using namespace fieldbook::server::commands;
    Console console{.in = std::cin,
                    .out = std::cout,
                    .err = std::cerr,
                    .configurationFile = {},
                    .overrides = {},
                    .environment = [](const std::string& name) {
                        const char* value = std::getenv(name.c_str());
                        return value == nullptr ? std::nullopt : std::optional<std::string>{value};
                    }};
    return run({values + 1, values + count}, console);
}
