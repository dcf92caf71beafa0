/** Names of columns (栏目) by their words: what they end in, what they are about. */

/** What the names of columns end in, in simplified characters: 新闻观察, 青春来信, 街坊议事厅. Not words in which news ends as well, such as 公告. */
const COLUMN_END =
  /(?:来信|来信选登|来函照登|来鸿|往来|信箱|观察|视点|视线|看台|聚焦|焦点|广角|茶座|茶馆|论坛|时空|天地|之窗|窗口|在线|热线|连线|反馈|快讯|简讯|短波|传真|[速快]递|播报|速览|花絮|拾零|集锦|掠影|剪影|纪事|新事|好人|行情|人物|面孔|讲述|访谈|解读|追踪|链接|回眸|回音|回声|之声|留言[板簿]|议事厅|会客厅|内外|周刊|副刊|文苑|诗[页苑林坛社角]|小小说|小说|散文|杂文|小品|连载|书[评屋房架]|影评|服务台|门诊|养生|家园|人间|星空|课堂|学堂|园地|讲堂|沙龙|朋友圈|专栏|特稿|特写|时评|评论|随笔|随感|随想|札记|走笔|漫谈|杂谈|笔谈|今日谈|闲话|夜话|史话|问答|有问必答|大家谈|说事|街谈|巷议|百科|大观|万象|博览|文摘|影像|图说|街拍|数读|记忆|忆旧|旧闻|往事|掌故|手记|手艺|故事|前线|现场|扫描|[医律]师|以案说法|风采|点评|纵论|百态|选登|之言|之星|资讯|快报|提醒|进行时|在行动)$/;
/** What a page or a part of it is about. */
const SUBJECT =
  /^(?:基金|股市|楼市|车市|保险|证券|期货|银行|金融|产业|公司|宏观|市场|消费|农业|工业|三农|乡村|校园|就业|养老|医疗|法院|交通|公益|环保|军事|两岸|港澳|棋牌|足球|篮球|电竞|书画|戏曲|音乐|收藏|摄影|美食|亲子|情感|深度|特稿|专题|专访|独家|街拍|数读|特写|提醒|辟谣|发布|读书|书评|诗歌|赛程|数字|早评|晚评)$/;
/** What short names of columns end in, and other words as well: 纵横谈, 拾遗录, 灯下草, 消费调查, 青岚民生. */
const SOFT_END =
  /(?:[谈录话草语记苑林坊亭轩斋坛廊角页镜吧堂窗台园社榜]|调查|前沿|生活|民生|法治|健康|体育|教育|文化|财经|科技)$/;
const LONGEST_COLUMN = 6;
/** 乡村振兴进行时: what a campaign is called before. */
const IN_PROGRESS = /(?:进行时|在行动)$/;
const SURE_COLUMN = 3;
const LIKELY_COLUMN = 2;
const MAYBE_COLUMN = 1;

/** @param simple in simplified characters. */
export function isColumnName(simple: string): boolean {
  return simple.length <= (IN_PROGRESS.test(simple) ? LONGEST_COLUMN + 2 : LONGEST_COLUMN) && COLUMN_END.test(simple);
}

/** Log-odds that words are the name of a column, by how they end. @param simple in simplified characters. */
export function columnNameOdds(simple: string): number {
  if (isColumnName(simple)) return SURE_COLUMN;
  if (SUBJECT.test(simple)) return LIKELY_COLUMN;
  return simple.length <= LONGEST_COLUMN - 2 && SOFT_END.test(simple) ? MAYBE_COLUMN : 0;
}

/** 更正, 小启: nothing but what a notice is called. */
const IS_NOTICE = /^(?:小启|更正|勘误|启事|致歉|讣告|声明|通告|鸣谢|更正启事|征稿启事|来函照登)$/;

/** @param simple in simplified characters. */
export function isNoticeName(simple: string): boolean {
  return IS_NOTICE.test(simple);
}
