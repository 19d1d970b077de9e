import QtQuick

// What the shell shows while something is searched for: it finds what fits query and says closed() when one is opened. The keyboard
// stays in the field meanwhile: step() moves among what is shown and choose() takes it.
FocusScope {
    property string query

    signal closed()
    // A former search is to be done again.
    signal sought(string text)

    function step(by: int) {
    }

    function choose() {
    }
}
