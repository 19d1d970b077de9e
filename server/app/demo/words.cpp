#include "server/app/demo/words.h"

#include <array>

namespace fieldbook::server::demo {
namespace {

constexpr std::array cityTable{
    City{"杭州", "Hangzhou", "0571", 30.2741, 120.1551},
    City{"宁波", "Ningbo", "0574", 29.8683, 121.5440},
    City{"温州", "Wenzhou", "0577", 27.9938, 120.6994},
    City{"嘉兴", "Jiaxing", "0573", 30.7522, 120.7550},
    City{"绍兴", "Shaoxing", "0575", 30.0303, 120.5802},
    City{"金华", "Jinhua", "0579", 29.0791, 119.6474},
    City{"台州", "Taizhou", "0576", 28.6563, 121.4208},
    City{"湖州", "Huzhou", "0572", 30.8943, 120.0868},
    City{"上海", "Shanghai", "021", 31.2304, 121.4737},
    City{"苏州", "Suzhou", "0512", 31.2989, 120.5853},
    City{"无锡", "Wuxi", "0510", 31.4912, 120.3119},
    City{"南京", "Nanjing", "025", 32.0603, 118.7969},
};

constexpr std::array wareTable{
    Ware{"制动", "BP-2107", "陶瓷刹车片 前轮", "套", 26800},
    Ware{"制动", "BP-2108", "陶瓷刹车片 后轮", "套", 23800},
    Ware{"制动", "BD-3301", "通风刹车盘 前轮", "片", 31500},
    Ware{"制动", "BF-0104", "制动液 DOT4 1L", "瓶", 4200},
    Ware{"制动", "BH-5520", "刹车软管", "根", 5600},
    Ware{"滤清器", "OF-330", "机油滤清器", "只", 2800},
    Ware{"滤清器", "AF-410", "空气滤清器", "只", 3900},
    Ware{"滤清器", "CF-118", "空调滤清器 活性炭", "只", 4600},
    Ware{"滤清器", "FF-205", "燃油滤清器", "只", 6800},
    Ware{"润滑油", "EO-5304", "全合成机油 5W-30 4L", "桶", 31800},
    Ware{"润滑油", "EO-5404", "全合成机油 5W-40 4L", "桶", 32800},
    Ware{"润滑油", "EO-1040", "半合成机油 10W-40 4L", "桶", 19800},
    Ware{"润滑油", "GO-7590", "齿轮油 75W-90 1L", "瓶", 8800},
    Ware{"润滑油", "AT-0600", "自动变速箱油 1L", "瓶", 9600},
    Ware{"点火", "SP-4IR", "铱金火花塞 4 只装", "盒", 18800},
    Ware{"点火", "SP-4PT", "铂金火花塞 4 只装", "盒", 12800},
    Ware{"点火", "IC-7712", "点火线圈", "只", 15600},
    Ware{"蓄电池", "BT-6012", "免维护蓄电池 12V 60Ah", "只", 42000},
    Ware{"蓄电池", "BT-7012", "启停蓄电池 AGM 70Ah", "只", 79800},
    Ware{"冷却", "AF-3510", "冷却液 −35℃ 10 kg", "桶", 9600},
    Ware{"冷却", "WP-1180", "水泵", "只", 26500},
    Ware{"冷却", "TH-0820", "节温器", "只", 7800},
    Ware{"雨刮", "WP-2617", "雨刮片 26 + 17 英寸", "对", 5900},
    Ware{"雨刮", "WF-0200", "玻璃水 −25℃ 2L", "瓶", 1200},
    Ware{"轮胎", "TY-2055516", "轮胎 205/55 R16", "条", 39200},
    Ware{"轮胎", "TY-2254517", "轮胎 225/45 R17", "条", 56800},
    Ware{"轮胎", "TY-2356018", "轮胎 235/60 R18", "条", 68800},
    Ware{"精品", "DR-4K02", "行车记录仪 4K", "台", 49900},
    Ware{"精品", "FM-TPE5", "全包围脚垫 TPE", "套", 26800},
    Ware{"精品", "SF-7015", "车窗隔热膜 前挡", "张", 88000},
};

constexpr std::array<std::string_view, 40> shopWordTable{
    "恒通", "甬江", "顺达", "越城", "南湖", "宏达", "天成", "新世纪", "鑫源", "永盛",
    "捷达", "申菱", "瑞丰", "安信", "大众", "金桥", "东港", "华驰",   "百盛", "同心",
    "江南", "远航", "美达", "嘉禾", "万里", "诚信", "凯越", "德邦",   "龙腾", "星海",
    "双和", "正阳", "兴隆", "振华", "博雅", "联众", "海天", "中环",   "长风", "吉祥"};
constexpr std::array<std::string_view, 8> shopKindTable{
    "汽车销售服务有限公司", "汽配批发有限公司", "汽车租赁有限公司", "快修连锁有限公司",
    "汽车用品商行",         "汽车贸易有限公司", "汽配经营部",       "运输有限公司"};
constexpr std::array<std::string_view, 16> englishShopTable{
    "Harbour Motors (Shanghai)",   "Lakeside Fleet Services",
    "Blue Heron Auto Care",        "Delta Parts Trading",
    "Northgate Car Rental",        "Pearl River Garage",
    "Summit Tyre Centre",          "Old Mill Workshop",
    "Redwood Vehicle Leasing",     "Silver Gate Auto Supply",
    "Kestrel Logistics Asia",      "Orchard Road Motors",
    "Ferry Point Service Station", "Union Square Car Club",
    "Westbank Auto Electrics",     "Tailwind Couriers"};
constexpr std::array<std::string_view, 30> surnameTable{
    "陈", "沈", "吴", "林", "周", "王", "李", "张", "刘", "杨",   "黄",   "赵",   "徐", "孙", "胡",
    "朱", "高", "何", "郭", "马", "曾", "单", "仇", "解", "欧阳", "尉迟", "上官", "吕", "谢", "潘"};
constexpr std::array<std::string_view, 30> givenNameTable{
    "国栋", "佳怡", "志远", "晓雨", "建国", "明朗", "雪梅", "海燕", "文博", "思远",
    "丽华", "伟",   "芳",   "军",   "静",   "子涵", "浩然", "雨桐", "嘉诚", "秀英",
    "德胜", "永强", "立新", "春梅", "一鸣", "书瑶", "振宇", "慧敏", "天佑", "小龙"};
constexpr std::array<std::string_view, 8> jobTable{"采购总监", "配件主管", "总经理", "售后经理",
                                                   "店长",     "财务主管", "车队长", "仓库主管"};
constexpr std::array<std::string_view, 10> streetTable{
    "市心北路", "人民路",     "江东大道", "解放南路", "环城西路",
    "通港路",   "工业园一路", "望海街",   "学院路",   "迎宾大道"};
constexpr std::array<std::string_view, 10> talkTable{
    "价格认可，要求月底前到货。刹车片样品已装车试用，反馈下周给。",
    "问夏季机油促销何时开始，想先定 60 桶 5W-30。已答应周四带报价去。",
    "展厅二楼新增精品区，希望陈列架由我们提供。",
    "反映空调滤清器批次尺寸偏小，已登记换货。",
    "车队扩到 45 台，想谈年度保养套餐，需要分期付款方案。",
    "竞品报价低 4%，但交期要两周，客户更看重到货准时。",
    "盘点了库存，雨刮片和玻璃水快断货，约好下次带订单来。",
    "财务要求账期从 30 天延到 45 天，需请示主管。",
    "介绍了新款行车记录仪，店长愿意先进 10 台试销。",
    "没见到负责人，留了样册，改约下周三上午。"};
constexpr std::array<std::string_view, 5> englishTalkTable{
    "Walked the workshop with the manager; they will trial our front pads on two cars and decide "
    "next week.",
    "Asked for a yearly price on tyres for 45 vans, delivered in two lots.",
    "Stock of wiper blades is nearly out. Order promised after their monthly count.",
    "A competitor is four per cent cheaper but needs two weeks; delivery on time matters more to "
    "them.",
    "Finance wants 45 days instead of 30. I said I would ask and answer by Friday."};
constexpr std::array<std::string_view, 10> dealNameTable{
    "夏季养护套装",   "租赁车队保养", "展厅精品区陈列",   "年度轮胎采购",   "快修连锁机油专供",
    "蓄电池换新计划", "制动系统升级", "新店开业首批备货", "冬季冷却液备货", "Fleet tyres, yearly"};
constexpr std::array<std::string_view, 10> taskTable{"回复空调滤清器报价",
                                                     "跟进到期货款",
                                                     "带前轮刹车片样品 2 套",
                                                     "电话确认 5W-30 机油到货数量",
                                                     "发送租赁车队保养方案",
                                                     "季度回访",
                                                     "寄新品样册",
                                                     "确认陈列架尺寸",
                                                     "核对上月对账单",
                                                     "约新店开业时间"};

} // namespace

std::span<const City> cities() { return cityTable; }
std::span<const Ware> wares() { return wareTable; }
std::span<const std::string_view> shopWords() { return shopWordTable; }
std::span<const std::string_view> shopKinds() { return shopKindTable; }
std::span<const std::string_view> englishShops() { return englishShopTable; }
std::span<const std::string_view> surnames() { return surnameTable; }
std::span<const std::string_view> givenNames() { return givenNameTable; }
std::span<const std::string_view> jobs() { return jobTable; }
std::span<const std::string_view> streets() { return streetTable; }
std::span<const std::string_view> talks() { return talkTable; }
std::span<const std::string_view> englishTalks() { return englishTalkTable; }
std::span<const std::string_view> dealNames() { return dealNameTable; }
std::span<const std::string_view> tasks() { return taskTable; }

} // namespace fieldbook::server::demo
