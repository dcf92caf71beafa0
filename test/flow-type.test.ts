import { describe, expect, it } from "vitest";
import { titleRoles } from "../src/articles/titles.ts";
import { IN_NEXT_FLOW, typeInFlow } from "../src/lines/succession/flow-type.ts";

function rolesOf(upper: string, lower: string, type = typeInFlow(upper.length, lower.length)): string {
  const lines = [
    { text: upper, level: 0 },
    { text: lower, level: 0, type },
  ];
  return titleRoles(lines)
    .map((role) => role.charAt(0))
    .join("");
}

describe("the type of title lines where a dump gives parts that begin with their largest line", () => {
  it("is rather one for lines of about one length than for a longer line below", () => {
    const [same, longer] = [typeInFlow(9, 9), typeInFlow(9, 15)];
    expect(same.same).toBeGreaterThan(longer.same);
    expect(same.larger).toBeLessThan(0);
  });

  it("is smaller below in one part, and larger in the next part", () => {
    const [short, long] = ["两岸学生不再绕路", "柳湾渡口换上新船"];
    expect(rolesOf(short, long, { same: -2, larger: -1.5 })).toBe("hd");
    expect(rolesOf(short, long, IN_NEXT_FLOW)).toBe("kh");
  });
});
