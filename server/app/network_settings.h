#pragma once

#include "server/app/configuration.h"

// How settings about the network are read from text and shown. Each apply function gives what the
// value should be when it is none.
namespace fieldbook::server {

[[nodiscard]] std::optional<std::string> applyNames(Configuration& configuration,
                                                    const std::string& text);
[[nodiscard]] std::string shownNames(const Configuration& configuration);
[[nodiscard]] std::optional<std::string> applyProxies(Configuration& configuration,
                                                      const std::string& text);
[[nodiscard]] std::string shownProxies(const Configuration& configuration);
[[nodiscard]] std::optional<std::string> applyPublicAddress(Configuration& configuration,
                                                            const std::string& text);

} // namespace fieldbook::server
