import QtQuick
import Fieldbook.Theme

// Amounts, counts and times: the family whose figures all have one width, so that columns line up.
AppText {
    tall: true
    font.family: Theme.figuresFamily
}
