<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
    <context>
        <name>OverviewPage</name>
        <message>
            <source>Fieldbook · components and states</source>
            <translation>随访 · 组件与状态</translation>
        </message>
        <message>
            <source>Colour: surfaces and ink</source>
            <translation>色彩：表面与文字</translation>
        </message>
        <message>
            <source>States, always with icon and word</source>
            <translation>状态色，总与图标和文字同用</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>字号</translation>
        </message>
        <message>
            <source>Kept, even offline</source>
            <translation>随访，随手记下</translation>
        </message>
        <message>
            <source>Hengtong Auto Sales</source>
            <translation>杭州恒通汽车销售服务</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>需要您处理</translation>
        </message>
        <message>
            <source>The samples are on the car</source>
            <translation>刹车片样品已装车试用</translation>
        </message>
        <message>
            <source>Head of purchasing · Xiaoshan</source>
            <translation>采购总监 · 萧山区</translation>
        </message>
        <message>
            <source>Updated 08:40</source>
            <translation>更新于 08:40</translation>
        </message>
        <message>
            <source>Sync chip, every state</source>
            <translation>同步标签的全部状态</translation>
        </message>
        <message>
            <source>Record badges</source>
            <translation>记录标记</translation>
        </message>
        <message>
            <source>Buttons: rest, focus, busy, off with reason</source>
            <translation>按钮：常态、按下、焦点、忙、不可用附原因</translation>
        </message>
        <message>
            <source>Check in</source>
            <translation>签到</translation>
        </message>
        <message>
            <source>Pressed</source>
            <translation>按下</translation>
        </message>
        <message>
            <source>Focus</source>
            <translation>焦点</translation>
        </message>
        <message>
            <source>Saving</source>
            <translation>保存中</translation>
        </message>
        <message>
            <source>Secondary</source>
            <translation>次要</translation>
        </message>
        <message>
            <source>Tint</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>文字</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>删除…</translation>
        </message>
        <message>
            <source>Customer's signature is missing</source>
            <translation>还缺客户签名</translation>
        </message>
        <message>
            <source>Submit order</source>
            <translation>提交订单</translation>
        </message>
        <message>
            <source>Choice</source>
            <translation>选择</translation>
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
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>Nearby</source>
            <translation>附近</translation>
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
            <source>Orders</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Form fields</source>
            <translation>表单字段</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Expected close</source>
            <translation>预计成交日</translation>
        </message>
        <message>
            <source>In the past; pick 14 May or later</source>
            <translation>早于今天，请改到 5月14日以后</translation>
        </message>
        <message>
            <source>Credit limit</source>
            <translation>信用额度</translation>
        </message>
        <message>
            <source>Kept by finance</source>
            <translation>由财务维护</translation>
        </message>
    </context>
    <context>
        <name>OverviewRight</name>
        <message>
            <source>dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>List row 64</source>
            <translation>列表行 64</translation>
        </message>
        <message>
            <source>Hengtong Auto</source>
            <translation>杭州恒通汽车</translation>
        </message>
        <message>
            <source>Visit today 10:00</source>
            <translation>今天 10:00 拜访</translation>
        </message>
        <message>
            <source>Yongjiang Parts</source>
            <translation>宁波甬江汽配</translation>
        </message>
        <message>
            <source>Pressed</source>
            <translation>按下</translation>
        </message>
        <message>
            <source>Shunda Rental</source>
            <translation>浙江顺达租赁</translation>
        </message>
        <message>
            <source>Selected</source>
            <translation>选中</translation>
        </message>
        <message>
            <source>Snooze</source>
            <translation>稍后提醒</translation>
        </message>
        <message>
            <source>Call about delivery</source>
            <translation>电话确认到货</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Toast with undo</source>
            <translation>提示条与撤销</translation>
        </message>
        <message>
            <source>Moved to Negotiation</source>
            <translation>已移到“谈判”</translation>
        </message>
        <message>
            <source>Loading, empty, failed</source>
            <translation>页面四态之三</translation>
        </message>
        <message>
            <source>No orders yet</source>
            <translation>还没有订单</translation>
        </message>
        <message>
            <source>Start from the usual basket</source>
            <translation>从常购清单开始</translation>
        </message>
        <message>
            <source>First order</source>
            <translation>下第一单</translation>
        </message>
        <message>
            <source>Dialog</source>
            <translation>对话框</translation>
        </message>
        <message>
            <source>Sign out?</source>
            <translation>退出登录？</translation>
        </message>
        <message>
            <source>3 changes are not sent. They stay on this tablet, encrypted, until you sign in again.</source>
            <translation>3 条记录还没发送。它们会加密留在本机，您下次登录后接着发送。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Sign out, keep them</source>
            <translation>退出，保留记录</translation>
        </message>
        <message>
            <source>Deal card, order line, timeline</source>
            <translation>看板卡、订单行、时间线</translation>
        </message>
        <message>
            <source>Fleet maintenance</source>
            <translation>租赁车队保养</translation>
        </message>
        <message>
            <source>Shunda Car Rental</source>
            <translation>浙江顺达汽车租赁</translation>
        </message>
        <message>
            <source>Today 16:00, send the plan</source>
            <translation>今天 16:00 发方案</translation>
        </message>
        <message>
            <source>5W-30 oil</source>
            <translation>全合成机油</translation>
        </message>
        <message>
            <source>Chen called</source>
            <translation>陈国栋来电</translation>
        </message>
        <message>
            <source>Wants 60 drums; asks when the offer starts.</source>
            <translation>想先定 60 桶，问促销何时开始。</translation>
        </message>
        <message>
            <source>Keypad, signature</source>
            <translation>数字键盘、签名板</translation>
        </message>
        <message>
            <source>Chen Guodong, 14 May 11:02</source>
            <translation>陈国栋，5月14日 11:02</translation>
        </message>
        <message>
            <source>Charts, labelled in place</source>
            <translation>图表：数值直接标注</translation>
        </message>
        <message>
            <source>Orders, ¥10k</source>
            <translation>近 6 个月订货，万元</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Pyramid</source>
            <translation>客户金字塔</translation>
        </message>
        <message>
            <source>Dec</source>
            <translation>12月</translation>
        </message>
        <message>
            <source>May: ¥312k, plan ¥280k</source>
            <translation>5月：实绩 31.2 万，目标线 28.0 万</translation>
        </message>
        <message>
            <source>Visit steps</source>
            <translation>拜访步骤</translation>
        </message>
        <message>
            <source>Check in</source>
            <translation>签到</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>签退</translation>
        </message>
    </context>
</TS>
