<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>DeviceStatePage</name>
    <message numerus="yes">
        <source>%n item(s) are on the way to the company.</source>
        <translation>
            <numerusform>%n item is on its way to the company.</numerusform>
            <numerusform>%n items are on their way to the company.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsent item(s) stay on this tablet and go once it is admitted.</source>
        <translation>
            <numerusform>%n unsent item stays on this tablet and goes once it is admitted.</numerusform>
            <numerusform>%n unsent items stay on this tablet and go once it is admitted.</numerusform>
        </translation>
    </message>
</context>
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
