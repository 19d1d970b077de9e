<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>BoardColumn</name>
    <message numerus="yes">
        <source>%n day(s) in this stage</source>
        <translation>
            <numerusform>%n day in this stage</numerusform>
            <numerusform>%n days in this stage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PipelineSums</name>
    <message numerus="yes">
        <source>%n deal(s), total</source>
        <translation>
            <numerusform>%n deal, total</numerusform>
            <numerusform>%n deals, total</numerusform>
        </translation>
    </message>
</context>
</TS>
