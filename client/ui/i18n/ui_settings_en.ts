<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n change(s) are not sent. They stay on this tablet, encrypted, until you sign in again.</source>
        <translation>
            <numerusform>%n change is not sent. It stays on this tablet, encrypted, until you sign in again.</numerusform>
            <numerusform>%n changes are not sent. They stay on this tablet, encrypted, until you sign in again.</numerusform>
        </translation>
    </message>
</context>
</TS>
