/** Invented texts of many kinds, to try encodings on: what a guess of the encoding must not depend on. */

export interface Kind {
  readonly kind: string;
  readonly text: string;
}

/** In simplified characters: UTF-8, GB18030, UTF-16. */
export const SIMPLIFIED: readonly Kind[] = [
  {
    kind: "news",
    text: `青石县水库加固工程开工
本报讯（记者 陆见山 通讯员 何晓禾）“老水库终于要大修了！”3月18日上午，青石县云岭水库加固工程开工，
附近三个乡镇的村民早早来到坝上。该水库建于1958年，担负着下游两万亩农田的灌溉任务，近年来渗水严重。
据了解，工程总投资2600万元，预计年底前完工。届时，水库的防洪标准将由二十年一遇提高到五十年一遇，
下游的群众再也不用在汛期提心吊胆。县水利局负责人说，施工期间不影响春灌，请大家放心。
`,
  },
  {
    kind: "half-width marks and blanks",
    text: `今年以来, 岚州市 农业农村局 组织技术员 走村入户, 手把手 教农户 育苗、施肥. 北塘村的 种植大户
温长河 说:"以前凭经验, 现在靠技术, 一亩地 多收了 两百斤." 截至5月底, 全市 共举办培训班 86期, 
培训农民 1.2万人次, 发放资料 3万余份; 下一步, 还将 把课堂 搬到 田间地头(见右图).
`,
  },
  {
    kind: "a blank after each character",
    text: `渡 口 街 道 的 老 人 们 有 了 自 己 的 食 堂 。 每 天 中 午 十 一 点 ， 热 腾 腾 的 饭 菜 准 时 端 上 桌 ，
两 荤 一 素 只 要 八 块 钱 。 八 十 二 岁 的 秦 玉 兰 老 人 说 ， 女 儿 在 外 地 上 班 ， 以 前 中 午 总 是 凑 合 一 口 。
`,
  },
  {
    kind: "Markdown",
    text: `# 一座小城的读书声

## 图书馆夜里不关灯

**晚上九点**，南浦新区图书馆三楼仍坐满了人。

![](images/0_12.jpg)

“回家没有这里安静。”正在备考的姜亦凡指了指窗外。馆长潘望舒介绍，从去年九月起，阅览室延长开放到午夜。
`,
  },
  {
    kind: "names and posts",
    text: `本版责编 谭海波 美编 尹素心 校对 贺春晓
（记者 欧阳小楼 诸葛明远 通讯员 苏念慈 邹岚 唐秋水）
柳溪县第十二届人民代表大会代表名单：陈望舒、林玉兰（女）、何长河、苏见山、潘亦凡（女，瑶族）、姜海波、
温素心（女）、尹明远、欧阳春晓、诸葛青（女，土家族）
`,
  },
  {
    kind: "figures",
    text: `1-6月主要经济指标 单位：亿元
地区生产总值 1,286.45 同比增长 6.8%
规模以上工业增加值 412.07 7.2%
固定资产投资 903.6 -1.4%
社会消费品零售总额 518.33 9.1%
一般公共预算收入 88.92 5.5%
城镇居民人均可支配收入 18,204元 农村 9,317元
`,
  },
  {
    kind: "telephone numbers and prices",
    text: `热线：0731-85550123 邮箱：news@example.com
出租 两室一厅 68㎡ 1800元/月 电话13900000000
转让 旺铺 120㎡ 26万 15800000000
招聘 司机2名 月薪6000-8000 0731-85550456 www.example.com/job?id=1024
寻物 黑色公文包一个 内有证件 酬谢 13600000000
`,
  },
  {
    kind: "Latin words between",
    text: `GDP增速、CPI、PPI三项指标同时公布；5G基站累计达3.2万个。APP下载量突破100万次，用户可通过WiFi直接观看4K直播。
“这台CT机是从GE买的，”医院信息科的工程师Peter Wang说，“OCR软件把病历变成Word和Excel，省了一半时间。”
`,
  },
  {
    kind: "an essay",
    text: `外婆的院子里有一棵柿子树。秋天，叶子落光了，满树的果子像一盏盏小灯笼，照着灰色的瓦檐。
雨停之后，泥土的味道从墙根漫上来，麻雀蹲在竹竿上抖羽毛。我常常趴在窗台上，看一只蜗牛慢慢爬过青苔，
留下一道亮晶晶的痕迹。许多年过去，那条石板路铺了水泥，井也填了，只有风吹过巷口的声音还是从前的样子。
`,
  },
  {
    kind: "poetry and rare characters",
    text: `芦荻萧萧，鸬鹚倚棹，沧浪渺渺烟波杳。
羁旅天涯，缱绻桑麻，篱畔蔷薇谢了又开花。
篝火熹微，笙箫隐约，谁家稚子趿鞋追萤火？
`,
  },
];

