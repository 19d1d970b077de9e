<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AttentionPage</name>
    <message numerus="yes">
        <source>%n field(s) changed by two people</source>
        <translation>
            <numerusform>%n field changed by two people</numerusform>
            <numerusform>%n fields changed by two people</numerusform>
        </translation>
    </message>
</context>
</TS>
