<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>OrderCart</name>
    <message numerus="yes">
        <source>%n item(s), %1 pieces</source>
        <translation>
            <numerusform>%n item, %1 pieces</numerusform>
            <numerusform>%n items, %1 pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderDetail</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderList</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderPadPage</name>
    <message numerus="yes">
        <source>%n line(s) of the last order added</source>
        <translation>
            <numerusform>%n line of the last order added</numerusform>
            <numerusform>%n lines of the last order added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s), %1 pieces</source>
        <translation>
            <numerusform>%n item, %1 pieces</numerusform>
            <numerusform>%n items, %1 pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message numerus="yes">
        <source>%n item(s), %1 pieces</source>
        <translation>
            <numerusform>%n item, %1 pieces</numerusform>
            <numerusform>%n items, %1 pieces</numerusform>
        </translation>
    </message>
</context>
</TS>
