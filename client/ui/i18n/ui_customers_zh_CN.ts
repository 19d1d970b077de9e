<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ContactFormPage</name>
    <message>
        <source>New contact</source>
        <translation>新联系人</translation>
    </message>
    <message>
        <source>Delete this contact?</source>
        <translation>删除这位联系人？</translation>
    </message>
    <message>
        <source>It goes to the recycle bin, from where it can be taken back. For somebody who left, say so instead.</source>
        <translation>会放入回收站，可以恢复。如果只是离职，请改为“已离职”。</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>打开客户</translation>
    </message>
    <message>
        <source>Several with commas between them</source>
        <translation>多个之间用逗号隔开</translation>
    </message>
    <message>
        <source>There is one; whoever was it before no longer is.</source>
        <translation>每个客户只有一位，原来的会自动取消。</translation>
    </message>
</context>
<context>
    <name>ContactsCard</name>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>添加联系人</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>还没有联系人</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>已离职</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>致电%1</translation>
    </message>
</context>
<context>
    <name>CustomerActs</name>
    <message>
        <source>Released to the public pool, saved on this tablet</source>
        <translation>已放入公海，已存本机</translation>
    </message>
    <message>
        <source>Protected, saved on this tablet</source>
        <translation>已保护，已存本机</translation>
    </message>
    <message>
        <source>No longer protected, saved on this tablet</source>
        <translation>已解除保护，已存本机</translation>
    </message>
    <message>
        <source>Release this customer to the public pool?</source>
        <translation>把这位客户放入公海？</translation>
    </message>
    <message>
        <source>Colleagues of the board can claim it then. Planned visits and open reminders about it are cancelled; what was recorded stays.</source>
        <translation>放入后本版块同事可以领取。相关的拜访计划和未完成提醒会取消，已有记录都保留。</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>放入公海</translation>
    </message>
    <message>
        <source>Protect this customer?</source>
        <translation>保护这位客户？</translation>
    </message>
    <message>
        <source>Until %1 it does not go back into the public pool.</source>
        <translation>%1前不会退回公海。</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>保护</translation>
    </message>
</context>
<context>
    <name>CustomerDetail</name>
    <message>
        <source>End the protection</source>
        <translation>解除保护</translation>
    </message>
    <message>
        <source>Protect…</source>
        <translation>客户保护…</translation>
    </message>
    <message>
        <source>Release to the public pool…</source>
        <translation>放入公海…</translation>
    </message>
    <message>
        <source>Goes back into the public pool on %1 unless you contact it before.</source>
        <translation>如不跟进，将于%1退回公海。</translation>
    </message>
    <message>
        <source>Protected until %1.</source>
        <translation>保护期至%1。</translation>
    </message>
    <message>
        <source>This customer is no longer on this tablet</source>
        <translation>这位客户已不在本机</translation>
    </message>
    <message>
        <source>Somebody else may be responsible for it now.</source>
        <translation>可能已由他人负责。</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>%1 天前</translation>
    </message>
    <message>
        <source>No orders the year before</source>
        <translation>上年无订单</translation>
    </message>
    <message>
        <source>%1% on the year before</source>
        <translation>比上年 %1%</translation>
    </message>
    <message>
        <source>Responsible: %1</source>
        <translation>负责人 %1</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>No phone number</source>
        <translation>没有电话号码</translation>
    </message>
    <message>
        <source>Navigate</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation>修改客户资料</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>添加联系人</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>近 12 个月</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>上次下单</translation>
    </message>
    <message>
        <source>Open deals</source>
        <translation>进行中业务机会</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>合计 %1</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>上次拜访</translation>
    </message>
    <message>
        <source>Rhythm: every %1 days</source>
        <translation>标准：每 %1 天</translation>
    </message>
    <message>
        <source>You promised: %1</source>
        <translation>您上次答应：%1</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>动态</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>业务机会</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Plan a visit</source>
        <translation>计划拜访</translation>
    </message>
</context>
<context>
    <name>CustomerFiles</name>
    <message>
        <source>No files yet</source>
        <translation>还没有文件</translation>
    </message>
    <message>
        <source>Photos taken on visits will stand here.</source>
        <translation>拜访时拍的照片会在这里。</translation>
    </message>
    <message>
        <source>not on this tablet</source>
        <translation>不在本机</translation>
    </message>
</context>
<context>
    <name>CustomerFormPage</name>
    <message>
        <source>New customer</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>Delete this customer?</source>
        <translation>删除这个客户？</translation>
    </message>
    <message>
        <source>It goes to the recycle bin, from where it can be taken back with all that belongs to it.</source>
        <translation>会放入回收站，可以连同相关记录一起恢复。</translation>
    </message>
    <message>
        <source>Several with commas between them</source>
        <translation>多个之间用逗号隔开</translation>
    </message>
</context>
<context>
    <name>CustomerList</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>该联系</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>Longest without contact</source>
        <translation>最久未联系</translation>
    </message>
    <message>
        <source>By what comes next</source>
        <translation>按下一步时间</translation>
    </message>
    <message>
        <source>Find a customer</source>
        <translation>查找客户</translation>
    </message>
    <message>
        <source>Find among %1 customers</source>
        <translation>在 %1 位客户中查找</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>No customers here</source>
        <translation>这里还没有客户</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>They come with the first sync, or from a lead that you convert.</source>
        <translation>首次同步后出现，或由潜在客户转化而来。</translation>
    </message>
    <message>
        <source>Any part of a name, pinyin, initials or the end of a phone number will do.</source>
        <translation>可输入名称任意部分、拼音、拼音首字母或电话尾号。</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新客户</translation>
    </message>
</context>
<context>
    <name>CustomerOrders</name>
    <message>
        <source>No orders yet</source>
        <translation>还没有订单</translation>
    </message>
    <message>
        <source>Write the first one</source>
        <translation>下第一单</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerReminders</name>
    <message>
        <source>No reminders</source>
        <translation>没有提醒</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
</context>
<context>
    <name>DealsCard</name>
    <message>
        <source>Deals</source>
        <translation>业务机会</translation>
    </message>
    <message>
        <source>No deals yet</source>
        <translation>还没有业务机会</translation>
    </message>
    <message>
        <source>Win rate of %1</source>
        <translation>%1的赢率</translation>
    </message>
    <message>
        <source>Expected %1</source>
        <translation>预计 %1</translation>
    </message>
</context>
</TS>
