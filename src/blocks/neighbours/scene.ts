/**
 * Whether the words of a short sentence describe a picture.
 *
 * A caption says in one sentence, and in the present, who does what or what is to be seen: 护鸟队员在观测棚里记录。 News
 * tells what was done, was said, will be done. Each clue is a row, with its weight in log-odds, its reason and a text
 * that it speaks of; `test/captions.test.ts` goes through them.
 */
import type { Context } from "../../context.ts";
import { CharClasses } from "../../text/char-classes.ts";
import { tighten } from "../../text/chars.ts";

export interface SceneClue {
  readonly pattern: RegExp;
  /** Characters of which every text that the clue speaks of has one; left out where its beginning tells as fast. */
  readonly needs?: string;
  readonly weight: number;
  readonly reason: string;
  readonly example: string;
}

/** Only a caption says this by itself. */
export const SURE_SCENE = 3;
/** Enough where a caption is to be expected. */
export const LIKELY_SCENE = 1;

const BY_ITSELF = 4;

export const SCENE_CLUES: readonly SceneClue[] = [
  {
    pattern:
      /^(?!.*(?:到|赴|往|赶|回|进|离开|保护|封锁|勘查|勘验|逃离|清理)[^，。]{0,8}(?:现场|一角|场景)。?$)[^，。：；]{2,28}(?:现场|一角|剧照|合影|留影|外景|全景|夜景|全貌|效果图|示意图|近[照影]|掠影|一瞥|航拍图?|中的(?:造型|扮相))。?$/,
    needs: "场角照影景貌图瞥拍型相",
    weight: BY_ITSELF,
    reason: "names a view and no event",
    example: "青石镇插秧比赛现场。",
  },
  {
    pattern:
      /[（(《〈〔](?:前排|后排|图)?(?:[左右中]|居中|[左右][起一二三四五六两]|[前后]排?[左右中]?[一二三四五六]?)[〈《]?[）)》〉〕]/,
    needs: "（(《〈〔",
    weight: BY_ITSELF,
    reason: "says where in the picture somebody stands",
    example: "杜若兰（左二）查看秧苗。",
  },
  {
    pattern: /正在(?!于)|在(?:给|为|向|教|帮|陪)|忙着/,
    needs: "正给为向教帮陪忙",
    weight: 1.5,
    reason: "something is being done",
    example: "村民正在分拣鲜叶。",
  },
  {
    pattern: /^[^，。：；]{2,12}在[^，。：；]{2,10}[里内上前中旁边]?[^，。：；了过]{2,12}。?$/,
    needs: "在",
    weight: 1,
    reason: "somebody does something somewhere",
    example: "护鸟队员在观测棚里记录。",
  },
  {
    pattern: /[内里旁间]，[^，。：；]{2,10}(?:为|给|在|向|用|忙)/,
    needs: "内里旁间",
    weight: 1,
    reason: "a place, and what somebody does there",
    example: "茶社内，茶艺师为客人沏茶。",
  },
  {
    pattern: /(?:走访|慰问|考察|参观|视察|调研|探望|看望|体验|展示|演示)/,
    needs: "走慰考参视调探看体展演",
    weight: 0.7,
    reason: "a visit or a show, which papers have photographed",
    example: "镇长尹长河走访茶农。",
  },
  {
    pattern: /[我你他她它]|[：；？！]|了(?:[^，。]{0,6}，|[。”])|(?:说|[说问答写笑喊叹]道)。$/,
    needs: "我你他她它：；？！了说道",
    weight: -2,
    reason: "somebody tells or speaks",
    example: "他不想给村里添麻烦。",
  },
  {
    pattern:
      /将|应当|必须|可以|已经?(?!故)|曾|还|也|都|便|就|却|才|不(?!少)|仍|再|未|没|(?<!只)要[^闻]|使|让|请|称|表示|认为|指出|明[天晚日晨]|下[周月]/,
    needs: "将应必可已曾还也都便就却才不仍再未没要使让请称表认指明下",
    weight: -2,
    reason: "tells of what was, will or should be, or ties it to what was said before",
    example: "工期将缩短一半。",
  },
  {
    pattern: /(?:进行|办理|审理|调查|侦办|推进|研究|核实|处理|筹备|洽谈|施工)(?:当?中|之中)?。?$/,
    needs: "进办审调侦推研核处筹洽施",
    weight: -2,
    reason: "a matter is under way that no picture shows",
    example: "案件正在进一步办理中。",
  },
  {
    pattern: /\d[\d.]*(?:%|％|万|亿|元|户|吨|公里|平方米|余|多)/,
    needs: "0123456789",
    weight: -1,
    reason: "counts, as news does",
    example: "全镇收购鲜叶1240吨。",
  },
  {
    pattern:
      /^(?:[，、。）」』”的了着们]|此外|同时|另外|目前|其中|近年|近日|据|如今|今年|去年|当前|随后|截至|因此|但|而|并|以及|和|与|或|这|那|该|各)/,
    weight: -2,
    reason: "begins as a text that goes on",
    example: "该镇今年种茶千亩。",
  },
];

