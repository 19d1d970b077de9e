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
        <source>Release to the pool…</source>
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
    <message>
        <source>Share…</source>
        <translation>共享…</translation>
    </message>
    <message>
        <source>Merge with another…</source>
        <translation>与另一客户合并…</translation>
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
    <message>
        <source>Pool and recycle bin</source>
        <translation>公海与回收站</translation>
    </message>
    <message>
        <source>Public pool</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>回收站</translation>
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
<context>
    <name>MergeChoiceRow</name>
    <message>
        <source>Both, one below the other</source>
        <translation>两者都留，上下排列</translation>
    </message>
</context>
<context>
    <name>MergeNotices</name>
    <message>
        <source>%1 has gone into this customer. Until %2 that can be undone.</source>
        <translation>%1已并入这位客户，%2前可以撤销。</translation>
    </message>
    <message>
        <source>It is proposed to merge it with %1.</source>
        <translation>已申请与%1合并。</translation>
    </message>
    <message>
        <source>It may be the same customer as %1.</source>
        <translation>可能与%1是同一客户。</translation>
    </message>
    <message>
        <source>Undone, saved on this tablet</source>
        <translation>已撤销，已存本机</translation>
    </message>
    <message>
        <source>Withdrawn, saved on this tablet</source>
        <translation>已撤回，已存本机</translation>
    </message>
    <message>
        <source>Compare and decide</source>
        <translation>对比并处理</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>MergeSheet</name>
    <message>
        <source>Are these the same?</source>
        <translation>是同一客户吗？</translation>
    </message>
    <message>
        <source>Merge with another customer</source>
        <translation>与另一客户合并</translation>
    </message>
    <message>
        <source>Proposed, saved on this tablet</source>
        <translation>已申请合并，已存本机</translation>
    </message>
    <message>
        <source>Merged, saved on this tablet</source>
        <translation>已合并，已存本机</translation>
    </message>
    <message>
        <source>Not the same, saved on this tablet</source>
        <translation>已标为不同客户，已存本机</translation>
    </message>
    <message>
        <source>Which customer is the same as %1?</source>
        <translation>哪位客户与%1相同？</translation>
    </message>
    <message>
        <source>Responsible: %1</source>
        <translation>负责人：%1</translation>
    </message>
    <message>
        <source>Choose another customer…</source>
        <translation>选择其他客户…</translation>
    </message>
    <message>
        <source>This customer is no longer on this tablet</source>
        <translation>这位客户已不在本机</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>对调</translation>
    </message>
    <message>
        <source>The other one is a colleague&apos;s; whoever decides sees both and chooses.</source>
        <translation>另一位是同事的客户，由审批人对比两边后选择。</translation>
    </message>
    <message>
        <source>They contradict each other nowhere. What only one of them has is kept.</source>
        <translation>两边没有矛盾，任一方独有的内容都保留。</translation>
    </message>
    <message>
        <source>Both have a value here. What is not chosen stays in the history; all else of the two is kept.</source>
        <translation>以下各项两边都有内容。未选的留在历史记录中，其余内容都保留。</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不是同一客户</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Propose to merge</source>
        <translation>申请合并</translation>
    </message>
</context>
<context>
    <name>PoolPage</name>
    <message>
        <source>formerly %1</source>
        <translation>原负责人%1</translation>
    </message>
    <message>
        <source>last contact %1</source>
        <translation>上次联系%1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Public pool</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>You had it until lately</source>
        <translation>您不久前还是负责人</translation>
    </message>
    <message>
        <source>Only just in the pool</source>
        <translation>刚进入公海</translation>
    </message>
    <message>
        <source>%1: your claim is saved on this tablet, the server decides</source>
        <translation>%1：领取申请已存本机，由服务器裁定</translation>
    </message>
    <message>
        <source>Claim %1?</source>
        <translation>领取%1？</translation>
    </message>
    <message>
        <source>Whoever asks the server first gets it. Contacts, phone numbers and what was recorded come with it then.</source>
        <translation>由服务器裁定，先到先得。领取后可见联系人、电话和历史记录。</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>领取</translation>
    </message>
    <message>
        <source>Find in the pool</source>
        <translation>在公海中查找</translation>
    </message>
    <message>
        <source>The pool is empty</source>
        <translation>公海里没有客户</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Customers of your board that nobody is responsible for lie here.</source>
        <translation>本版块无人负责的客户会放在这里。</translation>
    </message>
    <message>
        <source>The pool shows only what the company lets it show of a customer.</source>
        <translation>公海只显示公司允许显示的客户信息。</translation>
    </message>
    <message>
        <source>Your claim waits for the server</source>
        <translation>领取待服务器裁定</translation>
    </message>
</context>
<context>
    <name>RecycleBinPage</name>
    <message>
        <source>Recycle bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Kept for 30 days</source>
        <translation>保留 30 天</translation>
    </message>
    <message>
        <source>Restored, saved on this tablet</source>
        <translation>已恢复，已存本机</translation>
    </message>
    <message>
        <source>%1 restored, saved on this tablet</source>
        <translation>%1已恢复，已存本机</translation>
    </message>
    <message>
        <source>The recycle bin is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>What is deleted lies here for 30 days and can be restored.</source>
        <translation>删除的内容在这里保留 30 天，可以恢复。</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1由%2删除</translation>
    </message>
    <message numerus="yes">
        <source>%n more with it</source>
        <translation>
            <numerusform>随附 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>还剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>ShareSheet</name>
    <message>
        <source>Share this customer</source>
        <translation>共享这位客户</translation>
    </message>
    <message>
        <source>Shared, saved on this tablet</source>
        <translation>已共享，已存本机</translation>
    </message>
    <message>
        <source>No longer shared, saved on this tablet</source>
        <translation>已结束共享，已存本机</translation>
    </message>
    <message>
        <source>Shared with nobody</source>
        <translation>尚未共享</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至%1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>共享</translation>
    </message>
</context>
</TS>
