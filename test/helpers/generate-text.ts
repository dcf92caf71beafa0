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
];
const SAYINGS = [
  "路修好了，日子就有了奔头",
  "这件事做不好，我们睡不着觉",
  "只要大家一起出力，没有办不成的事",
  "今年的收成比去年好得多",
  "孩子们高兴，我们就高兴",
  "水退了以后，先要把田里的淤泥清出去",
];
const RESULTS = [
  "群众的满意度明显提高",
  "村里的面貌有了很大变化",
  "参加的人数比往年多了一倍",
  "第一批物资已经送到",
  "工程进度超过了一半",
  "困难家庭全部得到了帮助",
];
const NEXT = [
  "下一步将继续加大投入",
  "有关部门将在月底前完成验收",
  "这一做法将在全县推广",
  "工作人员还会定期上门回访",
  "明年还要增加三个服务点",
];

export function personName(random: Random): string {
  return random.pick(FAMILY) + random.pick(GIVEN);
}

/** One sentence or two that belong together, in print: full-width marks, quotes in pairs. */
function sentence(random: Random): string {
  const place = random.pick(PLACES);
  const unit = random.pick(UNITS);
  const person = `${random.pick(POSTS)}${personName(random)}`;
  const count = random.between(2, 9800);
  const day = `${random.between(1, 12)}月${random.between(1, 28)}日`;
  switch (random.between(0, 11)) {
    case 0:
      return `${day}，${place}${random.pick(EVENTS)}，${count}名${random.pick(CROWDS)}参加了活动。`;
    case 1:
      return `${person}说：“${random.pick(SAYINGS)}。”`;
    case 2:
      return `“${random.pick(SAYINGS)}。”${person}告诉记者，${random.pick(RESULTS)}。`;
    case 3:
      return `据了解，${place}${unit}今年共投入资金${random.between(2, 90)}.${random.between(1, 9)}万元，购置${random.pick(THINGS)}${count}件，${random.pick(RESULTS)}。`;
    case 4:
      return `为了${random.pick(AIMS)}，${unit}的工作人员走村入户，逐一登记，把${random.pick(THINGS)}送到了${random.pick(CROWDS)}手中。`;
    case 5:
      return `${place}${unit}（以下简称“中心”）每周${random.pick(["三", "五", "六"])}上午9:30开门，${random.pick(RESULTS)}。`;
    case 6:
      return `记者从${place}${unit}获悉，${random.pick(NEXT)}，力争到年底覆盖${random.between(20, 99)}%的家庭。`;
    case 7:
      return `在${place}的田间地头，${random.pick(CROWDS)}们正忙着搬运${random.pick(THINGS)}；不远处，${unit}的技术员蹲在地里查看苗情。`;
    case 8:
      return `${person}今年${random.between(23, 88)}岁，在${unit}工作了${random.between(2, 40)}年，${random.pick(CROWDS)}都亲切地叫他“${random.pick(["老黄牛", "活地图", "热心肠", "土专家"])}”。`;
    case 9:
      return `有人问他图什么？${person}笑着回答：“他们常说‘${random.pick(["远亲不如近邻", "一年之计在于春", "人多力量大"])}’，我记住了这句话。”`;
    case 10:
      return `活动现场，${random.pick(CROWDS)}代表宣读了倡议书，号召大家从身边小事做起，${random.pick(AIMS)}。`;
    default:
      return `${random.pick(NEXT)}，${random.pick(AIMS)}。`;
  }
}

export function paragraph(random: Random): string {
  return Array.from({ length: random.between(1, 4) }, () => sentence(random)).join("");
}

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
