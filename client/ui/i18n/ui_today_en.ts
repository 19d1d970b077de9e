<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n visit(s) today, %1 done</source>
        <translation>
            <numerusform>%n visit today, %1 done</numerusform>
            <numerusform>%n visits today, %1 done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
</context>
</TS>
