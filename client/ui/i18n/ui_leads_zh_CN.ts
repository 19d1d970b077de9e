<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ConvertSheet</name>
    <message>
        <source>Convert %1</source>
        <translation>转化 %1</translation>
    </message>
    <message>
        <source>%1 is a customer now, saved on this tablet</source>
        <translation>%1 已转为客户，已存本机</translation>
    </message>
    <message>
        <source>This lead is no longer on this tablet</source>
        <translation>这个潜在客户已不在本机</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>Here already, same phone</source>
        <translation>已有客户，电话相同</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>已有客户</translation>
    </message>
    <message>
        <source>Choose another customer…</source>
        <translation>选择其他客户…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>转化</translation>
    </message>
</context>
<context>
    <name>LeadActs</name>
    <message>
        <source>Given on, saved on this tablet</source>
        <translation>已分配，已存本机</translation>
    </message>
    <message>
        <source>%1: %2, saved on this tablet</source>
        <translation>%1：%2，已存本机</translation>
    </message>
    <message>
        <source>Give this lead up?</source>
        <translation>放弃这个潜在客户？</translation>
    </message>
    <message>
        <source>It stays in the list of those given up and can be reopened.</source>
        <translation>它会留在已放弃的列表里，可以重新打开。</translation>
    </message>
    <message>
        <source>Give up…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Give it to whom?</source>
        <translation>分配给谁？</translation>
    </message>
    <message>
        <source>Open reminders about it go along.</source>
        <translation>相关的待办提醒会一起转过去。</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>LeadDetail</name>
    <message>
        <source>This lead is no longer on this tablet</source>
        <translation>这个潜在客户已不在本机</translation>
    </message>
    <message>
        <source>Somebody else may be responsible for it now.</source>
        <translation>可能已由别人负责。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Mark as contacted</source>
        <translation>标为已联系</translation>
    </message>
    <message>
        <source>Qualify</source>
        <translation>确认有效</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Give up…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Responsible: %1</source>
        <translation>负责人 %1</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>转化</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>No phone number</source>
        <translation>没有电话</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>记录于</translation>
    </message>
    <message>
        <source>Became a customer</source>
        <translation>已转为客户</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>打开客户</translation>
    </message>
    <message>
        <source>Open the deal</source>
        <translation>打开业务机会</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已放弃</translation>
    </message>
</context>
<context>
    <name>LeadFormPage</name>
    <message>
        <source>New lead</source>
        <translation>新潜在客户</translation>
    </message>
    <message>
        <source>Save lead</source>
        <translation>保存潜在客户</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Delete this lead?</source>
        <translation>删除这个潜在客户？</translation>
    </message>
    <message>
        <source>It goes to the recycle bin, from where it can be taken back.</source>
        <translation>会放入回收站，可以恢复。</translation>
    </message>
    <message>
        <source>Name or company</source>
        <translation>姓名或公司</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>更多字段</translation>
    </message>
</context>
<context>
    <name>LeadList</name>
    <message>
        <source>Open leads</source>
        <translation>跟进中</translation>
    </message>
    <message>
        <source>Find a lead</source>
        <translation>查找潜在客户</translation>
    </message>
    <message>
        <source>Filter, on</source>
        <translation>筛选，已启用</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>All leads</source>
        <translation>全部潜在客户</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>新潜在客户</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>No leads here</source>
        <translation>这里没有潜在客户</translation>
    </message>
    <message>
        <source>Any part of a name, pinyin, initials or the end of a phone number will do.</source>
        <translation>名称的任何部分、拼音、首字母或电话尾号都可以。</translation>
    </message>
    <message>
        <source>The filter leaves some out.</source>
        <translation>有些被筛选条件隐藏了。</translation>
    </message>
    <message>
        <source>A name and a phone number are enough for one.</source>
        <translation>有名称和电话就可以记一个。</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>潜在客户</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>联系</translation>
    </message>
</context>
<context>
    <name>LeadsPage</name>
    <message>
        <source>Leads</source>
        <translation>潜在客户</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n 个跟进中</numerusform>
        </translation>
    </message>
    <message>
        <source>No lead is chosen</source>
        <translation>没有选中潜在客户</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>新潜在客户</translation>
    </message>
</context>
</TS>
