<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AtRiskCard</name>
    <message>
        <source>May be leaving</source>
        <translation>可能流失</translation>
    </message>
    <message>
        <source>%1 days without an order, usually %2</source>
        <translation>%1 天未下单，平时 %2 天一次</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>致电%1</translation>
    </message>
</context>
<context>
    <name>DayReminders</name>
    <message>
        <source>Nothing is due today</source>
        <translation>今天没有到期的事</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
</context>
<context>
    <name>NextVisitCard</name>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Visiting now</source>
        <translation>正在拜访</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>下一次拜访</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Navigate</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>You promised: %1</source>
        <translation>您上次答应：%1</translation>
    </message>
    <message>
        <source>Last order %1, %2</source>
        <translation>上次下单 %1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) overdue</source>
        <translation>
            <numerusform>逾期 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) overdue</source>
        <translation>
            <numerusform>逾期 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>%n 分钟后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>%n 小时后</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Good night, %1</source>
        <translation>夜深了，%1</translation>
    </message>
    <message>
        <source>Good morning, %1</source>
        <translation>早上好，%1</translation>
    </message>
    <message>
        <source>Good afternoon, %1</source>
        <translation>下午好，%1</translation>
    </message>
    <message>
        <source>Good evening, %1</source>
        <translation>晚上好，%1</translation>
    </message>
    <message>
        <source>No visits planned today</source>
        <translation>今天没有安排拜访</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) today, %1 done</source>
        <translation>
            <numerusform>%n 个拜访，已完成 %1 个</numerusform>
        </translation>
    </message>
    <message>
        <source>All visits of today are done</source>
        <translation>今天的拜访都完成了</translation>
    </message>
    <message>
        <source>Nothing planned yet</source>
        <translation>还没有安排</translation>
    </message>
    <message>
        <source>Plan a visit, and it will stand here when its time comes.</source>
        <translation>安排一次拜访，到时会出现在这里。</translation>
    </message>
    <message>
        <source>Plan a visit</source>
        <translation>安排拜访</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>Ordered in %1</source>
        <translation>%1业绩</translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n 条待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes that the server refused, or that two people made at once.</source>
        <translation>被服务器退回的修改，或两个人同时改过的内容。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>VisitStrip</name>
    <message>
        <source>Visits of the day</source>
        <translation>当天拜访</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一站</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 分钟</translation>
    </message>
</context>
<context>
    <name>WeekCard</name>
    <message>
        <source>Visits this week</source>
        <translation>本周拜访</translation>
    </message>
    <message>
        <source>%1 planned, %2 done</source>
        <translation>计划 %1，完成 %2</translation>
    </message>
</context>
</TS>
