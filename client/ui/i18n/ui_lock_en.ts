<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>LockFacts</name>
    <message numerus="yes">
        <source>%n record(s) are not sent yet</source>
        <translation>
            <numerusform>%n record is not sent yet</numerusform>
            <numerusform>%n records are not sent yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message numerus="yes">
        <source>That is not right. %n tries are left.</source>
        <translation>
            <numerusform>That is not right. %n try is left.</numerusform>
            <numerusform>That is not right. %n tries are left.</numerusform>
        </translation>
    </message>
</context>
</TS>
