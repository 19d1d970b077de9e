<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>BoardColumn</name>
    <message numerus="yes">
        <source>%n day(s) in this stage</source>
        <translation>
            <numerusform>停在此阶段 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Weighted %1</source>
        <translation>加权 %1</translation>
    </message>
    <message>
        <source>No amount yet</source>
        <translation>金额未定</translation>
    </message>
    <message>
        <source>Nothing in this stage</source>
        <translation>这个阶段没有业务机会</translation>
    </message>
</context>
<context>
    <name>DealList</name>
    <message>
        <source>Deals</source>
        <translation>业务机会</translation>
    </message>
    <message>
        <source>Move or act on %1</source>
        <translation>移动或处理%1</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Move to %1</source>
        <translation>移到%1</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>%1: %2, saved on this tablet</source>
        <translation>%1：%2，已存本机</translation>
    </message>
    <message>
        <source>Why it moves back</source>
        <translation>往回移的原因</translation>
    </message>
</context>
<context>
    <name>OpportunityForm</name>
    <message>
        <source>since %1</source>
        <translation>自%1</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移动到</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>赢率</translation>
    </message>
    <message>
        <source>Choose a customer</source>
        <translation>选择客户</translation>
    </message>
    <message>
        <source>Set when it was made</source>
        <translation>创建时已定</translation>
    </message>
    <message>
        <source>Responsible: %1</source>
        <translation>负责人：%1</translation>
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
        <source>Names with commas between them</source>
        <translation>多个名称用逗号隔开</translation>
    </message>
</context>
<context>
    <name>OpportunityPage</name>
    <message>
        <source>New deal</source>
        <translation>新业务机会</translation>
    </message>
    <message>
        <source>Saved on this tablet</source>
        <translation>已存本机</translation>
    </message>
    <message>
        <source>This deal is no longer on this tablet</source>
        <translation>这个业务机会已不在本机</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>没有改动</translation>
    </message>
    <message>
        <source>Customer and name are needed</source>
        <translation>请填客户和名称</translation>
    </message>
</context>
<context>
    <name>OpportunitySheet</name>
    <message>
        <source>New deal</source>
        <translation>新业务机会</translation>
    </message>
    <message>
        <source>Saved on this tablet</source>
        <translation>已存本机</translation>
    </message>
    <message>
        <source>This deal is no longer on this tablet</source>
        <translation>这个业务机会已不在本机</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>没有改动</translation>
    </message>
    <message>
        <source>Customer and name are needed</source>
        <translation>请填客户和名称</translation>
    </message>
</context>
<context>
    <name>PipelinePage</name>
    <message>
        <source>Pipeline</source>
        <translation>业务机会</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Move to %1</source>
        <translation>移到%1</translation>
    </message>
    <message>
        <source>Any closing date</source>
        <translation>不限成交日</translation>
    </message>
    <message>
        <source>Closing this month</source>
        <translation>本月内成交</translation>
    </message>
    <message>
        <source>Closing this quarter</source>
        <translation>本季内成交</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Deals or leads</source>
        <translation>业务机会或潜在客户</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>业务机会</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>潜在客户</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>业务机会</translation>
    </message>
    <message>
        <source>New deal</source>
        <translation>新业务机会</translation>
    </message>
    <message>
        <source>No deals yet</source>
        <translation>还没有业务机会</translation>
    </message>
</context>
<context>
    <name>PipelineSums</name>
    <message numerus="yes">
        <source>%n deal(s), total</source>
        <translation>
            <numerusform>%n 个，合计</numerusform>
        </translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>加权预测</translation>
    </message>
    <message>
        <source>Won this month</source>
        <translation>本月成交</translation>
    </message>
</context>
</TS>
