<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AppShell</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Your customers are still arriving: %1 records so far</source>
        <translation>正在取回您的客户资料：已取回 %1 条记录</translation>
    </message>
    <message>
        <source>You can already work; lists and sums are complete once this line is gone.</source>
        <translation>现在就可以开始工作；此提示消失后，列表和合计才完整。</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search name, pinyin, phone tail</source>
        <translation>搜索姓名、拼音首字母、电话尾号</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
</TS>
