#include "shared/sync/replica.h"

// What a failure means for a tablet.
namespace fieldbook::sync {
namespace {

// Of an account or a device that may still deliver.
bool isClosedOff(std::string_view code)
{
    return code == "session.frozen" || code == "device.locked" || code == "device.revoked" ||
           code == "device.wipe";
}

} // namespace

Fault faultOf(int httpStatus, std::string_view code)
{
    if (code.starts_with("cursor.")) {
        return Fault::CursorLost;
    }
    if (code == "push.gap") {
        return Fault::Gap;
    }
    // Whatever is wrong with an upload, asking how far it has got, or beginning anew, puts it
    // right.
    if (httpStatus != 413 && (code.starts_with("upload.") || code == "file.digest_mismatch")) {
        return Fault::Busy;
    }
    switch (httpStatus) {
    case 0:
        return Fault::Unreachable;
    case 401:
        return isClosedOff(code)          ? Fault::Frozen
               : code == "device.pending" ? Fault::Pending
                                          : Fault::SignInNeeded;
    case 409:
        return code == "push.diverged" || code == "device.cloned" ? Fault::SignInNeeded
                                                                  : Fault::Refused;
    case 413:
        return Fault::TooLarge;
    case 426:
        return code == "app.outdated" ? Fault::Outdated : Fault::Refused;
    case 408:
    case 425:
    case 429:
        return Fault::Busy;
    default:
        return httpStatus >= 500 ? Fault::Busy : Fault::Refused;
    }
}

} // namespace fieldbook::sync