/** Longest text that the clues speak of, in characters. */
const LONGEST_SCENE = 60;

/** The marks that the clues ask about, as printed. */
const PRINTED: Readonly<Record<string, string>> = {
  ",": "，",
  ":": "：",
  ";": "；",
  "!": "！",
  "?": "？",
  "(": "（",
  ")": "）",
};

/** The marks that are not as printed, and the characters that each clue needs. */
const HALF_MARKS = new CharClasses(Object.keys(PRINTED).join(""));
const NEEDED = new CharClasses(...SCENE_CLUES.map(({ needs }) => needs ?? ""));

/** @returns log-odds, natural base, that a short block with these words is a caption rather than text; 0 is no opinion. */
export function sceneOdds(words: string, context: Context): number {
  const tight = tightScene(words);
  if (tight === null) return 0;
  if (goesOnBehindSentence(tight)) return -1;
  const simple = asPrinted(tight, context);
  const has = NEEDED.of(simple);
  return sumOf((clue, i) => mayHold(clue, i, has) && clue.pattern.test(simple));
}

/** Whether the odds are so high at least. Most words have not what any clue for it needs, and are told by that. */
export function isScene(words: string, least: number, context: Context): boolean {
  const tight = tightScene(words);
  if (tight === null) return least <= 0;
  if (least > 0 && goesOnBehindSentence(tight)) return false;
  const simple = asPrinted(tight, context);
  const has = NEEDED.of(simple);
  const most = sumOf((clue, i) => clue.weight > 0 && mayHold(clue, i, has));
  return most >= least && sceneOdds(words, context) >= least;
}

function sumOf(counts: (clue: SceneClue, index: number) => boolean): number {
  let sum = 0;
  for (let i = 0; i < SCENE_CLUES.length; i += 1) {
    const clue = SCENE_CLUES[i];
    if (clue !== undefined && counts(clue, i)) sum += clue.weight;
  }
  return sum;
}

/** @param has the classes of `NEEDED` that the words hold. */
function mayHold({ needs }: SceneClue, index: number, has: number): boolean {
  return needs === undefined || (has & (1 << index)) !== 0;
}

/** The words without blanks, or null where they are too long. */
function tightScene(words: string): string | null {
  if (words.length > LONGEST_SCENE * 2) return null;
  const tight = tighten(words);
  return tight.length > LONGEST_SCENE ? null : tight;
}

/** The words as the clues read them: with marks as printed, in simplified characters. */
function asPrinted(tight: string, context: Context): string {
  const printed = HALF_MARKS.of(tight) === 0 ? tight : tight.replace(/[,:;!?()]/g, (mark) => PRINTED[mark] ?? mark);
  return context.lexicon.simplify(printed);
}

/** A second sentence tells a story. */
function goesOnBehindSentence(tight: string): boolean {
  const stop = tight.indexOf("。");
  if (stop < 0 || stop === tight.length - 1) return false;
  return !tight.endsWith("）") && !tight.endsWith(")");
}
