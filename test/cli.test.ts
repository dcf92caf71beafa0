import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { filesIn, folderWith, jianbao, PROGRAM, readJson } from "./helpers/command.ts";

const PAGE = "青石开展送书活动\n\n5月16日,青石县召开春耕现场会,部署下一步工作。会议要求 各地认真落实。\n";
const OTHER = "长沙举办读书会\n\n4月16日,长沙市图书馆举办读书会。\n";

/** The start of a picture: no text in any encoding. */
const NO_TEXT = Buffer.from("89504e470d0a1a0a0000000d49484452f1a97fe200000c8e08060000007e3d9cb58fa2c1", "hex");

const isRoot = process.getuid?.() === 0;

/** Trouble is one line, and never a stack. */
function expectOneLine(stderr: string, ...parts: readonly string[]): void {
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  for (const part of parts) expect(stderr).toContain(part);
  expect(stderr).not.toMatch(/\n\s+at /);
}

describe("one page", () => {
  it("prints the JSON of a file, with its name and without its folder", async () => {
    const cwd = folderWith({ "in/A03.txt": PAGE });
    const { code, stdout, stderr } = await jianbao(["in/A03.txt"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, source: { file: "A03.txt" } });
    expect(stdout.endsWith("}\n")).toBe(true);
  });

  it.each([{ args: [] }, { args: ["-"] }])("reads stdin with arguments $args", async ({ args }) => {
    const { code, stdout } = await jianbao(args, { stdin: PAGE });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ source: { file: "<stdin>" } });
  });

  it("gives the same bytes twice", async () => {
    const runs = await Promise.all([
      jianbao(["-", "--map"], { stdin: PAGE }),
      jianbao(["-", "--map"], { stdin: PAGE }),
    ]);
    expect(runs[0]?.stdout).toBe(runs[1]?.stdout);
  });

  it("adds the map with --map", async () => {
    const { stdout } = await jianbao(["--map"], { stdin: PAGE });
    expect(JSON.parse(stdout)).toHaveProperty("map.fields");
  });

  it("writes one page into a .json file", async () => {
    const cwd = folderWith({ "a.txt": PAGE });
    expect((await jianbao(["a.txt", "-o", "new/a.json"], { cwd })).code).toBe(0);
    expect(readJson(join(cwd, "new/a.json"))).toMatchObject({ source: { file: "a.txt" } });
  });

  it("never replaces its input", async () => {
    const cwd = folderWith({ "a.json": PAGE });
    const { code, stderr } = await jianbao(["a.json", "-o", "./a.json"], { cwd });
    expect(code).toBe(2);
    expectOneLine(stderr, "would replace the input");
    expect(readFileSync(join(cwd, "a.json"), "utf8")).toBe(PAGE);
  });

  it("ends quietly when the reader goes away", () => {
    const cwd = folderWith({ "a.txt": `${PAGE}\n`.repeat(3000) });
    const script = `"${process.execPath}" "${PROGRAM}" a.txt --map | head -c 10; echo "|\${PIPESTATUS[0]}"`;
    const out = execFileSync("bash", ["-c", `{ ${script}; } 2>&1`], { cwd, encoding: "utf8" });
    expect(out).toMatch(/^\{\n {2}"schem\|0\n$/);
  });

  it("takes a pipe for a file", () => {
    const cwd = folderWith({ "a.txt": PAGE });
    const out = execFileSync("bash", ["-c", `"${process.execPath}" "${PROGRAM}" <(cat a.txt)`], {
      cwd,
      encoding: "utf8",
    });
    expect(JSON.parse(out)).toHaveProperty("articles");
  });
});

