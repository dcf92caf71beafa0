/**
 * Family names, simplified. The common ones cover about 99 in 100 people; compound ones come first when names are read.
 * Facts of common knowledge (百家姓 and census lists), written down here.
 */
const SINGLE =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹" +
  "熊白孟秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万覃武钱戴严欧莫孔向常汤康易乔文施洪季祁舒申庞樊兰殷安颜倪温卫温俞章鲁葛伍翟焦巴路牛管卓米麦" +
  "梅纪柳岳辛柴关单耿左齐聂凌霍车涂祝费骆房古宁甘盛曲游柯成冉邢解应屈裴翁冼鲍梅迟宫滕时詹苗喻符简瞿晏饶储娄辜冷谷艾尚原桑窦党池佘栗景褚" +
  "华项丛闵臧连揭凤褟明隋仇穆卜仲牟蒙戚郎麻敖沙巫蓝蔺闻计阮楼花阳宗席匡桂封隆宓富查鄢米邝丰荣诸支仰秋伊亢况后荀羊惠甄曲芮储靳汲邴糜松井" +
  "芦苟强黑皮苑粟郁邬郜鞠束印鹿扶廉仝乐干晋楚幸原缪谌储迟虞瞿奚杭厉鄂揣牧山寇尉谈茅嵇童刁颉沃蒲敬" +
  "贲蔚越夔隗库那钮佟赖璩浦雍濮双莘乌竺阚逄么苍相冀晁漆邸帅" +
  "尤毕包吉岑柏云司宣屠卞狄禹湛贝伏危裘滑弓栾祖韶宿怀邰籍姬宰郦扈燕郏农茹宦慎戈庾居衡巩勾訾毋巢荆盖桓水元昝蓟咸鱼殳郗羿" +
  "谯逯亓仉郇佴綦缑茆睢芈郐郯鄞鄢酆闾阙萨厍麹幺漕郄暴荔奉降仰庄边师商胥班劳盘权朴练卿檀植暨尧步满薄戎昌索容郤蒯钭乜习沐铁母蹇矫衣撒";
const COMPOUND = [
  "欧阳",
  "诸葛",
  "司马",
  "上官",
  "东方",
  "皇甫",
  "尉迟",
  "公孙",
  "令狐",
  "慕容",
  "长孙",
  "宇文",
  "司徒",
  "司空",
  "夏侯",
  "南宫",
  "独孤",
  "西门",
  "端木",
  "轩辕",
  "闻人",
  "申屠",
  "太史",
  "赫连",
  "澹台",
  "公冶",
  "濮阳",
  "淳于",
  "单于",
  "钟离",
  "鲜于",
  "拓跋",
  "完颜",
  "呼延",
  "纳兰",
  "爱新",
];

/** Place in the list by code unit, from 1: the first are the commonest. */
let ranks: Uint16Array | undefined;
const COMPOUND_SET: ReadonlySet<number> = new Set(
  COMPOUND.map((name) => name.charCodeAt(0) * 0x10000 + name.charCodeAt(1)),
);

function readRanks(): Uint16Array {
  const places = new Uint16Array(0x10000);
  for (let i = SINGLE.length - 1; i >= 0; i -= 1) places[SINGLE.charCodeAt(i)] = i + 1;
  return places;
}

/** Place of a simplified code unit among the family names, the commonest first, from 1; 0 for no family name. */
export function surnameRank(code: number): number {
  ranks ??= readRanks();
  return ranks[code] ?? 0;
}

export function isCompoundSurname(first: number, second: number): boolean {
  return COMPOUND_SET.has(first * 0x10000 + second);
}

/** Length in characters of the family name a simplified name begins with; 0 if it begins with none. */
export function surnameLength(name: string): 0 | 1 | 2 {
  if (name.length > 2 && isCompoundSurname(name.charCodeAt(0), name.charCodeAt(1))) return 2;
  return surnameRank(name.charCodeAt(0)) > 0 ? 1 : 0;
}
