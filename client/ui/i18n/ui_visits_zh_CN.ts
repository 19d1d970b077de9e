<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ArrivalStep</name>
    <message>
        <source>The visit to %1 is still open</source>
        <translation>%1 的拜访还没有签退</translation>
    </message>
    <message>
        <source>Check out there first; one visit is open at a time.</source>
        <translation>请先到那里签退，同一时间只能进行一次拜访。</translation>
    </message>
    <message>
        <source>Go to that visit</source>
        <translation>去那次拜访</translation>
    </message>
    <message>
        <source>Checked in %1</source>
        <translation>%1 签到</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Distance to the customer</source>
        <translation>与客户的距离</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>计划时间</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>With</source>
        <translation>会见</translation>
    </message>
    <message>
        <source>Navigate</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>打电话</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>改时间</translation>
    </message>
    <message>
        <source>The time and the position are noted once, when you check in. Without a position the visit counts as well; the reason is noted.</source>
        <translation>只在签到时记录一次时间和位置。没有定位也可以签到，会注明原因。</translation>
    </message>
    <message>
        <source>No position is noted for a visit by phone or online.</source>
        <translation>电话或线上拜访不记录位置。</translation>
    </message>
</context>
<context>
    <name>DepartureStep</name>
    <message>
        <source>Something is still missing</source>
        <translation>还有没填的</translation>
    </message>
    <message>
        <source>With the check-out everything is recorded on this tablet and sent when there is a network.</source>
        <translation>签退后全部记录在本机，有网络时自动发送。</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>The customer was out</source>
        <translation>客户不在</translation>
    </message>
    <message>
        <source>The customer put it off</source>
        <translation>客户改期</translation>
    </message>
    <message>
        <source>I could not come</source>
        <translation>我没能前往</translation>
    </message>
    <message>
        <source>No longer needed</source>
        <translation>不再需要</translation>
    </message>
    <message>
        <source>The visit cannot be finished?</source>
        <translation>这次拜访无法完成？</translation>
    </message>
    <message>
        <source>The visit does not take place?</source>
        <translation>这次拜访不去了？</translation>
    </message>
    <message>
        <source>What you wrote is kept with it.</source>
        <translation>已写的内容会一并保留。</translation>
    </message>
    <message>
        <source>End the visit</source>
        <translation>结束拜访</translation>
    </message>
    <message>
        <source>It did not take place</source>
        <translation>没有成行</translation>
    </message>
    <message>
        <source>Cancel the visit</source>
        <translation>取消拜访</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>NextStepStep</name>
    <message>
        <source>Send the quote, bring samples, call back</source>
        <translation>发报价、带样品、回电话</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>In 3 days</source>
        <translation>3 天后</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>一周后</translation>
    </message>
    <message>
        <source>In a month</source>
        <translation>一个月后</translation>
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
        <source>Remind me</source>
        <translation>提醒我</translation>
    </message>
    <message>
        <source>Choose a day first</source>
        <translation>请先选日期</translation>
    </message>
    <message>
        <source>Stands in Today when it is due</source>
        <translation>到期会出现在“今天”</translation>
    </message>
    <message>
        <source>A promise is also shown before the next visit.</source>
        <translation>承诺会在下次拜访前提示。</translation>
    </message>
    <message>
        <source>Plan the next visit</source>
        <translation>计划下次拜访</translation>
    </message>
</context>
<context>
    <name>NotesStep</name>
    <message>
        <source>Price accepted</source>
        <translation>价格认可</translation>
    </message>
    <message>
        <source>Waiting for the trial</source>
        <translation>等待试用结果</translation>
    </message>
    <message>
        <source>Wants longer terms</source>
        <translation>要求账期</translation>
    </message>
    <message>
        <source>A competitor is cheaper</source>
        <translation>竞品报价更低</translation>
    </message>
    <message>
        <source>Delivery is urgent</source>
        <translation>要求尽快到货</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation>见了谁</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>谈了什么</translation>
    </message>
    <message>
        <source>Needs, prices, stock, competitors, promises</source>
        <translation>需求、价格、库存、竞品、承诺</translation>
    </message>
    <message>
        <source>Saved on this tablet %1</source>
        <translation>已存本机 %1</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Who else was there?</source>
        <translation>还见了谁？</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
</context>
<context>
    <name>OrdersStep</name>
    <message>
        <source>No order on this visit yet</source>
        <translation>这次拜访还没有订单</translation>
    </message>
    <message>
        <source>Write an order</source>
        <translation>写订单</translation>
    </message>
    <message>
        <source>Note a lead</source>
        <translation>记一个潜在客户</translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>Photos %1</source>
        <translation>照片 %1</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>添加照片</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>Caption</source>
        <translation>照片说明</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>PictureChooser</name>
    <message>
        <source>Choose photos</source>
        <translation>选择照片</translation>
    </message>
    <message>
        <source>No pictures on this tablet</source>
        <translation>本机没有图片</translation>
    </message>
    <message>
        <source>Pictures that the camera took stand here.</source>
        <translation>相机拍的图片会出现在这里。</translation>
    </message>
    <message numerus="yes">
        <source>Add %n photo(s)</source>
        <translation>
            <numerusform>添加 %n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>添加照片</translation>
    </message>
