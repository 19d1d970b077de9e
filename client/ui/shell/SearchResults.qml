import QtQuick

// What the shell shows while something is searched for: it finds what fits query and says closed() when one is opened.
FocusScope {
    property string query

    signal closed()
}
