<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CartTotals</name>
    <message>
        <source>Goods</source>
        <translation>原价</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>VAT, included</source>
        <translation>其中增值税</translation>
    </message>
    <message>
        <source>VAT, added</source>
        <translation>另加增值税</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>合计 %1</translation>
    </message>
    <message>
        <source>%1% off the order</source>
        <translation>整单减 %1%</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>整单折扣</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>送货</translation>
    </message>
    <message>
        <source>Deliver by %1</source>
        <translation>%1前送达</translation>
    </message>
</context>
<context>
    <name>CategoryPane</name>
    <message>
        <source>Usual</source>
        <translation>常购</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
</context>
<context>
    <name>DeliverySheet</name>
    <message>
        <source>Delivery and notes</source>
        <translation>送货和备注</translation>
    </message>
    <message>
        <source>Deliver by</source>
        <translation>要求送达</translation>
    </message>
    <message>
        <source>Ship to</source>
        <translation>送货地址</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>LineDialog</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Discount on the order</source>
        <translation>整单折扣</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出本单</translation>
    </message>
    <message>
        <source>Discount in percent</source>
        <translation>折扣（%）</translation>
    </message>
</context>
<context>
    <name>OrderCart</name>
    <message>
        <source>This order</source>
        <translation>本单</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s), %1 pieces</source>
        <translation>
            <numerusform>%n 项 %1 件</numerusform>
        </translation>
    </message>
    <message>
        <source>More about this order</source>
        <translation>本单的更多操作</translation>
    </message>
    <message>
        <source>Discard this order…</source>
        <translation>放弃本单…</translation>
    </message>
    <message>
        <source>Add products with +. Everything is saved as you go.</source>
        <translation>点 + 添加产品，内容随时存到本机。</translation>
    </message>
    <message>
        <source>Saved on this tablet %1</source>
        <translation>已存本机 %1</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签名</translation>
    </message>
    <message>
        <source>Submit order</source>
        <translation>提交订单</translation>
    </message>
</context>
<context>
    <name>OrderDetail</name>
    <message>
        <source>This order is no longer on this tablet</source>
        <translation>这张订单已不在本机</translation>
    </message>
    <message>
        <source>Order %1 cancelled, saved on this tablet</source>
        <translation>订单 %1 已取消，已存本机</translation>
    </message>
    <message>
        <source>Cancel order %1?</source>
        <translation>取消订单 %1？</translation>
    </message>
    <message>
        <source>A cancelled order cannot be taken up again.</source>
        <translation>取消后不能恢复。</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>取消订单</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>再下一单</translation>
    </message>
    <message>
        <source>Cancel this order…</source>
        <translation>取消订单…</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>This order has no lines</source>
        <translation>这张订单没有明细</translation>
    </message>
</context>
<context>
    <name>OrderList</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Find an order by its number</source>
        <translation>按单号查找</translation>
    </message>
    <message>
        <source>Unfinished on this tablet</source>
        <translation>本机未完成</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>No orders here</source>
        <translation>这里没有订单</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Write one from a customer&apos;s page.</source>
        <translation>可在客户页下单。</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
</context>
<context>
    <name>OrderPadPage</name>
    <message>
        <source>Nothing to add from the last order</source>
        <translation>上次订单没有可添加的产品</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the last order added</source>
        <translation>
            <numerusform>已加入上次订单的 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Order %1 submitted, saved on this tablet</source>
        <translation>订单 %1 已提交，已存本机</translation>
    </message>
    <message>
        <source>Discard this order?</source>
        <translation>放弃本单？</translation>
    </message>
    <message>
        <source>All its lines are removed from this tablet. Nothing was sent yet.</source>
        <translation>本单的明细会从本机删除，还没有发送过。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>This customer is no longer on this tablet</source>
        <translation>这位客户已不在本机</translation>
    </message>
    <message>
        <source>Name, code or pinyin</source>
        <translation>品名、编码、拼音首字母</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>上次订单</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s), %1 pieces</source>
        <translation>
            <numerusform>%n 项 %1 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>本单 %1</translation>
    </message>
    <message>
        <source>This order</source>
        <translation>本单</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签名</translation>
    </message>
    <message>
        <source>Submit order</source>
        <translation>提交订单</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
</context>
<context>
    <name>ProductList</name>
    <message>
        <source>No products here</source>
        <translation>这里没有产品</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>The catalogue comes with the first sync.</source>
        <translation>产品目录随第一次同步到达。</translation>
    </message>
    <message>
        <source>Part of a name, a code or pinyin initials will do.</source>
        <translation>品名的一部分、编码或拼音首字母都可以。</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>缺货</translation>
    </message>
    <message>
        <source>Only %1 left</source>
        <translation>仅剩 %1</translation>
    </message>
    <message>
        <source>%1 in stock</source>
        <translation>库存 %1</translation>
    </message>
    <message>
        <source>No price</source>
        <translation>没有价格</translation>
    </message>
    <message>
        <source>per %1</source>
        <translation>每%1</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Signature for %1</source>
        <translation>签名确认 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s), %1 pieces</source>
        <translation>
            <numerusform>%n 项 %1 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>签字人</translation>
    </message>
</context>
</TS>
