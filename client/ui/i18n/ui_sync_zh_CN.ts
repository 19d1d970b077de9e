<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ReceiptList</name>
    <message>
        <source>No answers yet</source>
        <translation>还没有回执</translation>
    </message>
    <message>
        <source>They come when something was sent.</source>
        <translation>发送后会出现。</translation>
    </message>
</context>
<context>
    <name>SyncJourney</name>
    <message>
        <source>Nobody is signed in. What is recorded stays here until you sign in again.</source>
        <translation>未登录。记录都留在本机，登录后再发送。</translation>
    </message>
    <message>
        <source>No connection; everything is sent.</source>
        <translation>没有网络，全部已发送。</translation>
    </message>
    <message numerus="yes">
        <source>No connection. %n change(s) will go by themselves.</source>
        <translation>
            <numerusform>没有网络。%n 条会自动发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation>全部已发送。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) on the way.</source>
        <translation>
            <numerusform>%n 条待发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is saved on this tablet</source>
        <translation>全部已存本机</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>本平板</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 条记录</translation>
    </message>
    <message>
        <source>%1 customers</source>
        <translation>%1 位客户</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>oldest %1</source>
        <translation>最早 %1</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>not reached yet</source>
        <translation>尚未连上</translation>
    </message>
    <message>
        <source>Last contact %1</source>
        <translation>上次联系 %1</translation>
    </message>
    <message>
        <source>%1 received today</source>
        <translation>今天收到 %1 条</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>回执</translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n 条待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost; look at each when you have a moment.</source>
        <translation>内容都完整保留，有空时逐条处理。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Signing out keeps unsent work on this tablet, encrypted, until you sign in again.</source>
        <translation>退出登录后，未发送的内容加密留在本机，下次登录后继续发送。</translation>
    </message>
</context>
<context>
    <name>TabletCard</name>
    <message>
        <source>This tablet</source>
        <translation>本平板</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备编号</translation>
    </message>
    <message>
        <source>Storage, encrypted</source>
        <translation>存储（已加密）</translation>
    </message>
    <message>
        <source>Live connection</source>
        <translation>实时连接</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Asks from time to time</source>
        <translation>定时查询</translation>
    </message>
    <message>
        <source>App version</source>
        <translation>应用版本</translation>
    </message>
</context>
<context>
    <name>UnsentCard</name>
    <message>
        <source>Not yet sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>WaitingList</name>
    <message>
        <source>Everything is sent</source>
        <translation>全部已发送</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
</context>
</TS>
