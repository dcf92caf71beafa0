/** What people are called by, simplified. */

/** Offices and trades that stand before a name or after it: 主任李云, 李云主任. */
const OFFICES = [
  ..."主任 书记 检察长 参事 市长 县长 区长 镇长 乡长 村长 省长 州长 局长 处长 科长 部长 厅长 司长 院长 校长 所长 站长 会长 社长 厂长 店长 馆长 园长 台长".split(
    " ",
  ),
  ..."行长 队长 班长 团长 师长 连长 排长 组长 船长 机长 园丁 主席 总统 总理 首相 经理 董事 董事长 总裁 总监 总编 主编 委员 常委 代表 秘书 秘书长 干事".split(
    " ",
  ),
  ..."教授 老师 教师 讲师 导师 医生 大夫 医师 护士 律师 法官 检察官 警官 民警 教练 师傅 博士 院士 研究员 工程师 设计师 理事 参赞 大使 领事 议员".split(
    " ",
  ),
  ..."同学 同志 将军 上校 主持人 裁判 队员 导演 编剧 演员 作家 诗人 画家 书法家 歌手 专员 特首".split(" "),
];
/** Roles and trades that stand before a name only: 记者李云, 村民李云. */
const BEFORE = [
  ..."记者 通讯员 实习生 编辑 摄影 撰文 作者 责编 校对 美编 村民 居民 市民 学生 农民 职工 工人 老人 司机 业主 店主 志愿者 患者 队友 妻子 丈夫".split(
    " ",
  ),
  ..."专家 会计 技术员 农艺师 讲解员 班主任 护士长 村医 牧民 渔民 儿子 女儿 父亲 母亲 网友 读者 选手 运动员 社工 网格员 快递员 保安 乘客 游客 委员长 负责人 创始人 支书 党员 战士 士兵 消防员 退役军人 总经理 副总经理".split(
    " ",
  ),
];
/** Forms of address, after a name only: 李云先生, 李先生. */
const AFTER =
  "先生 女士 小姐 夫人 太太 阿姨 叔叔 大爷 大妈 大姐 大哥 奶奶 爷爷 伯伯 婆婆 老汉 老人 老师傅 支书 总经理".split(" ");

export const TITLES_BEFORE: readonly string[] = [...OFFICES, ...BEFORE];
export const TITLES_AFTER: readonly string[] = [...OFFICES, ...AFTER];
