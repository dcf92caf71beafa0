import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesIn, folderWith, jianbao } from "./helpers/command.ts";

const PAGE = "青石开展送书活动\n\n5月16日,青石县召开春耕现场会,部署下一步工作。\n";

/** What a terminal obeys: every control but the line end. Matches ESC and U+009B; not 山. */
const OBEYED = /[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/;

describe("file names", () => {
  it.each([
    { what: "blanks", name: " a  b .txt" },
    { what: "quotes", name: "a'b\"c`d.txt" },
    { what: "a line end", name: "a\nb.txt" },
    { what: "dots that lead nowhere", name: "..a...txt" },
    { what: "escape sequences", name: "a\u001b[2Jb\u009b31m.txt" },
    { what: "a leading dash", name: "-o.txt" },
    { what: "shell marks", name: "$(x);&|<>*?[a].txt" },
    { what: "Han and signs beyond the BMP", name: "版面😀.txt" },
  ])("with $what give pages below the output folder", async ({ name }) => {
    const cwd = folderWith({ [`scans/x/${name}`]: PAGE, "scans/y.txt": PAGE });
    const { code, stderr } = await jianbao(["scans", "-o", "json"], { cwd });
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const stem = name.replace(/\.txt$/, "");
    const isHidden = name.startsWith(".");
    const pages = filesIn(join(cwd, "json")).filter((path) => !path.split("/").some((part) => part.startsWith(".")));
    expect(pages).toEqual(isHidden ? ["y.json"] : [`x/${stem}.json`, "y.json"].sort());
    expect(readdirSync(cwd).sort()).toEqual(["json", "scans"]);
    expect(stderr).not.toMatch(OBEYED);
  });

  it("as long as the disk allows are written or refused, and the others go on", async () => {
    const cwd = folderWith({ [`scans/${"a".repeat(251)}.txt`]: PAGE, "scans/b.txt": PAGE });
    const { code, stderr } = await jianbao(["scans", "-o", "json"], { cwd });
    expect([0, 2]).toContain(code);
    if (code === 2) expect(stderr).toContain("too long); give the dump a shorter name");
    expect(filesIn(join(cwd, "json"))).toContain("b.json");
  });

  it("that are no UTF-8 are read or refused, and the others go on", async () => {
    const cwd = folderWith({ "scans/b.txt": PAGE });
    const name = Buffer.concat([Buffer.from(`${join(cwd, "scans")}/`), Buffer.of(0xb0, 0xe6), Buffer.from(".txt")]);
    writeFileSync(name, PAGE);
    const { code, stderr } = await jianbao(["scans", "-o", "json"], { cwd });
    expect([0, 2]).toContain(code);
    if (code === 2) expect(stderr).toContain("its name is no UTF-8; rename it");
    expect(filesIn(join(cwd, "json"))).toContain("b.json");
    expect(readdirSync(cwd).sort()).toEqual(["json", "scans"]);
  });

  it("that are links in a circle or out of the folder write nothing outside the output", async () => {
    const cwd = folderWith({ "scans/a.txt": PAGE, "elsewhere/secret.txt": PAGE });
    mkdirSync(join(cwd, "json"));
    symlinkSync(".", join(cwd, "scans/loop"));
    symlinkSync("self", join(cwd, "scans/self"));
    symlinkSync("../elsewhere", join(cwd, "scans/out"));
    symlinkSync("../elsewhere/secret.txt", join(cwd, "scans/out.txt"));
    const before = filesIn(join(cwd, "elsewhere"));
    const { code } = await jianbao(["scans", "-o", "json"], { cwd });
    expect([0, 2]).toContain(code);
    expect(filesIn(join(cwd, "json"))).toContain("a.json");
    expect(filesIn(join(cwd, "elsewhere"))).toEqual(before);
    expect(readdirSync(cwd).sort()).toEqual(["elsewhere", "json", "scans"]);
  });
});

describe("a terminal", () => {
  // Without the form feed, which parts a dump into pages.
  const EVIL = `${Array.from({ length: 32 }, (_, i) => String.fromCharCode(i))
    .filter((control) => control !== "\f")
    .join("春")}\u009b2J\u202e\u007f`;
  const DUMP = `标题\u001b[31m里\n\n${EVIL}记者陆见山\u001b]0;x\u0007说，自已看见。\n${PAGE}`;

  it.each([
    { what: "explain", args: ["explain", "a.txt"] },
    { what: "explain of one place", args: ["explain", "a.txt", "1:3"] },
    { what: "the JSON of a page", args: ["a.txt", "--map"] },
    { what: "warnings", args: ["a.txt", "--strict"] },
    { what: "a file that is not there", args: ["\u001b[2Jnot.txt"] },
    { what: "an unknown option", args: ["--\u001b[2J"] },
    { what: "an unknown encoding", args: ["a.txt", "--encoding", "\u001b[2J"] },
    { what: "an unknown profile", args: ["a.txt", "--profile", "\u001b[2J"] },
  ])("is sent no control character of a dump or a name: $what", async ({ args }) => {
    const cwd = folderWith({ "a.txt": DUMP });
    const { stdout, stderr } = await jianbao(args, { cwd, env: { NO_COLOR: "1" } });
    expect(stdout + stderr).not.toBe("");
    expect(stderr).not.toMatch(OBEYED);
    // The JSON is data and may hold marks of direction, which no program obeys.
    expect(stdout).not.toMatch(
      args.includes("--map") || args.includes("--strict") ? /[\0-\x09\x0b-\x1f\x7f-\x9f]/ : OBEYED,
    );
  });

  it("is sent none by check and verify", async () => {
    const cwd = folderWith({
      "f/x\u001b[2J/raw.txt": DUMP,
      "f/x\u001b[2J/expected.json": '{"articles":["\\u001b[2J"]}',
    });
    const check = await jianbao(["check", "f"], { cwd, env: { NO_COLOR: "1" } });
    expect(check.code).toBe(1);
    expect(check.stdout + check.stderr).not.toMatch(OBEYED);
    await jianbao(["f/x\u001b[2J/raw.txt", "--map", "-o", "p.json"], { cwd });
    writeFileSync(join(cwd, "raw.txt"), DUMP.replace("春", "夏"));
    const verify = await jianbao(["verify", "p.json", "--source", "raw.txt"], { cwd });
    expect(verify).toMatchObject({ code: 1 });
    expect(verify.stdout + verify.stderr).not.toMatch(OBEYED);
  });
});
