<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AccountPages</name>
    <message>
        <source>Your password is changed</source>
        <translation>密码已修改</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Fieldbook</source>
        <translation>随访</translation>
    </message>
    <message>
        <source>This tablet&apos;s records get a PIN now. Sign in once for that; nothing is lost.</source>
        <translation>本机的记录现在改用 PIN 码保护。请登录一次，记录都在。</translation>
    </message>
    <message>
        <source>Back to the PIN</source>
        <translation>返回输入 PIN 码</translation>
    </message>
    <message>
        <source>Later, without a network</source>
        <translation>没有网络，稍后再设</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>In the recycle bin</source>
        <translation>已放入回收站</translation>
    </message>
    <message>
        <source>This version has no page for that yet.</source>
        <translation>这个版本还没有这一页。</translation>
    </message>
    <message>
        <source>Visit moved, saved on this tablet</source>
        <translation>拜访已改期，存在本机</translation>
    </message>
    <message>
        <source>Visit planned, saved on this tablet</source>
        <translation>拜访已计划，存在本机</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>业务机会</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>日程</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
</TS>