/** In traditional characters that Big5 has: Big5 too. */
export const TRADITIONAL: readonly Kind[] = [
  {
    kind: "news",
    text: `港灣大橋昨日通車 渡輪公司減班
【本報訊】歷時五年興建的海灣大橋昨日上午九時正式通車，首批車輛包括巴士、貨車及私家車約三百輛。
運輸處發言人表示，大橋全長四公里，由東岸到西岸只需六分鐘，較乘坐渡輪節省半小時。
渡輪公司則宣布，由下月一日起將平日班次由每十五分鐘一班減至每三十分鐘一班，員工不會因此被裁減。
附近居民對此反應不一，有人認為交通方便了，也有人擔心噪音和空氣污染會影響生活。
`,
  },
  {
    kind: "Hong Kong's characters",
    text: `羣衆圍着廣場聽演講，沿途商戶啓市後生意興隆，許多人拿着旗幟，跟着隊伍一路唱着歌走向碼頭。
劇團着手排練新戲，啓德的舊廠房裏，一羣年輕人忙着搬運布景，衆人笑着說，這是十年來最熱鬧的一個夏天。
`,
  },
  {
    kind: "figures",
    text: `台北股市收盤行情 加權指數 10,287.35 漲 56.12 點
成交金額 1,208.4 億元 外資買超 35.7 億元 自營商賣超 4.2 億元
電子類 412.66 +0.8% 金融類 1,190.2 -0.3% 塑膠類 233.9 +1.1%
美元兌新台幣 30.215 黃金每盎司 1,312.5 美元
`,
  },
  {
    kind: "half-width marks and blanks",
    text: `縣政府 教育處 表示, 今年 九月 起, 偏遠地區 國民小學 將 增聘 英語教師 四十二名, 每週 授課 三節.
校長 林秋水 說:"孩子們 很期待, 家長 也放心." 經費 由 縣庫 與 中央 各負擔 一半(詳見 第四版).
`,
  },
  {
    kind: "an essay",
    text: `巷子口的麵攤開了三十年。老闆總是天沒亮就起來熬湯，骨頭、蔥段、薑片，慢慢滾到中午。
客人來了不必開口，他記得誰要加辣、誰不吃香菜。下雨天生意清淡，他便坐在門邊聽收音機，
聽到喜歡的老歌就跟著哼幾句。後來學校搬走了，對面蓋起大樓，麵攤還在，只是燈光顯得更小了。
`,
  },
  {
    kind: "a public notice",
    text: `公告
主旨：公告本鄉都市計畫變更案自民國九十八年五月一日起公開展覽三十天。
依據：都市計畫法第十九條。公告事項：一、展覽地點：本所建設課及各村辦公處。
二、任何公民或團體如有意見，請於展覽期間內以書面載明姓名、地址，向本所提出。鄉長 溫長河
`,
  },
];

/** Nothing but ASCII: every encoding but UTF-16 has the same bytes for it, and it is called UTF-8. */
export const ASCII: readonly Kind[] = [
  {
    kind: "English",
    text: `The river rose two feet overnight, and by dawn the lower road was under water. "We moved the
goats first," said the ferryman, who has kept the crossing for thirty years. No one was hurt.\n`,
  },
  { kind: "figures alone", text: `12,345.67 890 38% 2020-04-16 10:30 (1) 3.5 7/8 1,024 65,536 99.99 -40 +8.1\n` },
];
