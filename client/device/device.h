#pragma once

namespace fieldbook::client {

class Outside;
class PictureSource;
class PositionSource;

// What the models may ask of the tablet. Owned by the composition root, outlives every model; none
// may be null where the pages that need it are shown.
struct Device {
    PositionSource* position = nullptr;
    PictureSource* pictures = nullptr;
    Outside* outside = nullptr;
};

} // namespace fieldbook::client
