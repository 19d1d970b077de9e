<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
    <context>
        <name>CustomerDemo</name>
        <message>
            <source>Hengtong Auto Sales</source>
            <translation>杭州恒通汽车销售服务</translation>
        </message>
        <message>
            <source>Visit today 10:00</source>
            <translation>今天 10:00 拜访</translation>
        </message>
        <message>
            <source>Yongjiang Auto Parts</source>
            <translation>宁波甬江汽配批发</translation>
        </message>
        <message>
            <source>Payment 2 days overdue</source>
            <translation>货款逾期 2 天</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <source>Shunda Car Rental</source>
            <translation>浙江顺达汽车租赁</translation>
        </message>
        <message>
            <source>Visit today 14:00</source>
            <translation>今天 14:00 拜访</translation>
        </message>
        <message>
            <source>Nanhu Accessories</source>
            <translation>嘉兴南湖汽车用品</translation>
        </message>
        <message>
            <source>Quote 1 day overdue</source>
            <translation>报价逾期 1 天</translation>
        </message>
        <message>
            <source>Tiancheng Transport</source>
            <translation>湖州天成运输</translation>
        </message>
        <message>
            <source>Post the brochure</source>
            <translation>寄资料</translation>
        </message>
        <message>
            <source>Xinyuan Parts</source>
            <translation>金华鑫源汽配</translation>
        </message>
        <message>
            <source>Call on 20 May</source>
            <translation>5月20日 电话</translation>
        </message>
        <message>
            <source>Customer 1 of 1,284</source>
            <translation>客户 1 / 1,284</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Find among 1,284 customers</source>
            <translation>在 1,284 位客户中查找</translation>
        </message>
        <message>
            <source>Sort</source>
            <translation>排序</translation>
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
            <source>Due</source>
            <translation>该联系</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>VIP</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>857 Shixin N Road, Xiaoshan</source>
            <translation>萧山区市心北路 857 号</translation>
        </message>
        <message>
            <source>Kept by Lin Xiaoyu</source>
            <translation>负责人 林晓雨</translation>
        </message>
        <message>
            <source>Today 10:00, bring samples</source>
            <translation>今天 10:00 带样品</translation>
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
            <source>Navigate</source>
            <translation>导航</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Last 12 months</source>
            <translation>近 12 个月</translation>
        </message>
        <message>
            <source>+12% on last year</source>
            <translation>比上年 +12%</translation>
        </message>
        <message>
            <source>Open invoices</source>
            <translation>未收货款</translation>
        </message>
        <message>
            <source>due 30 May</source>
            <translation>5月30日到期</translation>
        </message>
        <message>
            <source>¥236,000 in all</source>
            <translation>合计 ¥236,000</translation>
        </message>
        <message>
            <source>Last visit</source>
            <translation>上次拜访</translation>
        </message>
        <message>
            <source>22 days ago</source>
            <translation>22 天前</translation>
        </message>
        <message>
            <source>Standard: every 21 days</source>
            <translation>标准：每 21 天</translation>
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
            <source>Reminders</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Chen Guodong called</source>
            <translation>陈国栋来电</translation>
        </message>
        <message>
            <source>Yesterday 16:20</source>
            <translation>昨天 16:20</translation>
        </message>
        <message>
            <source>Asked when the summer oil offer starts and wants 60 drums of 5W-30. Promised to bring it on Thursday.</source>
            <translation>问夏季机油促销何时开始，想先定 60 桶 5W-30。已答应周四带去。</translation>
        </message>
        <message>
            <source>Lin Xiaoyu, 6 minutes</source>
            <translation>林晓雨，通话 6 分钟</translation>
        </message>
        <message>
            <source>Order SO-2604-A7-0031</source>
            <translation>订单 SO-2604-A7-0031</translation>
        </message>
        <message>
            <source>Brake pads, filters and 12 more, ¥48,600.00. Delivered 24 April.</source>
            <translation>刹车片、滤清器等 14 项，¥48,600.00。4月24日送达。</translation>
        </message>
        <message>
            <source>Visit on site</source>
            <translation>现场拜访</translation>
        </message>
        <message>
            <source>New accessories area upstairs; Chen would like a display stand from us.</source>
            <translation>展厅二楼新增精品区，陈总希望陈列架由我们提供。</translation>
        </message>
        <message>
            <source>Checked in 09:58, 24 m away, stayed 52 minutes</source>
            <translation>签到 09:58，距离 24 m，停留 52 分钟</translation>
        </message>
        <message>
            <source>Add a contact</source>
            <translation>新增联系人</translation>
        </message>
        <message>
            <source>Chen Guodong</source>
            <translation>陈国栋</translation>
        </message>
        <message>
            <source>Head of purchasing</source>
            <translation>采购总监</translation>
        </message>
        <message>
            <source>Shen Jiayi</source>
            <translation>沈佳怡</translation>
        </message>
        <message>
            <source>Parts manager</source>
            <translation>配件主管</translation>
        </message>
        <message>
            <source>Open opportunities</source>
            <translation>进行中业务机会</translation>
        </message>
        <message>
            <source>Opportunities</source>
            <translation>业务机会</translation>
        </message>
    </context>
    <context>
        <name>FloatingDemo</name>
        <message>
            <source>Moved to Negotiation</source>
            <translation>已移到“谈判”</translation>
        </message>
        <message>
            <source>Quick add</source>
            <translation>快速新建</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>拜访</translation>
        </message>
        <message>
            <source>Lead</source>
            <translation>潜在客户</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Reminder</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>笔记</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Opportunity</source>
            <translation>业务机会</translation>
        </message>
        <message>
            <source>Voice</source>
            <translation>语音</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>名片</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>拍照</translation>
        </message>
        <message>
            <source>Name or company</source>
            <translation>姓名或公司</translation>
        </message>
        <message>
            <source>Yongjiang Auto Parts</source>
            <translation>宁波甬江汽配批发</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>This customer may exist already</source>
            <translation>可能已经有这位客户</translation>
        </message>
        <message>
            <source>Yongjiang Auto Parts, yours</source>
            <translation>宁波甬江汽配批发有限公司，您负责</translation>
        </message>
        <message>
            <source>Open it</source>
            <translation>打开它</translation>
        </message>
        <message>
            <source>Create anyway</source>
            <translation>仍然新建</translation>
        </message>
        <message>
            <source>The draft is saved on this tablet; closing loses nothing</source>
            <translation>草稿已存本机，关掉也不会丢</translation>
        </message>
        <message>
            <source>More fields</source>
            <translation>更多字段</translation>
        </message>
        <message>
            <source>Save lead</source>
            <translation>保存潜在客户</translation>
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
            <source>Sign out, keep them</source>
            <translation>退出，保留记录</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>共享</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>删除…</translation>
        </message>
        <message>
            <source>5W-30 oil</source>
            <translation>全合成机油</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>确定</translation>
        </message>
    </context>
    <context>
        <name>Gallery</name>
        <message>
            <source>Fieldbook components</source>
            <translation>随访组件</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>字号</translation>
        </message>
    </context>
    <context>
        <name>MorePage</name>
        <message>
            <source>Pickers</source>
            <translation>选择器</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN 码</translation>
        </message>
        <message>
            <source>Unlock with fingerprint</source>
            <translation>用指纹解锁</translation>
        </message>
        <message>
            <source>Longer fields</source>
            <translation>长一些的字段</translation>
        </message>
        <message>
            <source>What was said</source>
            <translation>谈了什么</translation>
        </message>
        <message>
            <source>Summer bundle from 60 drums; price accepted, must arrive before 28 May.</source>
            <translation>夏季养护套装按 60 桶起订，价格他们认可，要求 5月28日前到货。</translation>
        </message>
        <message>
            <source>Saved on this tablet 10:44</source>
            <translation>已存本机 10:44</translation>
        </message>
        <message>
            <source>Opportunity</source>
            <translation>关联业务机会</translation>
        </message>
        <message>
            <source>Summer care bundle</source>
            <translation>夏季养护套装</translation>
        </message>
        <message>
            <source>Showroom display</source>
            <translation>展厅精品区陈列</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>The customer's busy week</source>
            <translation>客户这周忙</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>有进展</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无进展</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>You promised: brake pad samples, and the May oil delivery date.</source>
            <translation>您上次答应：带前轮刹车片样品，确认 5 月机油到货。</translation>
        </message>
        <message>
            <source>This customer may exist already</source>
            <translation>可能已经有这位客户</translation>
        </message>
        <message>
            <source>Yongjiang Auto Parts, yours</source>
            <translation>宁波甬江汽配批发有限公司，您负责</translation>
        </message>
        <message>
            <source>Open it</source>
            <translation>打开它</translation>
        </message>
        <message>
            <source>Create anyway</source>
            <translation>仍然新建</translation>
        </message>
        <message>
            <source>Quick add</source>
            <translation>快速新建</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>拜访</translation>
        </message>
        <message>
            <source>Lead</source>
            <translation>潜在客户</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Reminder</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>笔记</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Take photo</source>
            <translation>拍照</translation>
        </message>
        <message>
            <source>Conflict</source>
            <translation>有冲突</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>20 cars added</source>
            <translation>加了 20 台车</translation>
        </message>
        <message>
            <source>at the frame price</source>
            <translation>按框架价重算</translation>
        </message>
        <message>
            <source>first quote</source>
            <translation>首次报价</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>日程</translation>
        </message>
        <message>
            <source>Hengtong Auto</source>
            <translation>杭州恒通汽车</translation>
        </message>
        <message>
            <source>Call Shenling</source>
            <translation>电话申菱</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>培训</translation>
        </message>
        <message>
            <source>Samples, oil date</source>
            <translation>样品，机油到货</translation>
        </message>
        <message>
            <source>Online</source>
            <translation>线上</translation>
        </message>
        <message>
            <source>75 min</source>
            <translation>75 分钟</translation>
        </message>
        <message>
            <source>Check in from 09:30, 3.2 km</source>
            <translation>09:30 起可签到，3.2 km</translation>
        </message>
        <message>
            <source>due</source>
            <translation>到期</translation>
        </message>
        <message>
            <source>Call Yuecheng</source>
            <translation>电话越城快修</translation>
        </message>
        <message>
            <source>5W-30 oil, every 2 weeks</source>
            <translation>5W-30 机油，每 2 周</translation>
        </message>
        <message>
            <source>Funnel, plan, score</source>
            <translation>漏斗、计划、评分</translation>
        </message>
        <message>
            <source>Initial</source>
            <translation>初步接触</translation>
        </message>
        <message>
            <source>62% go on</source>
            <translation>62% 进入下一阶段</translation>
        </message>
        <message>
            <source>Qualified</source>
            <translation>需求确认</translation>
        </message>
        <message>
            <source>58% go on</source>
            <translation>58% 进入下一阶段</translation>
        </message>
        <message>
            <source>Proposal</source>
            <translation>方案报价</translation>
        </message>
        <message>
            <source>54% go on</source>
            <translation>54% 进入下一阶段</translation>
        </message>
        <message>
            <source>Mon</source>
            <translation>一</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>二</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>三</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>四</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>五</translation>
        </message>
        <message>
            <source>Works offline until</source>
            <translation>离线可用到</translation>
        </message>
        <message>
            <source>13 June, 30 days</source>
            <translation>6月13日，30 天</translation>
        </message>
        <message>
            <source>Visit steps, upright</source>
            <translation>拜访步骤，竖排</translation>
        </message>
        <message>
            <source>Check in</source>
            <translation>签到</translation>
        </message>
        <message>
            <source>10:02, position valid</source>
            <translation>10:02，位置有效</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>2 people met</source>
            <translation>见到 2 人</translation>
        </message>
        <message>
            <source>Shelf and stock</source>
            <translation>陈列与库存</translation>
        </message>
        <message>
            <source>7 questions</source>
            <translation>7 个问题</translation>
        </message>
        <message>
            <source>You changed this opportunity offline, and Zhou Jianguo changed the same two fields. Pick one each.</source>
            <translation>您离线时改了这条业务机会，周建国也改了同样 2 处。请每处选一个。</translation>
        </message>
    </context>
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
        <message>
            <source>Opportunity card, order line, timeline</source>
            <translation>业务机会卡、订单行、时间线</translation>
        </message>
    </context>
    <context>
        <name>ShellDemo</name>
        <message>
            <source>New was asked for</source>
            <translation>按了新建</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>No visits planned today</source>
            <translation>今天没有安排拜访</translation>
        </message>
        <message>
            <source>Plan a visit</source>
            <translation>安排拜访</translation>
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
            <source>Service</source>
            <translation>服务</translation>
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
