import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, jianbao, readJson } from "./helpers/command.ts";

const PAGE = "青石开展送书活动\n\n5月16日,青石县召开春耕现场会,部署下一步工作。会议要求各地认真落实。\n";

/** A folder with two accepted fixtures. */
async function accepted(): Promise<string> {
  const cwd = folderWith({ "pages/one/raw.txt": PAGE, "pages/two/raw.txt": PAGE.replaceAll("株洲", "长沙") });
  expect((await jianbao(["check", "pages", "--update"], { cwd })).code).toBe(0);
  return cwd;
}

function change(path: string, from: string, to: string): void {
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

describe("check", () => {
  it("names a page after its fixture and accepts it with --update", async () => {
    const cwd = await accepted();
    expect(readJson(join(cwd, "pages/one/expected.json"))).toMatchObject({ source: { file: "one.txt" } });
    const { code, stdout } = await jianbao(["check", "pages"], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "2 same\n" });
  });

  it("takes a folder that is itself a fixture", async () => {
    const cwd = await accepted();
    expect((await jianbao(["check", "pages/one"], { cwd })).stdout).toBe("1 same\n");
  });

  it("shows where and what differs, the change marked in its context", async () => {
    const cwd = await accepted();
    change(join(cwd, "pages/two/expected.json"), "现场会", "电话会");
    const { code, stdout } = await jianbao(["check", "pages"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain("two: 1 difference");
    expect(stdout).toMatch(/\/articles\/0\/\S+.* \(two-1\)/);
    expect(stdout).toContain("[-电话-]{+现场+}会");
    expect(stdout).toMatch(/1 same, 1 differs\n$/);
  });

  it("accepts a difference with --update, and says what it accepted", async () => {
    const cwd = await accepted();
    change(join(cwd, "pages/two/expected.json"), "现场会", "电话会");
    const { code, stdout } = await jianbao(["check", "pages", "--update"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain("two: accepted 1 difference");
    expect((await jianbao(["check", "pages"], { cwd })).code).toBe(0);
  });

  it("ignores the version of the program and the layout of the file, and nothing else", async () => {
    const cwd = await accepted();
    const path = join(cwd, "pages/one/expected.json");
    const page = readJson(path) as { generator: { version: string; profile: string } };
    writeFileSync(path, JSON.stringify({ ...page, generator: { ...page.generator, version: "0.0.1" } }));
    expect((await jianbao(["check", "pages"], { cwd })).code).toBe(0);
    writeFileSync(path, JSON.stringify({ ...page, generator: { ...page.generator, profile: "nobody" } }));
    expect((await jianbao(["check", "pages"], { cwd })).stdout).toContain("/generator/profile");
  });

  it("counts a fixture without expected.json as a finding", async () => {
    const cwd = folderWith({ "pages/one/raw.txt": PAGE });
    const { code, stdout } = await jianbao(["check", "pages"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain("one: new");
    expect(existsSync(join(cwd, "pages/one/expected.json"))).toBe(false);
  });

  it("fails where a dump is missing, and checks the others", async () => {
    const cwd = await accepted();
    rmSync(join(cwd, "pages/two/raw.txt"));
    const { code, stdout, stderr } = await jianbao(["check", "pages"], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "1 same, 1 failed\n" });
    expect(stderr).toContain("two: cannot read pages/two/raw.txt (no such file or folder)");
  });

  it("goes on past a broken expected.json and exits 2", async () => {
    const cwd = await accepted();
    writeFileSync(join(cwd, "pages/one/expected.json"), "{ broken");
    const { code, stdout, stderr } = await jianbao(["check", "pages"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("one/expected.json is not valid JSON");
    expect(stdout).toBe("1 same, 1 failed\n");
  });

  it("gives the same as JSON", async () => {
    const cwd = await accepted();
    change(join(cwd, "pages/two/expected.json"), "现场会", "电话会");
    const { code, stdout } = await jianbao(["check", "pages", "--json"], { cwd });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      summary: { same: 1, differs: 1 },
      fixtures: [
        { name: "one", status: "same", differences: [] },
        { name: "two", status: "differs", differences: [{ kind: "changed" }] },
      ],
    });
  });
});
