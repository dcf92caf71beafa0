/** Shards of a folder and what `jianbao merge` makes of them. Runs the built program. */
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isInShard, parseShard } from "../src/batch/shard.ts";
import { snapshot } from "./helpers/batch.ts";
import { folderWith, jianbao } from "./helpers/command.ts";

const page = (i: number): string =>
  `青石开展第${i}次送书活动\n\n5月${(i % 30) + 1}日,青石县召开春耕现场会,部署下一步 工作。会议要求 各地认真落实,共${i}人参加。\n`;
const NO_TEXT = Uint8Array.of(0x00, 0x01, 0x02, 0xff, 0xfe, 0x00, 0xd8, 0x00);

/** Pages, one of several pages, one that fails. */
function scans(): Record<string, string | Uint8Array> {
  const pages = Array.from({ length: 40 }, (_, i) => [`scans/${i % 3}/p${i}.txt`, page(i)]);
  return { ...Object.fromEntries(pages), "scans/bad.txt": NO_TEXT, "scans/two.txt": `${page(50)}\f${page(51)}\f` };
}

/** All shards at once, each into a folder of that name. */
async function runShards(cwd: string, folders: readonly string[]): Promise<void> {
  const count = folders.length;
  const runs = folders.map((folder, i) =>
    jianbao(["scans", "-o", folder, "--shard", `${i + 1}/${count}`, "-j", "1"], { cwd }),
  );
  const codes = (await Promise.all(runs)).map(({ code }) => code);
  expect(codes.filter((code) => code === 2)).toHaveLength(1);
  expect(codes.filter((code) => code === 0)).toHaveLength(count - 1);
}

async function undisturbed(cwd: string): Promise<Readonly<Record<string, string>>> {
  expect((await jianbao(["scans", "-o", "whole"], { cwd })).code).toBe(2);
  return snapshot(join(cwd, "whole"));
}

describe("shards", () => {
  it("part the pages by their places, each page to one shard, always the same", () => {
    const places = Array.from({ length: 1_000 }, (_, i) => `2020/${i}/A0${i % 8}.txt`);
    const shards = [1, 2, 3, 4, 5].map((number) => places.filter((place) => isInShard(place, { number, count: 5 })));
    expect(shards.flat().sort()).toEqual([...places].sort());
    for (const shard of shards) expect(shard.length).toBeGreaterThan(150);
    // Pinned: another division would do pages twice after an update.
    expect(
      ["2020/A01.txt", "2020/A02.txt", "剪报/甲.txt"].map((place) => isInShard(place, { number: 1, count: 2 })),
    ).toEqual([false, true, false]);
  });

  it.each(["0/2", "3/2", "2", "a/b", "1/0", "-1/2"])("refuse %s", (word) => {
    expect(() => parseShard(word)).toThrow("no shard");
  });

  it("of one folder, all at once, become what one run makes", async () => {
    const cwd = folderWith(scans());
    await runShards(cwd, ["json", "json", "json"]);
    expect(readdirSync(join(cwd, "json/.jianbao"))).toEqual(["shard-1-of-3", "shard-2-of-3", "shard-3-of-3"]);
    const { code, stderr } = await jianbao(["merge", "json"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("3 shards: 42 pages, 1 failed; 0 files written (json)");
    expect(snapshot(join(cwd, "json"))).toEqual(await undisturbed(cwd));
    expect((await jianbao(["scans", "-o", "json"], { cwd })).stderr).toContain("41 done before");
    expect((await jianbao(["scans", "-o", "json", "--shard", "1/2"], { cwd })).stderr).toMatch(
      / 0 written.* done before/,
    );
  });

  it("of folders of their own become what one run makes, and stay as they are", async () => {
    const cwd = folderWith(scans());
    const folders = ["a", "b", "c", "d"];
    await runShards(cwd, folders);
    const before = folders.map((folder) => snapshot(join(cwd, folder)));
    expect((await jianbao(["merge", ...folders, "-o", "json"], { cwd })).code).toBe(2);
    expect(snapshot(join(cwd, "json"))).toEqual(await undisturbed(cwd));
    expect(folders.map((folder) => snapshot(join(cwd, folder)))).toEqual(before);
    expect((await jianbao(["merge", ...folders, "-o", "json"], { cwd })).stderr).toContain("0 files written");
    expect(snapshot(join(cwd, "json"))).toEqual(await undisturbed(cwd));
  });
});

describe("merge refuses", () => {
  async function twoShards(): Promise<string> {
    const cwd = folderWith(scans());
    await runShards(cwd, ["a", "b"]);
    return cwd;
  }

  it("shards of which one is missing, or that were divided otherwise", async () => {
    const cwd = await twoShards();
    expect((await jianbao(["merge", "a", "-o", "json"], { cwd })).stderr).toContain("the shard 2/2 is missing");
    await jianbao(["scans", "-o", "c", "--shard", "3/3"], { cwd });
    const { code, stderr } = await jianbao(["merge", "a", "b", "c", "-o", "json"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("some shards are of 2, others of 3");
    expect((await jianbao(["merge", "scans", "-o", "json"], { cwd })).stderr).toContain("scans holds no shard");
    expect((await jianbao(["merge", "a", "b"], { cwd })).stderr).toContain("need -o DIR");
  });

  it("a shard that was stopped, until it has come to its end", async () => {
    const cwd = folderWith(scans());
    await runShards(cwd, ["json", "json"]);
    mkdirSync(join(cwd, "json/.jianbao/shard-2-of-2/tmp"));
    const { code, stderr } = await jianbao(["merge", "json"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("the shard 2/2 in json has not come to its end");
    for (const number of [1, 2])
      await jianbao(["scans", "-o", "json", "--shard", `${number}/2`, "--retry-failures"], { cwd });
    expect((await jianbao(["merge", "json"], { cwd })).stderr).toContain(
      "the shard 2/2 in json has not come to its end",
    );
    await jianbao(["scans", "-o", "json", "--shard", "2/2"], { cwd });
    expect((await jianbao(["merge", "json"], { cwd })).stderr).toContain("2 shards: 42 pages");
  });

  it("an output that is not as its shard wrote it", async () => {
    const cwd = await twoShards();
    const folder = readdirSync(join(cwd, "a")).includes("two.p1.json") ? "a" : "b";
    writeFileSync(join(cwd, folder, "two.p1.json"), "{}");
    const { code, stderr } = await jianbao(["merge", "a", "b", "-o", "json"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(`${folder}/two.p1.json is not as the shard wrote it`);
    rmSync(join(cwd, folder, "two.p1.json"));
    expect((await jianbao(["merge", "a", "b", "-o", "json"], { cwd })).code).toBe(2);
  });

  it("two shards that made one page with other options", async () => {
    const cwd = await twoShards();
    cpSync(join(cwd, "b"), join(cwd, "c"), { recursive: true });
    expect((await jianbao(["merge", "a", "b", "c", "-o", "json"], { cwd })).stderr).toContain("2 shards: 42 pages");
    await jianbao(["scans", "-o", "c", "--shard", "2/2", "--correct"], { cwd });
    const { stderr } = await jianbao(["merge", "a", "b", "c", "-o", "other"], { cwd });
    expect(stderr).toContain("from other dumps or with other options");
  });
});
