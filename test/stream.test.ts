/** One stream for many pages: `--format ndjson`, and `jianbao stream` with pages on stdin. Runs the built program. */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Job } from "../src/batch/job.ts";
import { LineReader } from "../src/batch/line-jobs.ts";
import { runInOrder } from "../src/batch/ordered.ts";
import type { Page } from "../src/page.ts";
import { folderWith, jianbao, PROGRAM } from "./helpers/command.ts";

const page = (i: number): string =>
  `青石开展第${i}次送书活动\n\n5月${(i % 30) + 1}日,青石县召开春耕现场会,部署下一步 工作。会议要求 各地认真落实,共${i}人参加。\n`;
const NO_TEXT = Uint8Array.of(0x00, 0x01, 0x02, 0xff, 0xfe, 0x00, 0xd8, 0x00);

function scans(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`scans/${i % 3}/p${i}.txt`, page(i)]));
}

function lines(text: string): readonly Record<string, unknown>[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

describe("--format ndjson for a folder", () => {
  it("writes the articles in the order of the pages, with their paths, whatever the number of workers", async () => {
    const cwd = folderWith(scans(70));
    const runs = await Promise.all(
      ["1", "3"].map((jobs) => jianbao(["scans", "--format", "ndjson", "-j", jobs], { cwd })),
    );
    const [one, three] = runs;
    expect(one?.code).toBe(0);
    expect(three?.stdout).toBe(one?.stdout);
    const articles = lines(one?.stdout ?? "");
    const paths = articles.map(({ path }) => path);
    expect(new Set(paths).size).toBe(70);
    expect(paths).toEqual([...paths].sort());
    const single = lines((await jianbao(["scans/0/p0.txt", "--format", "ndjson"], { cwd })).stdout);
    expect(articles[0]).toEqual({ path: "0/p0.txt", ...single[0] });
  });

  it("goes on past a page that fails, and ends with 2", async () => {
    const cwd = folderWith({ ...scans(4), "scans/0/bad.txt": NO_TEXT });
    const { code, stdout, stderr } = await jianbao(["scans", "--format", "ndjson"], { cwd });
    expect(code).toBe(2);
    expect(lines(stdout)).toHaveLength(4);
    expect(stderr).toContain("scans/0/bad.txt");
    expect(stderr).toContain("5 pages: 4 written, 1 failed");
  });

  it("puts the stream into a file that is there when all of it is", async () => {
    const cwd = folderWith({ ...scans(5), "out/.all.ndjson.999999999.tmp": "left by a run that was killed" });
    const { code } = await jianbao(["scans", "-o", "out/all.ndjson"], { cwd });
    expect(code).toBe(0);
    expect(readdirSync(join(cwd, "out"))).toEqual(["all.ndjson"]);
    const { stdout } = await jianbao(["scans", "--format", "ndjson", "--quiet"], { cwd });
    expect(readFileSync(join(cwd, "out/all.ndjson"), "utf8")).toBe(stdout);
  });

  it("ends when the reader goes away", () => {
    const cwd = folderWith(scans(400));
    const script = `"${process.execPath}" "${PROGRAM}" scans --format ndjson -j 2 2>/dev/null | head -1; echo "\${PIPESTATUS[0]}"`;
    const out = execFileSync("bash", ["-c", script], { cwd, encoding: "utf8" });
    expect(out).toMatch(/^\{"path":"0\/p0\.txt".*\n\d+\n$/);
  });

  it("leaves no file behind after Ctrl-C", async () => {
    const cwd = folderWith(scans(900));
    const { code } = await jianbao(["scans", "-o", "all.ndjson", "-j", "2"], {
      cwd,
      whileRunning: (child) => {
        const timer = setInterval(() => {
          if (!readdirSync(cwd).some((name) => name.endsWith(".tmp"))) return;
          clearInterval(timer);
          setTimeout(() => child.kill("SIGINT"), 100);
        }, 2);
      },
    });
    expect(code).toBe(130);
    expect(readdirSync(cwd)).toEqual(["scans"]);
  });
});

describe("jianbao stream", () => {
  it("answers each line in order: pages, files and what is neither", async () => {
    const cwd = folderWith({ "a/A03.txt": page(1), "bad.txt": NO_TEXT });
    mkdirSync(join(cwd, "folder"));
    const input = [
      { id: "A01", text: page(2) },
      { id: 17, path: "a/A03.txt" },
      { id: { year: 1958, page: 3 }, text: `${page(3)}\f${page(4)}\f` },
      { id: "gone", path: "gone.txt" },
      { id: "bad", path: "bad.txt" },
      { id: "folder", path: "folder" },
      { id: "both", path: "a/A03.txt", text: "甲" },
      { id: "none" },
      { id: "number", text: 5 },
      { id: "half", text: "\ud83d" },
      { text: page(5) },
    ];
    const stdin = `\ufeff${input.map((line) => JSON.stringify(line)).join("\n")}\n\n[1]\nnull\n{"id":"cut","te`;
    const { code, stdout, stderr } = await jianbao(["stream"], { cwd, stdin });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "jianbao: 10 of 14 lines failed, see their answers\n" });
    const answers = lines(stdout);
    expect(answers.map(({ id, page }) => [id, page !== undefined])).toEqual([
      ["A01", true],
      [17, true],
      [{ year: 1958, page: 3 }, true],
      [{ year: 1958, page: 3 }, true],
      ["gone", false],
      ["bad", false],
      ["folder", false],
      ["both", false],
      ["none", false],
      ["number", false],
      ["half", false],
      [null, true],
      [null, false],
      [null, false],
      [null, false],
    ]);
    const single = await jianbao(["a/A03.txt"], { cwd });
    expect(answers[1]?.page).toEqual(JSON.parse(single.stdout));
    expect(answers[0]).toMatchObject({ page: { source: { file: "A01" }, articles: [{ id: "A01-1" }] } });
    expect(answers[4]).toMatchObject({ error: { message: expect.stringContaining("no such file") } });
    expect(answers[4]).not.toHaveProperty("error.line");
    expect(answers.at(-1)).toMatchObject({ error: { line: 15 } });
    expect((await jianbao(["stream", "--strict"], { cwd, stdin })).code).toBe(2);
  });

  it("ends with 1 where a page has a warning, with --strict only", async () => {
    const stdin = `${JSON.stringify({ text: "青石开展送书活动\n\n\ufffd青石县召开春耕现场会。" })}\n`;
    expect((await jianbao(["stream"], { stdin })).code).toBe(0);
    expect(await jianbao(["stream", "--strict"], { stdin })).toMatchObject({ code: 1, stderr: "" });
  });

  it("reads files in any encoding, and texts as they stand", async () => {
    const gb18030 = Uint8Array.of(
      0xc7,
      0xe0,
      0xca,
      0xaf,
      0xbf,
      0xaa,
      0xd5,
      0xb9,
      0xcb,
      0xcd,
      0xca,
      0xe9,
      0xbb,
      0xee,
      0xb6,
      0xaf,
    );
    const cwd = folderWith({ "gb.txt": gb18030 });
    const stdin = `${JSON.stringify({ path: "gb.txt" })}\n${JSON.stringify({ text: "青石开展送书活动" })}\n`;
    const { stdout } = await jianbao(["stream", "--encoding", "gb18030"], { cwd, stdin });
    const pages = lines(stdout).map(({ page }) => page as Page);
    expect(pages.map(({ source }) => source.encoding)).toEqual(["gb18030", "utf-8"]);
    expect(pages[0]?.articles).toEqual(pages[1]?.articles.map((article) => ({ ...article, id: "gb-1" })));
  });

  it("gives the same bytes whatever the number of workers", async () => {
    const stdin = Array.from({ length: 300 }, (_, i) => `${JSON.stringify({ id: i, text: page(i).repeat(5) })}\n`).join(
      "",
    );
    const runs = await Promise.all([["-j1"], ["-j3"], []].map((jobs) => jianbao(["stream", ...jobs], { stdin })));
    for (const { code, stdout } of runs) {
      expect(code).toBe(0);
      expect(stdout).toBe(runs[0]?.stdout);
    }
    expect(lines(runs[0]?.stdout ?? "").map(({ id }) => id)).toEqual(Array.from({ length: 300 }, (_, i) => i));
  });

  it("answers a line before the next one comes", async () => {
    const child = spawn(process.execPath, [PROGRAM, "stream"]);
    const answers: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      child.stdin.write(`${JSON.stringify({ id: i, text: page(i) })}\n`);
      answers.push(
        await new Promise((resolve) => child.stdout.once("data", (data: Buffer) => resolve(data.toString()))),
      );
    }
    child.stdin.end();
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
    expect(answers.map((answer) => JSON.parse(answer).id)).toEqual([0, 1, 2]);
  });

  it("ends with 130 at Ctrl-C while it waits for a line", async () => {
    const child = spawn(process.execPath, [PROGRAM, "stream"]);
    child.stdin.write(`${JSON.stringify({ id: 1, text: page(1) })}\n`);
    await new Promise((resolve) => child.stdout.once("data", resolve));
    child.kill("SIGINT");
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(130);
  });

  it("reads no faster than its answers are taken", async () => {
    const child = spawn(process.execPath, [PROGRAM, "stream", "-j", "2"]);
    const line = `${JSON.stringify({ id: "x", text: page(1).repeat(20) })}\n`;
    let taken = 0;
    const feed = async (): Promise<void> => {
      for (let i = 0; i < 4_000; i += 1) {
        if (!child.stdin.write(line)) await new Promise((resolve) => child.stdin.once("drain", resolve));
        taken = i;
      }
      child.stdin.end();
    };
    const fed = feed();
    // Nobody reads stdout: what is taken stops growing.
    let before = -1;
    while (taken === 0 || taken !== before) {
      before = taken;
      await new Promise((resolve) => setTimeout(resolve, 1_500));
    }
    expect(taken).toBeLessThan(2_000);
    let answers = 0;
    child.stdout.on("data", (data: Buffer) => {
      for (const byte of data) if (byte === 10) answers += 1;
    });
    await fed;
    await new Promise((resolve) => child.on("close", resolve));
    expect(answers).toBe(4_000);
  });
});

