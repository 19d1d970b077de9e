<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>DayPanel</name>
    <message numerus="yes">
        <source>%n reminder(s) overdue</source>
        <translation>
            <numerusform>%n reminder overdue</numerusform>
            <numerusform>%n reminders overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReminderBanner</name>
    <message numerus="yes">
        <source>%n more: close all</source>
        <translation>
            <numerusform>%n more: close all</numerusform>
            <numerusform>%n more: close all</numerusform>
        </translation>
    </message>
</context>
</TS>
