/**
 * Whether the upper of two title lines leads in to the lower one, or the lower one adds to the upper: clues as log-odds.
 *
 * A kicker gives the occasion, who speaks or what is behind the news; a deck its details; the headline says it in few words.
 * Details are figures, lists and clauses, on whichever side they stand. The weights were fitted together, over all ways to read
 * each of some 330 titles of made pages and of printed papers, and rounded to quarters; none of them is sure, so they add up.
 */
import { lengthOdds, SHORTEST_HEADLINE } from "./title-length.ts";

const COMMA = /[，,]/;
/** Nothing but a quotation, the end of which may be misread. */
export const QUOTATION = /^[“「][^”」]+[”」*＊"]$/;
/** A deck of a feature begins with a dash: ——记青石巷的修表匠, of which a scan may leave a hyphen. */
const DASHED = /^(?:——|--|—|-(?=[〇㐀-鿿“]))/;

/** Weights, in log-odds. */
export const SURE = 4;
const ADDITION = -3.25;
const LIST = 1;
const EVENT_NAME = 3;
const REPORTED = 2.75;
const OCCASION = 1.5;
const QUOTED_ONLY = 2.25;
const QUOTED_BELOW = -1;
const CHANT = 1;
const CLAUSES = 1;
const QUESTION = 1.25;
const NAMED_BEFORE = -1;
const SPEAKER_BELOW = -0.75;
const OTHER_CLAIM = -1;
const APPEAL_BELOW = 0.75;
const QUOTED_WORD = 0.5;

/** @returns log-odds that the upper line is the kicker of the lower one; below 0, that the lower one is its deck. */
export function kickerOdds(upper: string, lower: string): number {
  if (isDashed(lower) || CHAPTER.test(lower)) return -SURE;
  if (INTERVIEW.test(upper) && QUOTATION.test(lower)) return SURE;
  if (isAnnouncement(upper) || COLUMN_NAME.test(upper)) return SURE;
  if (isAnnouncement(lower)) return -SURE;
  let odds = lengthOdds(upper, lower);
  if (isAddition(lower)) odds += ADDITION;
  if (QUOTATION.test(upper) !== QUOTATION.test(lower)) odds += QUOTATION.test(upper) ? QUOTED_ONLY : QUOTED_BELOW;
  odds += one(isOccasion, upper, lower) * OCCASION;
  odds += one(isReported, upper, lower) * REPORTED;
  if (isEvent(upper)) odds += EVENT_NAME;
  if (SPEAKER.test(lower)) odds += SPEAKER_BELOW;
  if (GOES_ON.test(lower)) odds += NAMED_BEFORE;
  if (TOTAL.test(upper)) odds -= NAMED_BEFORE;
  if (CLAIMS.test(upper) && CLAIMS.test(lower)) odds += OTHER_CLAIM;
  odds -= one(isAppeal, upper, lower) * APPEAL_BELOW;
  odds += one(isChant, upper, lower) * CHANT;
  odds += one(isList, upper, lower) * LIST;
  odds += one(hasClauses, upper, lower) * CLAUSES;
  odds -= one(hasQuoted, upper, lower) * QUOTED_WORD;
  odds -= one(asks, upper, lower) * QUESTION;
  return odds;
}

/** 第十二章␠夜渡, below the title of a novel. */
const CHAPTER = /^第[〇一二三四五六七八九十百\d]{1,4}[章回节]/;
/** 对话守塔人石小舟 above what he says. */
const INTERVIEW = /^(?:对话|专访|独家专访)/;

/** 1 where only the upper line is so, -1 where only the lower one is. */
function one(is: (line: string) => boolean, upper: string, lower: string): number {
  return Number(is(upper)) - Number(is(lower));
}

export function isDashed(line: string): boolean {
  return DASHED.test(line);
}

/** 小巷法官杜若兰： goes on in the line below. */
export function opensHeadline(line: string): boolean {
  return /[：:]$/.test(line);
}

/** 走基层·看丰收, 对话作家耿直, “我与矿山”征文选登: the name of a column or a campaign, or who is asked. */
const COLUMN_NAME =
  /^[〇㐀-鿿]{2,6}[·•・][〇㐀-鿿]{2,6}$|^(?:对话|专访)[〇㐀-鿿·]{2,10}$|(?:征文|选登|(?:特别|系列|追踪|连续|主题|跟踪)(?:报道|策划|采访))$/;

/** 全市防汛工作会议要求, 云溪大会传来喜讯: who speaks, above what is said. */
function isAnnouncement(line: string): boolean {
  return line.length >= SHORTEST_HEADLINE && ANNOUNCES.test(line) && !COMMA.test(line);
}

const ANNOUNCES =
  /(?:要求|强调|指出|提出|表示|透露|披露|呼吁|提醒|建议|(?:会议|大会|常委会)决定|[部作]出?部署|传来(?:喜讯|捷报|佳音|好消息))$/;

export function isOccasion(line: string): boolean {
  return SETTING.test(line);
}

/**
 * The occasion and the time, with nobody who does something: 走进山乡, 在乡亲们的支持下, 历时三年修缮, “五一”假期首日, 春运第一天,
 * 台风来临之际, 大水过后一个月, 春茶季到.
 */
const SETTING =
  /^(?:走[进近]|探访|探秘|聚焦|关注|直击|透视|回望|纪念|庆祝|喜迎|迎接|(?:深入)?学习贯彻|贯彻落实|围绕|为了?|历时|随着|在.{2,}[下中里]$)|(?:第[一二三四五六七八九十百\d]+[年天日季期站轮场届次]|首[日周轮]|之际|前夕|前瞻|以来|期间|来临|在即|倒计时.{0,5}|[百一二三四五六七八九十\d]+周年|[后後灾災震满滿][百一二三四五六七八九十\d]+(?:[个個]月|[天日])|[季期流潮汛](?:来袭|[将將]至|[到至]))$/;

/** 警方通报骗局, 县政协委员热议河道: an office or somebody of standing, and what it says or does in that quality. */
function isReported(line: string): boolean {
  return WHO.test(line) && SAYS.test(line);
}

const WHO =
  /会|府|委员|代表|专家|教授|科学家|法院|检察|警方|公安|[省市县区]委|书记|部门|本报|[巡视调查工作]组|协会|两岸|多国|多地/;
const SAYS =
  /通报|热议|反馈|发[布出]|公布|召开|闭幕|开幕|举行|审议|调研|考察|视察|共识|宣布|答复|回应|联合|发起|首次|研究|印发|签署|论证|听证|财委会$/;

/** What a deck adds: since when it holds, who took the chair, that somebody explains, what kind of report it is. */
export function isAddition(line: string | undefined): boolean {
  return line !== undefined && ADDS.test(line);
}

const ADDS =
  /(?:[起日][实施]行|起实施|起执行|起生效|起启用|起上市|答记者问|侧记|手记|纪实|见闻|访谈录?|主持(?:会议)?|讲话|出席(?:会议|活动)?|作出?(?:批示|报告))$|^(?:记者|本报)?(?:调查|走访|探访|专访)/;

/** 商务部门：月底有望回落: who says more about it. */
const SPEAKER = /^[〇㐀-鿿“”]{2,8}[：:](?=.{3})/;
/** 总投资六十亿元: of what, the headline says. */
const TOTAL = /^总[投长面]/;
/** 甲队称判罚有误, above 乙队称毫无争议: neither leads in to the other. */
const CLAIMS = /^[〇㐀-鿿]{1,6}称/;
/** A deck speaks of what the headline has named: 首批覆盖, 全程四十公里, 最快明年上路, 市民可凭身份证领票, 记12分. */
const GOES_ON =
  /^(?:首批|共[有计]|全程|全线|最[高低快早迟多]|其中|部分|包括|预计|[市居村农]民[可将]|每[天人年名户]|[将均仍已拟][〇㐀-鿿]|未来|明后天|记\d|涉案|成交)|将陆续|成功率|不足.{0,2}成$/;

/**
 * An appeal has a verb first and nobody who does it: 筑牢校园安全防线, 让每一滴水有归宿. Set large below the fact that it answers,
 * as 全市校园安全会议召开.
 */
function isAppeal(line: string): boolean {
  return APPEAL.test(line);
}

const APPEAL =
  /^(?:吹响|[压抓夯落][紧实]|坚决|确保|推动|推进|加快|全力|切实|努力|扎实|深入|奋力|凝聚|谱写|筑牢|守[护牢住]|弘扬|赋能|打[造好赢]|践行|争[当做]|奏响|擦亮|激[活发]|书写|绘就|提振|汇聚|共[建筑护]|聚焦|严[防查]|力[争促]|着力|大力|用好|做[好强优实]|坚定|[把让给]|动真)/;

/** The name of a match or meeting, with nothing that is said of it: 全省龙舟锦标赛青石站. Not 青石举办龙舟锦标赛. */
function isEvent(line: string): boolean {
  return EVENT.test(line) && !HAPPENS.test(line);
}

const EVENT =
  /(?:(?:赛|杯)[〇㐀-鿿]{0,6}[站轮]|[决选军格请开放奖标锦联汰组展]赛|揭幕战|世界杯|论坛|峰会|运动会|博览会|[音乐艺术文化电影]节|展览会?|[联大]展|交易会|洽谈会|研讨会|发布会)$|\d级强?震$/;
const HAPPENS = /[举召]办|召开|举行|开幕|闭幕|亮相|参加|出席|走进|走上|登上|启动|落幕|迎来|夺|获|将/;

/** Three phrases of one length, 摸清家底␠划清界线␠算清细账: set above a headline or below it, and hardly ever one. */
function isChant(line: string): boolean {
  const phrases = line.split(/\s+/);
  return phrases.length > 2 && phrases.every(({ length }) => length === phrases[0]?.length && length <= 6);
}

/** Details in a row: 挂号␠排队␠取药, 清淤␠护坡. */
function isList(line: string): boolean {
  if (ASKS.test(line)) return false;
  const phrases = line.split(/[\s、]+/);
  return phrases.length > 2 || (phrases.length === 2 && phrases.some(({ length }) => length < 4));
}

/** Headlines ask and call; what leads in to them or adds to them states. */
function asks(line: string): boolean {
  return ASKS_OR_CALLS.test(line);
}

const ASKS_OR_CALLS = /[？?！!]|谁|何|吗|怎/;

const ASKS = /谁|怎|何|吗|什么|[？?]/;

/** Two clauses; a question or an exclamation that has them is a headline. */
function hasClauses(line: string): boolean {
  return COMMA.test(line) && !/[？?！!]$/.test(line);
}

/** A word of its own, as headlines have them: “氧气老师”, 《融合之光》. */
function hasQuoted(line: string): boolean {
  return /[“「《]/.test(line) && !QUOTATION.test(line);
}
