<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AgendaList</name>
    <message>
        <source>due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>全天</translation>
    </message>
</context>
<context>
    <name>AppointmentForm</name>
    <message>
        <source>No reminder</source>
        <translation>不提醒</translation>
    </message>
    <message>
        <source>When it begins</source>
        <translation>开始时</translation>
    </message>
    <message>
        <source>5 minutes before</source>
        <translation>提前 5 分钟</translation>
    </message>
    <message>
        <source>15 minutes before</source>
        <translation>提前 15 分钟</translation>
    </message>
    <message>
        <source>30 minutes before</source>
        <translation>提前 30 分钟</translation>
    </message>
    <message>
        <source>1 hour before</source>
        <translation>提前 1 小时</translation>
    </message>
    <message>
        <source>2 hours before</source>
        <translation>提前 2 小时</translation>
    </message>
    <message>
        <source>1 day before</source>
        <translation>提前 1 天</translation>
    </message>
    <message>
        <source>Changes are for</source>
        <translation>修改适用于</translation>
    </message>
    <message>
        <source>This time</source>
        <translation>仅这一次</translation>
    </message>
    <message>
        <source>From here</source>
        <translation>这次及以后</translation>
    </message>
    <message>
        <source>This and later</source>
        <translation>这次及以后</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>什么事？</translation>
    </message>
    <message>
        <source>Starts on</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>提醒我</translation>
    </message>
    <message>
        <source>Choose a customer</source>
        <translation>选择客户</translation>
    </message>
    <message>
        <source>This begins in the past.</source>
        <translation>开始时间已经过去。</translation>
    </message>
</context>
<context>
    <name>AppointmentPage</name>
    <message>
        <source>New appointment</source>
        <translation>新建日程</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>日程</translation>
    </message>
    <message>
        <source>Saved on this tablet</source>
        <translation>已存本机</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Delete this appointment?</source>
        <translation>删除这个日程？</translation>
    </message>
    <message>
        <source>Only this time goes; the others stay.</source>
        <translation>只删除这一次，其余保留。</translation>
    </message>
    <message>
        <source>This time and all later ones go.</source>
        <translation>这一次和以后各次都会删除。</translation>
    </message>
    <message>
        <source>All of its times go.</source>
        <translation>所有各次都会删除。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>This appointment is no longer on this tablet</source>
        <translation>这个日程已不在这台平板上</translation>
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
    <name>DayPanel</name>
    <message numerus="yes">
        <source>%n reminder(s) overdue</source>
        <translation>
            <numerusform>%n 条提醒逾期</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is planned for today</source>
        <translation>今天没有安排</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Overdue since %1</source>
        <translation>自 %1 起逾期</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>稍后</translation>
    </message>
</context>
<context>
    <name>ReminderBanner</name>
    <message>
        <source>Done: %1</source>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>Again %1</source>
        <translation>%1再提醒</translation>
    </message>
    <message numerus="yes">
        <source>%n more: close all</source>
        <translation>
            <numerusform>还有 %n 条，全部关闭</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>ReminderForm</name>
    <message>
        <source>Put off until %1</source>
        <translation>已推迟到%1</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>要做什么？</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Choose a customer</source>
        <translation>选择客户</translation>
    </message>
</context>
<context>
    <name>ReminderPage</name>
    <message>
        <source>New reminder</source>
        <translation>新建提醒</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Saved on this tablet</source>
        <translation>已存本机</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>Again %1</source>
        <translation>%1 再提醒</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>已删除：%1</translation>
    </message>
    <message>
        <source>Delete this reminder?</source>
        <translation>删除这条提醒？</translation>
    </message>
    <message>
        <source>All of its times go.</source>
        <translation>所有各次都会删除。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>This reminder is no longer on this tablet</source>
        <translation>这条提醒已不在这台平板上</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
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
    <name>RepeatFields</name>
    <message>
        <source>Repeats</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>一直重复</translation>
    </message>
    <message>
        <source>On a day</source>
        <translation>到某一天</translation>
    </message>
    <message>
        <source>After a number of times</source>
        <translation>重复若干次</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Number of times</source>
        <translation>次数</translation>
    </message>
</context>
<context>
    <name>SchedulePage</name>
    <message>
        <source>Schedule</source>
        <translation>日程</translation>
    </message>
    <message>
        <source>Moved this time only</source>
        <translation>只改了这一次</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>已改时间</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>Again %1</source>
        <translation>%1 再提醒</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>往前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>往后</translation>
    </message>
    <message>
        <source>week %1</source>
        <translation>第 %1 周</translation>
    </message>
    <message>
        <source>Plan visits</source>
        <translation>安排拜访</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>新建日程</translation>
    </message>
    <message>
        <source>Nothing is planned in these days</source>
        <translation>这些天没有安排</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>新建日程</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 天</translation>
    </message>
</context>
<context>
    <name>SnoozeMenu</name>
    <message>
        <source>In 10 minutes</source>
        <translation>10 分钟后</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>1 小时后</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>明天上午</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>下周</translation>
    </message>
</context>
</TS>