describe("lines of a stream", () => {
  it("are put together from parts, numbered, and refused where they are no text or endless", () => {
    const reader = new LineReader(64);
    const parts = ["{}\n{", '"id":1}\r\n', "\n \n", "x".repeat(50), "y".repeat(50), "\nz\n", "last"];
    const jobs = parts.flatMap((part) => reader.take(Buffer.from(part)));
    jobs.push(...reader.take(Uint8Array.of(0xe5, 10)), ...reader.end());
    expect(jobs).toEqual([
      { line: "{}", number: 1 },
      { line: '{"id":1}\r', number: 2 },
      { line: "", number: 5, fault: "the line has 100 bytes, at most 64 are read" },
      { line: "z", number: 6 },
      { line: "", number: 7, fault: "the line is no UTF-8" },
    ]);
  });
});

describe("results in order", () => {
  it("wait for each other, and no more lists are taken than may wait", async () => {
    let made = 0;
    let emitted = 0;
    let most = 0;
    const lists = Array.from({ length: 50 }, (_, i): readonly Job[] => [{ line: String(i), number: i }]);
    const out: string[] = [];
    await runInOrder(lists, {
      makers: () => ({
        capacity: 3,
        async make(jobs) {
          made += 1;
          most = Math.max(most, made - emitted);
          const [job] = jobs;
          const line = job !== undefined && "line" in job ? job.line : "";
          await new Promise((resolve) => setTimeout(resolve, (Number(line) * 7) % 11));
          return [{ file: line, status: "written", cause: null, line: null, level: null, warnings: 0 }];
        },
        async close() {},
      }),
      isStopped: () => false,
      emit: async (outcomes) => {
        emitted += 1;
        out.push(...outcomes.map(({ file }) => file));
        return true;
      },
    });
    expect(out).toEqual(Array.from({ length: 50 }, (_, i) => String(i)));
    expect(most).toBeLessThanOrEqual(6);
  });
});

it("never takes an output for a stream where a folder is meant", async () => {
  const cwd = folderWith({ "scans/a.txt": page(1) });
  expect((await jianbao(["scans", "--format", "ndjson", "-o", "out"], { cwd })).code).toBe(0);
  expect(existsSync(join(cwd, "out/a.ndjson"))).toBe(true);
});