describe("encodings", () => {
  const GB = Buffer.from(
    "c7e0caafcfd8bfaad5b9cbcdcae9bbeeb6af0abcc7d5dfb4d3cfd8cbaec0fbbed6bbf1cfa4a3acb9a4b3ccd2d1beadbfaab9a4a1a30a",
    "hex",
  );

  it("are found for each file of a folder, and named in its page", async () => {
    const cwd = folderWith({
      "scans/gb.txt": GB,
      "scans/utf.txt": PAGE,
      "scans/wide.txt": Buffer.from(PAGE, "utf16le"),
    });
    const { code, stderr } = await jianbao(["scans", "-o", "json"], { cwd });
    expect({ code, stderr }).toMatchObject({ code: 0 });
    for (const [name, encoding] of [
      ["gb", "gb18030"],
      ["utf", "utf-8"],
      ["wide", "utf-16le"],
    ]) {
      expect(readJson(join(cwd, `json/${name}.json`))).toMatchObject({ source: { encoding } });
    }
    expect((await jianbao(["verify", "json", "--source", "scans"], { cwd })).code).toBe(0);
  });

  it("are overridden by --encoding, for pages and for explain", async () => {
    const cwd = folderWith({ "a.txt": GB });
    const { stdout } = await jianbao(["a.txt", "--encoding", "GBK"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ source: { encoding: "gb18030" } });
    const forced = await jianbao(["a.txt", "--encoding", "utf-8"], { cwd });
    expect(JSON.parse(forced.stdout).notices[0]).toMatchObject({ rule: "decode/bad-bytes", line: 1, column: 1 });
    expect((await jianbao(["explain", "a.txt", "2:1", "--encoding", "gbk"], { cwd })).stdout).toContain("记");
    const unknown = await jianbao(["a.txt", "--encoding", "latin1"], { cwd });
    expect(unknown.code).toBe(2);
    expectOneLine(unknown.stderr, "no encoding latin1", "gb18030");
  });

  it("with bad bytes end in exit code 1 with --strict, and name the bytes", async () => {
    const cwd = folderWith({ "a.txt": Buffer.concat([Buffer.from(PAGE), Buffer.of(0xe6, 0x98)]) });
    expect((await jianbao(["a.txt"], { cwd })).code).toBe(0);
    const { code, stderr } = await jianbao(["a.txt", "--strict"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain("a.txt:4:1 warning decode/bad-bytes E6 98");
  });
});

describe("many pages", () => {
  it("mirrors a folder: text files in any case, hidden ones left out", async () => {
    const cwd = folderWith({
      "scans/b.txt": PAGE,
      "scans/2020/A01.TXT": PAGE,
      "scans/2020/deep/x.md": OTHER,
      "scans/.hidden.txt": PAGE,
      "scans/.git/y.txt": PAGE,
      "scans/picture.jpg": "no text",
    });
    const { code, stdout, stderr } = await jianbao(["scans/", "-o", "json"], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expectOneLine(stderr, "3 pages", "3 written");
    expect(filesIn(join(cwd, "json"))).toEqual(["2020/A01.json", "2020/deep/x.json", "b.json"]);
  });

  it("writes what one page on stdout gives", async () => {
    const cwd = folderWith({ "scans/a.txt": PAGE });
    await jianbao(["scans", "-o", "json"], { cwd });
    const { stdout } = await jianbao(["scans/a.txt"], { cwd });
    expect(readFileSync(join(cwd, "json/a.json"), "utf8")).toBe(stdout);
  });

  it("places globs below their fixed part and files by their names", async () => {
    const cwd = folderWith({
      "scans/1/a.txt": PAGE,
      "scans/2/a.txt": PAGE,
      "scans/2/b.txt": OTHER,
      "other/c.txt": PAGE,
    });
    const { code } = await jianbao(["scans/*/a.txt", "other/c.txt", "-o", "json"], { cwd });
    expect(code).toBe(0);
    expect(filesIn(join(cwd, "json"))).toEqual(["1/a.json", "2/a.json", "c.json"]);
  });

  it("leaves files alone that would not change", async () => {
    const cwd = folderWith({ "scans/a.txt": PAGE });
    await jianbao(["scans", "-o", "json"], { cwd });
    const before = statSync(join(cwd, "json/a.json")).mtimeMs;
    const { stderr } = await jianbao(["scans", "-o", "json"], { cwd });
    expect(stderr).toContain("0 written, 0 unchanged, 0 failed, 1 done before");
    const { stderr: forced } = await jianbao(["scans", "-o", "json", "--force"], { cwd });
    expect(forced).toContain("0 written, 1 unchanged");
    expect(statSync(join(cwd, "json/a.json")).mtimeMs).toBe(before);
  });

  it("takes the same page once when it is named twice", async () => {
    const cwd = folderWith({ "scans/a.txt": PAGE });
    const { code, stderr } = await jianbao(["scans", "scans/a.txt", "-o", "json"], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain("1 page:");
  });

  it("skips its own output inside the input folder", async () => {
    const cwd = folderWith({ "a.txt": PAGE, "out/old.md": "not a page of this run" });
    expect((await jianbao([".", "-o", "out"], { cwd })).code).toBe(0);
    expect(filesIn(join(cwd, "out"))).toEqual(["a.json", "old.md"]);
  });

  it("refuses two inputs for one output before anything is written, and names both", async () => {
    const cwd = folderWith({ "scans/a.txt": PAGE, "scans/a.md": OTHER, "scans/b.txt": PAGE });
    const { code, stderr } = await jianbao(["scans", "-o", "json"], { cwd });
    expect(code).toBe(2);
    expectOneLine(stderr, "scans/a.txt", "scans/a.md", "json/a.json");
    expect(existsSync(join(cwd, "json"))).toBe(false);
  });

  it("does not let one bad page of ten stop the others", async () => {
    const pages = Array.from({ length: 9 }, (_, i) => [`scans/p${i}.txt`, i % 2 === 0 ? PAGE : OTHER]);
    const cwd = folderWith({ ...Object.fromEntries(pages), "scans/p4b.txt": NO_TEXT });
    const { code, stderr } = await jianbao(["scans", "-o", "json"], { cwd });
    expect(code).toBe(2);
    expect(filesIn(join(cwd, "json"))).toHaveLength(9);
    expect(stderr).toContain("scans/p4b.txt");
    expect(stderr).toContain("9 written, 0 unchanged, 1 failed");
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
  });

  it("reports a page that cannot be read, here a link that leads nowhere", async () => {
    const cwd = folderWith({ "scans/a.txt": PAGE });
    symlinkSync("nowhere.txt", join(cwd, "scans/b.txt"));
    const { code, stderr } = await jianbao(["scans", "-o", "json", "--quiet"], { cwd });
    expect(code).toBe(2);
    expectOneLine(stderr, "cannot read scans/b.txt");
    expect(filesIn(join(cwd, "json"))).toEqual(["a.json"]);
  });

  it("follows links, but not in a circle", async () => {
    const cwd = folderWith({ "scans/a/x.txt": PAGE });
    symlinkSync("..", join(cwd, "scans/a/up"));
    expect((await jianbao(["scans", "-o", "json"], { cwd })).code).toBe(0);
    expect(filesIn(join(cwd, "json"))).toEqual(["a/x.json"]);
  });

  it("stops at Ctrl-C with 130 and leaves no half-written file", async () => {
    const pages = Array.from({ length: 3000 }, (_, i) => [`scans/p${i}.txt`, PAGE]);
    const cwd = folderWith(Object.fromEntries(pages));
    const { code, stderr } = await jianbao(["scans", "-o", "json"], {
      cwd,
      whileRunning: (child) => {
        const timer = setInterval(() => {
          if (!existsSync(join(cwd, "json/p0.json"))) return;
          clearInterval(timer);
          child.kill("SIGINT");
        }, 2);
      },
    });
    expect(code).toBe(130);
    expect(stderr).toContain("of 3000 pages");
    const written = filesIn(join(cwd, "json"));
    expect(written.filter((name) => !name.endsWith(".json"))).toEqual([]);
    for (const name of written) expect(readJson(join(cwd, "json", name))).toHaveProperty("articles");
  });
});

describe.runIf(existsSync("/dev/full"))("a disk that is full below stdout", () => {
  const commands = [["a.txt"], ["scans", "--format", "ndjson"], ["stream"], ["explain", "a.txt"], ["schema"]];

  it.each(commands)("is said in one line: jianbao %s %s %s", (...args) => {
    const cwd = folderWith({ "a.txt": PAGE, "scans/a.txt": PAGE });
    const full = openSync("/dev/full", "w");
    const input = args[0] === "stream" ? `${JSON.stringify({ id: "a", text: PAGE })}\n` : "";
    const stdio = ["pipe", full, "pipe"] as const;
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...args.filter(Boolean)], {
      cwd,
      input,
      stdio: [...stdio],
    });
    closeSync(full);
    expect(status).toBe(2);
    expect(String(stderr)).toContain("cannot write to stdout (the disk is full)");
    expect(String(stderr)).not.toMatch(/fault in jianbao|^ {4}at /m);
  });
});

describe("a reader that goes", () => {
  it.each([["a.txt"], ["scans", "--format", "ndjson"]])("ends the run quietly: jianbao %s %s %s", async (...args) => {
    const pages = Array.from({ length: 40 }, (_, i) => [`scans/p${i}.txt`, PAGE.repeat(20)]);
    const cwd = folderWith({ "a.txt": PAGE.repeat(200), ...Object.fromEntries(pages) });
    const { code, signal, stderr } = await jianbao(args.filter(Boolean), {
      cwd,
      whileRunning: (child) => child.stdout?.once("data", () => child.stdout?.destroy()),
    });
    expect(signal).toBe(null);
    expect(code).toBe(0);
    expect(stderr).not.toMatch(/EPIPE|fault in jianbao/);
  });
});

describe("bad input", () => {
  const cases = [
    { title: "a missing file", args: ["nowhere.txt"], says: ["nowhere.txt", "check the path"] },
    { title: "a word that is nearly a command", args: ["chekc"], says: ["no file or folder chekc", "command check"] },
    { title: "an unknown option", args: ["a.txt", "--mpa"], says: ["--mpa", "did you mean --map?"] },
    { title: "a missing word", args: ["explain"], says: ["argument 'page'", "`jianbao explain --help`"] },
    { title: "a command left out", args: ["profile"], says: ["learn, list, show, check", "`jianbao profile --help`"] },
    { title: "help for what is no command", args: ["help", "nix"], says: ["no command nix", "`jianbao --help`"] },
    { title: "an option without its value", args: ["a.txt", "-o"], says: ["-o, --out"] },
    { title: "a folder without text", args: ["empty", "-o", "json"], says: ["empty holds no text"] },
    { title: "a folder without -o", args: ["scans"], says: ["-o json/"] },
    { title: "several files without -o", args: ["a.txt", "b.txt"], says: ["several inputs", "-o json/"] },
    { title: "several files into one", args: ["a.txt", "b.txt", "-o", "c.json"], says: ["do not fit into one file"] },
    {
      title: "a name of one format for another",
      args: ["a.txt", "-o", "a.md", "--format", "json"],
      says: ["-o a.md is called as md is, and --format says json"],
    },
    {
      title: "failures of a stream",
      args: ["scans", "--format", "ndjson", "--retry-failures"],
      says: ["a stream has none"],
    },
    { title: "pruning of a stream", args: ["scans", "--format", "ndjson", "--prune"], says: ["a stream has none"] },
    { title: "pruning for one page", args: ["a.txt", "--prune"], says: ["--prune is for a folder"] },
    {
      title: "an option before a command",
      args: ["--quiet", "check", "scans"],
      says: ["--quiet stands before the command check", "jianbao check --quiet"],
    },
    { title: "no number of workers, for one page too", args: ["a.txt", "-j", "x"], says: ["-j x is no number"] },
    { title: "a glob that matches nothing", args: ["*.ocr", "-o", "json"], says: ["no file matches *.ocr"] },
    { title: "-o that is a file", args: ["scans", "-o", "a.txt"], says: ["do not fit into one file, -o a.txt"] },
    { title: "-o below a file", args: ["scans", "-o", "a.txt/json"], says: ["cannot make the output folder"] },
    { title: "an input that is empty", args: [""], says: ["an input has no name"] },
    { title: "a shard of one page", args: ["a.txt", "--shard", "1/2"], says: ["--shard is for a folder"] },
    { title: "-o that is empty", args: ["scans", "-o", ""], says: ["-o is empty"] },
    { title: "one page below a file", args: ["a.txt", "-o", "b.txt/c.json"], says: ["cannot write b.txt/c.json"] },
    { title: "an unknown profile", args: ["a.txt", "--profile", "nobody"], says: ['profile "nobody"', "generic"] },
    { title: "a missing profile", args: ["a.txt", "--profile", "p/x.json"], says: ["cannot read profile p/x.json"] },
    {
      title: "a broken profile",
      args: ["a.txt", "--profile", "bad.json"],
      says: ["bad.json", "unknown key", "sectionLabel"],
    },
    {
      title: "bytes that are no text",
      args: ["bytes.txt"],
      says: ["bytes.txt: expected text in UTF-8", "found a PNG image"],
    },
    { title: "verify without a source", args: ["verify", "a.txt"], says: ["--source"] },
    { title: "check without fixtures", args: ["check", "scans"], says: ["scans holds no fixture"] },
  ];

  it.each(cases)("answers $title with one line and exit code 2", async ({ args, says }) => {
    const cwd = folderWith({
      "a.txt": PAGE,
      "b.txt": OTHER,
      "scans/c.txt": PAGE,
      "empty/picture.jpg": "",
      "bytes.txt": NO_TEXT,
      "bad.json": JSON.stringify({ id: "bad", name: "坏报", sectionLabel: ["要闻"] }),
    });
    const before = filesIn(cwd);
    const { code, stdout, stderr } = await jianbao(args, { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expectOneLine(stderr, ...says);
    expect(filesIn(cwd)).toEqual(before);
  });

  it("leaves existing output as it is", async () => {
    const cwd = folderWith({ "scans/a.txt": NO_TEXT, "json/a.json": "old" });
    expect((await jianbao(["scans", "-o", "json"], { cwd })).code).toBe(2);
    expect(readFileSync(join(cwd, "json/a.json"), "utf8")).toBe("old");
  });

  it.skipIf(isRoot)("names a file or folder it has no right to", async () => {
    const cwd = folderWith({ "a.txt": PAGE, "scans/a.txt": PAGE });
    chmodSync(join(cwd, "a.txt"), 0);
    mkdirSync(join(cwd, "locked"));
    chmodSync(join(cwd, "locked"), 0o500);
    expectOneLine((await jianbao(["a.txt"], { cwd })).stderr, "permission denied", "chmod");
    const { code, stderr } = await jianbao(["scans", "-o", "locked", "--quiet"], { cwd });
    expect(code).toBe(2);
    expectOneLine(stderr, "permission denied");
  });

  it("shows control characters of a file name in harmless form", async () => {
    const { stderr } = await jianbao(["a\u001b[31mb\u202ec"], {});
    expect(stderr).toContain("a\\u001b[31mb\\u202ec");
    expect(stderr).not.toContain("\u001b");
  });
});

// Node's own recursive mkdir never ends there.
describe.runIf(existsSync("/proc/self"))("a place where the system makes no folder, though its parent is there", () => {
  it.each([
    ["scans", "-o", "/proc/nope"],
    ["scans", "-o", "/proc/nope/out.ndjson"],
    ["a.txt", "-o", "/proc/nope/a.json"],
  ])("is refused: jianbao %s %s %s", async (...args) => {
    const { code, stderr } = await jianbao(args, { cwd: folderWith({ "a.txt": PAGE, "scans/a.txt": PAGE }) });
    expect(code).toBe(2);
    expectOneLine(stderr, "/proc/nope", "no such file or folder");
  });
});

describe("the build", () => {
  /** A copy of the built program without the files that match. */
  function copyWithout(name: RegExp): string {
    const root = folderWith({});
    const from = fileURLToPath(new URL("..", import.meta.url));
    for (const folder of ["bin", "dist"]) {
      cpSync(join(from, folder), join(root, folder), { recursive: true, filter: (path) => !name.test(path) });
    }
    return root;
  }

  it("gives the same bytes without the compiled code that V8 kept", async () => {
    const root = copyWithout(/\.cache$|\/types$/);
    const cwd = folderWith({ "a.txt": PAGE });
    const out = execFileSync(process.execPath, [join(root, "bin/jianbao.js"), "a.txt"], { cwd, encoding: "utf8" });
    expect(out).toBe((await jianbao(["a.txt"], { cwd })).stdout);
  });

  it("says what to do where there is none", () => {
    const root = copyWithout(/\/dist$/);
    const { status, stderr } = spawnSync(process.execPath, [join(root, "bin/jianbao.js")], { encoding: "utf8" });
    expect(status).toBe(2);
    expectOneLine(stderr, "npm run build");
  });
});

describe("help and version", () => {
  it("shows examples for every command", async () => {
    const commands = ["check", "explain", "score", "verify"].map((command) => [command, "--help"]);
    for (const args of [["--help"], ...commands, ["verify", "-h"], ["help", "verify"]]) {
      const { code, stdout } = await jianbao(args);
      expect(code).toBe(0);
      expect(stdout).toContain("Examples:");
    }
  });

  it("prints the version of the package", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    expect((await jianbao(["--version"])).stdout).toBe(`${version}\n`);
  });

  it("prints the schema", async () => {
    const { stdout } = await jianbao(["schema"]);
    expect(stdout).toBe(readFileSync(new URL("../src/output/schema.json", import.meta.url), "utf8"));
  });
});

describe("strict", () => {
  // An opening quote without its partner is a doubt on any page.
  const DOUBTFUL = "长沙举办读书会\n\n4月16日，长沙市图书馆举办“读书会。市民到场。\n";

  it("exits 1 exactly when a page has a warning, and says which", async () => {
    for (const text of [PAGE, DOUBTFUL]) {
      const { stdout, stderr, code } = await jianbao(["--strict"], { stdin: text });
      const { notices } = JSON.parse(stdout) as { notices: readonly { level: string; rule: string }[] };
      const warning = notices.find(({ level }) => level === "warning");
      expect(code).toBe(warning === undefined ? 0 : 1);
      if (warning === undefined) expect(stderr).toBe("");
      else expect(stderr).toMatch(new RegExp(`^<stdin>:\\d+:\\d+ warning ${warning.rule} `));
    }
  });
});

it("writes the folder of its own when asked for the current one", async () => {
  const cwd = folderWith({ "a.txt": PAGE, "b.txt": OTHER });
  writeFileSync(join(cwd, "keep.json"), "{}");
  expect((await jianbao(["a.txt", "b.txt", "-o", "."], { cwd })).code).toBe(0);
  expect(filesIn(cwd)).toEqual(["a.json", "a.txt", "b.json", "b.txt", "keep.json"]);
});
