<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>NoteForm</name>
    <message>
        <source>Choose a customer</source>
        <translation>选择客户</translation>
    </message>
    <message>
        <source>What was said, what was promised?</source>
        <translation>谈了什么，答应了什么？</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>You will be reminded of it</source>
        <translation>到时会提醒您</translation>
    </message>
    <message>
        <source>Remind on</source>
        <translation>提醒日期</translation>
    </message>
</context>
<context>
    <name>NotePage</name>
    <message>
        <source>New note</source>
        <translation>新建笔记</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Saved on this tablet</source>
        <translation>已存本机</translation>
    </message>
    <message>
        <source>This note is no longer on this tablet</source>
        <translation>这条笔记已不在这台平板上</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>没有修改</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>QuickAddSheet</name>
    <message>
        <source>Quick add</source>
        <translation>快速新建</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>关于 %1</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>潜在客户</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>日程</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>业务机会</translation>
    </message>
    <message>
        <source>Drafts are kept on this tablet, also when the app is closed</source>
        <translation>草稿已存本机，关掉也不会丢</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Change of responsibility: %1</source>
        <translation>负责人变更：%1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人负责</translation>
    </message>
    <message>
        <source>the public pool</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>Note what was said…</source>
        <translation>记一条沟通…</translation>
    </message>
    <message>
        <source>Nothing recorded yet</source>
        <translation>还没有记录</translation>
    </message>
    <message>
        <source>Visits, calls, notes and orders will stand here.</source>
        <translation>拜访、电话、备注和订单会在这里。</translation>
    </message>
    <message>
        <source>Note what was said</source>
        <translation>记一条沟通</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>订单 %1</translation>
    </message>
    <message>
        <source>Visit, %1</source>
        <translation>拜访，%1</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s), %1</source>
        <translation>
            <numerusform>%n 项，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>checked in %1 m away</source>
        <translation>签到距离 %1 m</translation>
    </message>
</context>
</TS>
