/** How news opens its first sentence: with the day or the season. 昨天, 3月5日, 连日来, 入秋以来. */
export const OPENS_NEWS =
  /^\s*(?:近[日期年]|日前|昨[天日晚夜]|今[天日年晨晚]|前[天日]|目前|眼下|[连連]日[来來]|[去上][年月周]|[\d一二三四五六七八九十]{1,3}\s*月|[12]\d{3}\s*年|入[春夏秋冬])/;
