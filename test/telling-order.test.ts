import { describe, expect, it } from "vitest";
import { inOrderOfTelling } from "../src/blocks/frames/telling-order.ts";

const told = (...paragraphs: readonly string[]): string[] => inOrderOfTelling(paragraphs, (words) => words);

describe("paragraphs of an article in no order", () => {
  it("bring people in first, and end with how things stand now", () => {
    const [now, news, person] = [
      "如今，茶场有工人六十名。",
      "头一年霜冻，茶苗死了一半。",
      "柳一苇是青石村的茶农。",
    ] as const;
    expect(told(now, news, person)).toEqual([person, news, now]);
    expect(told("截至上月，已修好八座桥。", "上个月，52岁的柳一苇到桥上看过。")[0]).toContain("52岁");
  });

  it("tell years in their order, before what has none", () => {
    const [later, earlier] = ["2019年，茶场添了机器。", "1998年，柳一苇种下头一片茶。"] as const;
    expect(told("机器一响，茶香满山。", later, earlier)).toEqual([earlier, later, "机器一响，茶香满山。"]);
  });

  it("stay as they are where their words tell nothing", () => {
    const given = ["桥面铺了石板。", "两岸栽了柳树。", "石板是从北山运来的。"];
    expect(told(...given)).toEqual(given);
  });
});
