pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Shell
import Fieldbook.Settings
import Fieldbook.App

// The pages about who is signed in, for the shell to open: a new password, a business trip.
Item {
    id: pages

    required property App app
    required property AppShell shell

    signal removed(string recordId)

    function openPassword() {
        app.forgetPasswordError();
        shell.open(passwordPage, {});
    }

    function openTrip() {
        shell.open(tripForm, {});
    }

    Component {
        id: passwordPage

        PasswordPage {
            id: passwords

            busy: pages.app.changingPassword
            errorCode: pages.app.passwordError
            onChangeRequested: (current, password) => pages.app.changePassword(current, password)

            Connections {
                target: pages.app

                function onPasswordChanged() {
                    passwords.said(qsTr("Your password is changed"), null);
                    passwords.closed();
                }
            }
        }
    }

    Component {
        id: tripForm

        TripFormPage {
            app: pages.app.context
            onRemoved: recordId => pages.removed(recordId)
        }
    }
}
