#include "client/device/position.h"

namespace fieldbook::client {

std::string_view codeOf(NoPosition why)
{
    switch (why) {
    case NoPosition::Denied:
        return "denied";
    case NoPosition::TimedOut:
        return "timed_out";
    case NoPosition::NoSource:
        break;
    }
    return "no_source";
}

} // namespace fieldbook::client
