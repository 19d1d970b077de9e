<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>GlobalSearch</name>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>没有找到“%1”</translation>
    </message>
    <message>
        <source>Any part of a name, pinyin, initials or the end of a phone number will do.</source>
        <translation>名称的任何部分、拼音、首字母或电话尾号都可以。</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Searched before</source>
        <translation>最近搜索</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Customers, contacts, leads, deals, orders</source>
        <translation>客户、联系人、潜在客户、业务机会、订单</translation>
    </message>
</context>
</TS>
