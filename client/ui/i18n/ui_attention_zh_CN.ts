<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AttentionDetail</name>
    <message>
        <source>This is settled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>You and %1 changed the same fields. Pick one for each; until then both values are kept.</source>
        <translation>您和%1都改过这些内容，请每处选一个；没选以前两个值都留着。</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>他人</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>已选 %1 处，共 %2 处</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>全用我的</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Save the choice</source>
        <translation>保存选择</translation>
    </message>
    <message>
        <source>Restore with my changes</source>
        <translation>恢复并保留我的更改</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Choose one for every field</source>
        <translation>请每处选一个</translation>
    </message>
</context>
<context>
    <name>AttentionPage</name>
    <message>
        <source>Attention</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>没有需要您处理的</translation>
    </message>
    <message>
        <source>What the server refuses, or what two people change at once, will wait for you here.</source>
        <translation>被退回或有冲突的修改，会在这里等您。</translation>
    </message>
    <message>
        <source>For you to decide</source>
        <translation>等您决定</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) changed by two people</source>
        <translation>
            <numerusform>两人都改了 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Recorded on this tablet; it goes with the next sync.</source>
        <translation>已存本机，下次同步时发送。</translation>
    </message>
</context>
</TS>
