/**
 * Invented newspaper text: titles, bylines and paragraphs from small vocabularies. Nobody and nothing in it exists.
 */
import type { Random } from "./random.ts";

const PLACES = [
  "青禾区",
  "柳溪县",
  "云头村",
  "石桥镇",
  "渡口街道",
  "枫林坳乡",
  "白鹭湾社区",
  "岚州市",
  "北塘村",
  "南浦新区",
];
const FAMILY = ["陈", "林", "何", "苏", "唐", "潘", "姜", "贺", "谭", "秦", "邹", "温", "尹", "欧阳", "诸葛"];
const GIVEN = [
  "念慈",
  "见山",
  "小楼",
  "望舒",
  "玉兰",
  "明远",
  "秋水",
  "长河",
  "青",
  "岚",
  "素心",
  "亦凡",
  "春晓",
  "海波",
  "𠮷祥",
];
const POSTS = ["村支书", "护士长", "班主任", "站长", "种植户", "局长", "社区主任", "驻村干部", "志愿者", "老师傅"];
const UNITS = [
  "农业农村局",
  "图书馆",
  "卫生院",
  "供销社",
  "文化站",
  "中心小学",
  "气象台",
  "水利站",
  "敬老院",
  "合作社",
];
const THINGS = [
  "早稻种子",
  "旧农具",
  "爱心图书",
  "新鲜蔬菜",
  "防汛沙袋",
  "太阳能路灯",
  "净水设备",
  "冬季棉衣",
  "体育器材",
  "健康档案",
];
const EVENTS = [
  "举行春耕现场会",
  "开展义诊活动",
  "启动水库加固工程",
  "举办农民运动会",
  "召开防汛工作会议",
  "开办老年课堂",
  "试行垃圾分类",
  "修复百年石桥",
];
const CROWDS = ["村民", "学生", "党员干部", "医务人员", "退休教师", "返乡青年", "渔民", "环卫工人"];
const AIMS = [
  "让老人在家门口就能看病",
  "把实事办到群众心坎上",
  "帮助困难家庭渡过难关",
  "让孩子们放学以后有地方去",
  "保证今年的粮食产量",
  "留住乡村的手艺和记忆",
  "方便居民买到便宜的菜",
  "减少夏季山洪带来的损失",
  "让外出打工的人安心",
  "解决冬天取暖的难题",
  "丰富大家的业余生活",
  "缩短看病路上的时间",
];
const SAYINGS = [
  "路修好了，日子就有了奔头",
  "这件事做不好，我们睡不着觉",
  "只要大家一起出力，没有办不成的事",
  "今年的收成比去年好得多",
  "孩子们高兴，我们就高兴",
  "水退了以后，先要把田里的淤泥清出去",
  "我在这里住了半辈子，从没见过这么干净的河",
  "以前进一趟城要走两个钟头，现在车开到门口",
  "老房子舍不得拆，修一修还能住人",
  "机器再好，也要有人会用",
  "头一年亏了本，第二年才摸到门道",
  "买的人多了，我们连夜加工",
  "病人多的时候，中午饭都顾不上吃",
  "字写得不好看，心意是真的",
];
const RESULTS = [
  "群众的满意度明显提高",
  "村里的面貌有了很大变化",
  "参加的人数比往年多了一倍",
  "第一批物资已经送到",
  "工程进度超过了一半",
  "困难家庭全部得到了帮助",
  "夜里再也不用摸黑走路",
  "仓库里堆得满满当当",
  "报名的队伍排到了街角",
  "往年的积水不见了",
  "来回只要二十分钟",
  "订单已经排到了秋天",
  "墙上挂满了老照片",
  "操场上多了两副篮球架",
];
const NEXT = [
  "下一步将继续加大投入",
  "有关部门将在月底前完成验收",
  "这一做法将在全县推广",
  "工作人员还会定期上门回访",
  "明年还要增加三个服务点",
  "剩下的路段计划入冬前铺完",
  "第二期培训班正在报名",
  "雨季到来之前还要再查一遍",
  "新的办法从下月起试行",
  "节假日照常开放",
];

export function personName(random: Random): string {
  return random.pick(FAMILY) + random.pick(GIVEN);
}

/** Writes one page: no phrase comes again before all of its kind have been used, as in a paper. */
export class Writer {
  readonly #random: Random;
  readonly #left = new Map<readonly string[], string[]>();

  constructor(random: Random) {
    this.#random = random;
  }