</context>
<context>
    <name>VisitBrief</name>
    <message>
        <source>What to know</source>
        <translation>客户要点</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Promised last time</source>
        <translation>上次答应</translation>
    </message>
    <message>
        <source>Usually orders</source>
        <translation>常购</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Last one</source>
        <translation>最近一张</translation>
    </message>
    <message>
        <source>Its amount</source>
        <translation>订单金额</translation>
    </message>
    <message>
        <source>Twelve months</source>
        <translation>近 12 个月</translation>
    </message>
    <message>
        <source>Open deals</source>
        <translation>进行中的业务机会</translation>
    </message>
    <message>
        <source>Said on %1</source>
        <translation>%1的沟通</translation>
    </message>
    <message>
        <source>Hidden while the customer is looking on.</source>
        <translation>已隐藏，客户在旁时可放心查看。</translation>
    </message>
</context>
<context>
    <name>VisitHeader</name>
    <message>
        <source>%1 m away</source>
        <translation>距离 %1 m</translation>
    </message>
    <message>
        <source>Visiting</source>
        <translation>拜访中</translation>
    </message>
    <message>
        <source>checked in %1</source>
        <translation>%1 签到</translation>
    </message>
    <message>
        <source>Not planned</source>
        <translation>未计划</translation>
    </message>
    <message>
        <source>Leave the visit open</source>
        <translation>先离开，拜访继续</translation>
    </message>
    <message numerus="yes">
        <source>Visiting for %n minute(s)</source>
        <translation>
            <numerusform>已拜访 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n 条待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>全部已发送</translation>
    </message>
</context>
<context>
    <name>VisitPage</name>
    <message>
        <source>Visit recorded, saved on this tablet</source>
        <translation>拜访已记录，存在本机</translation>
    </message>
    <message>
        <source>Noted, saved on this tablet</source>
        <translation>已记下，存在本机</translation>
    </message>
    <message>
        <source>Photo removed</source>
        <translation>照片已移除</translation>
    </message>
    <message>
        <source>This visit is no longer on this tablet</source>
        <translation>这次拜访已不在本机</translation>
    </message>
    <message>
        <source>Photos can be added after the check-in.</source>
        <translation>签到后可以添加照片。</translation>
    </message>
    <message>
        <source>Cannot finish</source>
        <translation>无法完成</translation>
    </message>
    <message>
        <source>Did not take place</source>
        <translation>没有成行</translation>
    </message>
    <message>
        <source>Cancel the visit</source>
        <translation>取消拜访</translation>
    </message>
    <message>
        <source>Plan the next visit</source>
        <translation>计划下次拜访</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>下一步：%1</translation>
    </message>
    <message>
        <source>Check out</source>
        <translation>签退</translation>
    </message>
</context>
<context>
    <name>VisitPlanSheet</name>
    <message>
        <source>Another time</source>
        <translation>改时间</translation>
    </message>
    <message>
        <source>Plan a visit</source>
        <translation>计划拜访</translation>
    </message>
    <message>
        <source>Choose a customer</source>
        <translation>选择客户</translation>
    </message>
    <message>
        <source>A visit stays with its customer</source>
        <translation>拜访不能换客户</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>At the same time: %1</source>
        <translation>同一时间还有：%1</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>What the visit is for</source>
        <translation>这次拜访要做什么</translation>
    </message>
    <message>
        <source>Whom to meet</source>
        <translation>要见谁</translation>
    </message>
    <message>
        <source>Move the visit</source>
        <translation>改到这个时间</translation>
    </message>
    <message>
        <source>Plan the visit</source>
        <translation>计划拜访</translation>
    </message>
</context>
<context>
    <name>VisitRecord</name>
    <message>
        <source>Checked in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>谈了什么</translation>
    </message>
    <message>
        <source>Nothing was written down</source>
        <translation>没有写沟通内容</translation>
    </message>
</context>
<context>
    <name>VisitSteps</name>
    <message>
        <source>Check in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>沟通记录</translation>
    </message>
    <message numerus="yes">
        <source>Met %n</source>
        <translation>
            <numerusform>见到 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Who, and what was said</source>
        <translation>见了谁，谈了什么</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n 张订单</numerusform>
        </translation>
    </message>
    <message>
        <source>The usual goods first</source>
        <translation>按常购清单开始</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>With a reminder</source>
        <translation>可设提醒</translation>
    </message>
    <message>
        <source>Check out</source>
        <translation>签退</translation>
    </message>
    <message>
        <source>Not planned</source>
        <translation>未计划</translation>
    </message>
    <message>
        <source>Planned for %1</source>
        <translation>计划 %1</translation>
    </message>
    <message>
        <source>When you leave</source>
        <translation>离开时</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>预计 %1</translation>
    </message>
</context>
</TS>