  paragraph(): string {
    return Array.from({ length: this.#random.between(1, 4) }, () => this.#sentence()).join("");
  }

  #pick(list: readonly string[]): string {
    let left = this.#left.get(list) ?? [];
    if (left.length === 0) left = [...list];
    const [chosen = ""] = left.splice(this.#random.between(0, left.length - 1), 1);
    this.#left.set(list, left);
    return chosen;
  }

  /** One sentence or two that belong together, in print: full-width marks, quotes in pairs. */
  #sentence(): string {
    const random = this.#random;
    const pick = (list: readonly string[]): string => this.#pick(list);
    const values: Readonly<Record<string, () => string>> = {
      place: () => pick(PLACES),
      unit: () => pick(UNITS),
      person: () => `${pick(POSTS)}${personName(random)}`,
      name: () => personName(random),
      thing: () => pick(THINGS),
      event: () => pick(EVENTS),
      crowd: () => pick(CROWDS),
      aim: () => pick(AIMS),
      saying: () => pick(SAYINGS),
      result: () => pick(RESULTS),
      next: () => pick(NEXT),
      day: () => `${random.between(1, 12)}月${random.between(1, 28)}日`,
      age: () => String(random.between(24, 88)),
      count: () => String(random.between(2, 9800)),
      sum: () => `${random.between(2, 90)}.${random.between(1, 9)}万元`,
      percent: () => `${random.between(20, 99)}%`,
      time: () => `${random.between(6, 11)}:30`,
    };
    return pick(SENTENCES).replace(/\{(\w+)\}/gu, (_, key: string) => values[key]?.() ?? "");
  }
}

const SENTENCES = [
  "{day}，{place}{event}，{count}名{crowd}参加了活动。",
  "{person}说：“{saying}。”",
  "“{saying}。”{person}告诉记者，{result}。",
  "据了解，{place}{unit}今年共投入资金{sum}，购置{thing}{count}件，{result}。",
  "为了{aim}，{unit}的工作人员走村入户，逐一登记，把{thing}送到了{crowd}手中。",
  "{place}{unit}（以下简称“中心”）每天上午{time}开门，{result}。",
  "记者从{place}{unit}获悉，{next}，力争到年底覆盖{percent}的家庭。",
  "在{place}的田间地头，{crowd}们正忙着搬运{thing}；不远处，{unit}的技术员蹲在地里查看苗情。",
  "{person}今年{age}岁，在{unit}干了大半辈子，{crowd}都亲切地叫他“老黄牛”。",
  "有人问他图什么？{person}笑着回答：“他们常说‘远亲不如近邻’，我记住了这句话。”",
  "活动现场，{crowd}代表宣读了倡议书，号召大家从身边小事做起，{aim}。",
  "{next}，{aim}。",
  "{name}是土生土长的{place}人，大学毕业以后回到家乡，靠一间小小的网店把{thing}卖到了外地。",
  "天刚亮，{unit}门口就热闹起来，{crowd}排着队领取{thing}，{name}忙得满头大汗。",
  "算上去年的{count}件，{place}两年里一共添了{sum}的{thing}，{result}。",
  "“{saying}，”{name}一边收拾工具一边说，“{saying}。”",
  "从{place}到{unit}有一段山路，{name}每天骑着旧摩托来回，车筐里总装着{thing}。",
  "统计显示，今年前三个月全县接待{crowd}{count}人次，同比增长{percent}，{result}。",
  "傍晚时分，{crowd}三三两两坐在河边乘凉，说起《{event}》这出小戏，人人都能唱上几句。",
  "{unit}负责人{name}介绍，{next}，具体的时间和地点会在公告栏里写明。",
  "那天夜里风雨很大，{name}带着{crowd}守在堤上，直到第二天{time}才换班。",
  "最让{person}高兴的，是{result}，连外乡的亲戚也打电话来问。",
  "问题也不是没有：{thing}还不够用，{crowd}的意见也不一致，{unit}正在想办法。",
  "{place}的做法很简单，先听{crowd}怎么说，再看钱从哪里来，最后才动手，{aim}。",
];

export function headline(random: Random): string {
  const place = random.pick(PLACES);
  switch (random.between(0, 3)) {
    case 0:
      return `${place}${random.pick(EVENTS)}`;
    case 1:
      return `${random.pick(UNITS)}里来了${random.between(2, 60)}名${random.pick(CROWDS)}`;
    case 2:
      return `${place} ${random.pick(EVENTS)}`;
    default:
      return `${random.between(2, 900)}件${random.pick(THINGS)}送到${place}`;
  }
}

export function lead(random: Random): string {
  return `本报讯（记者 ${personName(random)} 通讯员 ${personName(random)}）`;
}

export function caption(random: Random): string {
  const place = random.pick(PLACES);
  return `图为${place}的${random.pick(CROWDS)}在${random.pick(UNITS)}领取${random.pick(THINGS)}。${personName(random)} 摄`;
}
