/** Folder runs: workers, the journal, what is done again and what is not. Runs the built program. */
import { spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Job, Setup } from "../src/batch/job.ts";
import { newShared, Pool } from "../src/batch/pool.ts";
import { Meter } from "../src/cli/run-progress.ts";
import { snapshot } from "./helpers/batch.ts";
import { filesIn, folderWith, jianbao, PROGRAM, readJson } from "./helpers/command.ts";

const page = (i: number): string =>
  `青石开展第${i}次送书活动\n\n5月${(i % 30) + 1}日,青石县召开春耕现场会,部署下一步 工作。会议要求 各地认真落实,共${i}人参加。\n`;

const JOURNAL = "json/.jianbao/journal.ndjson";
const FAILURES = "json/.jianbao/failures.ndjson";

/** No text in any encoding. */
const NO_TEXT = Uint8Array.of(0x00, 0x01, 0x02, 0xff, 0xfe, 0x00, 0xd8, 0x00);

function scans(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`scans/${i % 3}/p${i}.txt`, page(i)]));
}

function run(cwd: string, ...more: readonly string[]) {
  return jianbao(["scans", "-o", "json", ...more], { cwd });
}

function lines(path: string): readonly Record<string, unknown>[] {
  return readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

describe("workers", () => {
  it("write the same bytes as one thread, journal included, whatever their number", async () => {
    const cwd = folderWith(scans(60));
    const folders = ["1", "2", "3", "7"].map((count) => ({ count, out: `json${count}` }));
    for (const { count, out } of folders) {
      const { code, stderr } = await jianbao(["scans", "-o", out, "-j", count], { cwd });
      expect(code).toBe(0);
      expect(stderr).toContain("60 pages: 60 written");
    }
    const [first, ...others] = folders.map(({ out }) => snapshot(join(cwd, out)));
    expect(Object.keys(first ?? {})).toHaveLength(61);
    for (const other of others) expect(other).toEqual(first);
  });

  it.each(["0", "-3", "two", "1000"])("refuses -j %s", async (count) => {
    const cwd = folderWith(scans(1));
    const { code, stderr } = await run(cwd, `-j${count}`);
    expect(code).toBe(2);
    expect(stderr).toContain("number of workers");
    expect(existsSync(join(cwd, "json"))).toBe(false);
  });
});

describe("the journal", () => {
  it("holds settings first, then pages in order, and no path or time of this machine", async () => {
    const cwd = folderWith(scans(5));
    await run(cwd, "--map");
    const [settings, ...pages] = lines(join(cwd, JOURNAL));
    expect(settings).toMatchObject({ version: "0.1.0", options: { map: true, profile: "auto" } });
    expect(pages.map(({ place }) => place)).toEqual(["0/p0.txt", "0/p3.txt", "1/p1.txt", "1/p4.txt", "2/p2.txt"]);
    expect(pages[0]).toMatchObject({ result: "done", settings: settings?.settings });
    expect(readFileSync(join(cwd, JOURNAL), "utf8")).not.toContain(cwd);
    expect(readdirSync(join(cwd, "json/.jianbao"))).toEqual(["journal.ndjson"]);
  });

  it("lets the same command skip what is done, whatever the dates of the files are", async () => {
    const cwd = folderWith(scans(6));
    await run(cwd);
    const before = snapshot(join(cwd, "json"));
    utimesSync(join(cwd, "scans/0/p0.txt"), 1, 1);
    utimesSync(join(cwd, "json/0/p0.json"), 2, 2);
    const { code, stderr } = await run(cwd);
    expect(code).toBe(0);
    expect(stderr).toContain("6 pages: 0 written, 0 unchanged, 0 failed, 6 done before;");
    expect(snapshot(join(cwd, "json"))).toEqual(before);
  });

  const changes = [
    {
      title: "a dump that changed",
      change: (cwd: string) => appendFileSync(join(cwd, "scans/0/p0.txt"), "会后还有一场读书会。\n"),
      says: "1 written, 0 unchanged, 0 failed, 5 done before; done again: 1 because the dump has changed",
    },
    {
      title: "an output that is gone",
      change: (cwd: string) => unlinkSync(join(cwd, "json/1/p1.json")),
      says: "1 written, 0 unchanged, 0 failed, 5 done before; done again: 1 because the output was not as written",
    },
    {
      title: "an output that is cut off",
      change: (cwd: string) => writeFileSync(join(cwd, "json/1/p1.json"), "{"),
      says: "1 written, 0 unchanged, 0 failed, 5 done before; done again: 1 because the output was not as written",
    },
    {
      title: "a new dump",
      change: (cwd: string) => writeFileSync(join(cwd, "scans/0/new.txt"), page(9)),
      says: "7 pages: 1 written, 0 unchanged, 0 failed, 6 done before;",
    },
    {
      title: "other options",
      args: ["--map"],
      says: "6 written, 0 unchanged, 0 failed, 0 done before; done again: 6 because options or version have changed",
    },
    {
      title: "the words of a profile that changed under its name",
      args: ["--profile", "./my.json"],
      change: (cwd: string) => writeFileSync(join(cwd, "my.json"), '{"id":"my","name":"青石日报"}'),
      says: "done again: 6 because options or version have changed",
    },
    {
      title: "another version",
      change: (cwd: string) => {
        const path = join(cwd, JOURNAL);
        writeFileSync(path, readFileSync(path, "utf8").replaceAll(/"settings":"\w{4}/g, '"settings":"0000'));
      },
      says: "0 written, 6 unchanged, 0 failed, 0 done before; done again: 6 because options or version have changed",
    },
    { title: "everything with --force", args: ["--force"], says: "0 written, 6 unchanged, 0 failed, 0 done before" },
    { title: "everything without a journal", change: removeJournal, says: "6 pages: 0 written, 6 unchanged" },
    { title: "all that a journal of rubbish does not know", change: spoilJournal, says: "0 written, 6 unchanged" },
  ];

  it.each(changes)("does again: $title", async ({ change, args = [], says }) => {
    const cwd = folderWith({ ...scans(6), "my.json": '{"id":"my","name":"柳溪日报"}' });
    await run(cwd, ...(args.includes("--profile") ? args : []));
    change?.(cwd);
    const { code, stderr } = await run(cwd, ...args);
    expect(code).toBe(0);
    expect(stderr).toContain(says);
    const clean = folderWith({});
    await jianbao([join(cwd, "scans"), "-o", "json", ...args.map((word) => word.replace(".", cwd))], { cwd: clean });
    expect(snapshot(join(cwd, "json"))).toEqual(snapshot(join(clean, "json")));
  });

  function removeJournal(cwd: string): void {
    rmSync(join(cwd, "json/.jianbao"), { recursive: true });
  }

  function spoilJournal(cwd: string): void {
    writeFileSync(join(cwd, JOURNAL), '{"place":7}\nnull\n[]\n{"place":"0/p0.txt"}\n\u0000{"place":"0/p3.txt","re');
  }

  it("is kept for each format", async () => {
    const cwd = folderWith(scans(3));
    await run(cwd);
    expect((await run(cwd, "--format", "md")).stderr).toContain("3 written");
    expect((await run(cwd)).stderr).toContain("3 done before");
    expect((await run(cwd, "--format", "md")).stderr).toContain("3 done before");
    expect(readdirSync(join(cwd, "json/0"))).toEqual(["p0.json", "p0.md"]);
  });

  it("keeps what another run into the same folder has done", async () => {
    const cwd = folderWith({ ...scans(3), "other/x.txt": page(7) });
    await run(cwd);
    await jianbao(["other", "-o", "json"], { cwd });
    expect((await run(cwd)).stderr).toContain("3 done before");
    expect((await jianbao(["other", "-o", "json"], { cwd })).stderr).toContain("1 done before");
  });

  it("says again that a page has a warning, with the same exit code", async () => {
    const cwd = folderWith({ "scans/a.txt": "青石举办读书会\n\n4月16日，青石县图书馆举办读书会，来自各\n" });
    expect((await run(cwd, "--strict")).code).toBe(1);
    const { code, stderr } = await run(cwd, "--strict");
    expect(code).toBe(1);
    expect(stderr).toContain("1 done before; 1 with warnings");
  });
});

describe("outputs of dumps that are gone", () => {
  it("are named and stay", async () => {
    const cwd = folderWith(scans(9));
    await run(cwd);
    unlinkSync(join(cwd, "scans/1/p4.txt"));
    const { code, stderr } = await run(cwd);
    expect(code).toBe(0);
    expect(stderr).toContain("left alone: 1 page of json whose dump is gone: 1/p4.json; --prune takes them away");
    expect(existsSync(join(cwd, "json/1/p4.json"))).toBe(true);
    expect((await run(cwd, "--quiet")).stderr).toBe("");
  });

  it("go with --prune, all but what somebody has changed, and leave what one run would have left", async () => {
    const cwd = folderWith({ ...scans(9), "scans/old/two.txt": `${page(1)}\f${page(2)}` });
    await run(cwd);
    for (const place of ["0/p0", "0/p3", "0/p6", "1/p4", "old/two"]) unlinkSync(join(cwd, `scans/${place}.txt`));
    writeFileSync(join(cwd, "json/1/p4.json"), "{}\n");
    const { code, stderr } = await run(cwd, "--prune");
    expect(code).toBe(0);
    expect(stderr).toContain("taken away: 5 pages of json whose dumps are gone");
    expect(stderr).toContain("1/p4.json stays: it is not as it was written");
    expect(existsSync(join(cwd, "json/0"))).toBe(false);
    expect(existsSync(join(cwd, "json/old"))).toBe(false);
    unlinkSync(join(cwd, "json/1/p4.json"));

    const clean = folderWith({});
    await jianbao([join(cwd, "scans"), "-o", "json"], { cwd: clean });
    expect(snapshot(join(cwd, "json"))).toEqual(snapshot(join(clean, "json")));
  });

  it("are not told from pages that the command line leaves out", async () => {
    const cwd = folderWith(scans(4));
    await run(cwd);
    const { stderr } = await jianbao(["scans/0/p0.txt", "-o", "json"], { cwd });
    expect(stderr).not.toContain("gone");
    expect((await jianbao(["scans/0/p0.txt", "-o", "json", "--prune"], { cwd })).stderr).toContain(
      "--prune is for folders",
    );
  });
});

describe("pages that fail", () => {
  it("are listed with their reasons, and --retry-failures does them alone", async () => {
    const cwd = folderWith({ ...scans(40), "scans/bad.txt": NO_TEXT });
    mkdirSync(join(cwd, "json/1/p1.json"), { recursive: true });
    const { code, stderr } = await run(cwd, "-j", "2");
    expect(code).toBe(2);
    expect(stderr).toContain("39 written, 0 unchanged, 2 failed");
    expect(stderr).toContain("cannot write json/1/p1.json");
    const listed = lines(join(cwd, FAILURES));
    expect(listed.map(({ place }) => place)).toEqual(["1/p1.txt", "bad.txt"]);
    expect(listed[0]?.reason).toContain("cannot write json/1/p1.json (it is a folder)");

    rmSync(join(cwd, "json/1/p1.json"), { recursive: true });
    writeFileSync(join(cwd, "scans/bad.txt"), page(41));
    const retried = await run(cwd, "--retry-failures");
    expect(retried.code).toBe(0);
    expect(retried.stderr).toContain("2 pages: 2 written, 0 unchanged, 0 failed, 0 done before; done again: 2 because");
    expect(existsSync(join(cwd, FAILURES))).toBe(false);

    const clean = folderWith({});
    await jianbao([join(cwd, "scans"), "-o", "json"], { cwd: clean });
    expect(snapshot(join(cwd, "json"))).toEqual(snapshot(join(clean, "json")));
    const again = await run(cwd, "--retry-failures");
    expect(again.code).toBe(0);
    expect(again.stderr).toContain("no page of json is known to have failed: there is nothing to do");
  });

  it("are not looked for where no run has written", async () => {
    const cwd = folderWith(scans(2));
    const { code, stderr } = await run(cwd, "--retry-failures");
    expect(code).toBe(2);
    expect(stderr).toContain("no run has written into json");
    expect(existsSync(join(cwd, "json"))).toBe(false);
  });

  it("are forgotten when their dumps are no longer there", async () => {
    const cwd = folderWith({ ...scans(2), "scans/bad.txt": NO_TEXT });
    expect((await run(cwd)).code).toBe(2);
    unlinkSync(join(cwd, "scans/bad.txt"));
    expect((await run(cwd)).code).toBe(0);
    expect(existsSync(join(cwd, FAILURES))).toBe(false);
    expect(lines(join(cwd, JOURNAL)).map(({ place }) => place)).not.toContain("bad.txt");
  });

  it("do not stop the others: dumps that vanish or turn into something else while the run goes on", async () => {
    const cwd = folderWith(scans(600));
    const { code, stderr } = await jianbao(["scans", "-o", "json", "-j", "2"], {
      cwd,
      whileRunning: () => {
        const timer = setInterval(() => {
          if (!existsSync(join(cwd, "json/0/p0.json"))) return;
          clearInterval(timer);
          for (const i of [593, 596, 599]) unlinkSync(join(cwd, `scans/2/p${i}.txt`));
          unlinkSync(join(cwd, "scans/2/p590.txt"));
          mkdirSync(join(cwd, "scans/2/p590.txt"));
          rmSync(join(cwd, "json/2"), { recursive: true, force: true });
          writeFileSync(join(cwd, "json/2"), "a file where a folder must be");
        }, 1);
      },
    });
    expect(code).toBe(2);
    expect(stderr).toContain("600 pages: ");
    const failed = lines(join(cwd, FAILURES));
    const reasons = new Map(failed.map(({ place, reason }) => [place, reason]));
    expect(reasons.get("2/p599.txt")).toContain("no such file");
    expect(reasons.get("2/p590.txt")).toContain("it is a folder");
    expect(reasons.get("2/p587.txt")).toContain("part of the path is a file");
    expect(readdirSync(join(cwd, "json/.jianbao")).sort()).toEqual(["failures.ndjson", "journal.ndjson"]);
    for (const name of readdirSync(join(cwd, "json/1"))) expect(name).toMatch(/^p\d+\.json$/);
  });
});

describe.runIf(process.getuid?.() === 0)("rights that are lost while the run goes on", () => {
  const NOBODY = 65_534;

  it("fail the pages they are about, and no others", async () => {
    const cwd = folderWith(scans(600));
    mkdirSync(join(cwd, "json/2"), { recursive: true });
    for (const name of ["", "json", "json/2"]) chownSync(join(cwd, name), NOBODY, NOBODY);
    // As somebody who has no more rights than others.
    const child = spawn(process.execPath, [PROGRAM, "scans", "-o", "json", "-j", "2"], {
      cwd,
      uid: NOBODY,
      gid: NOBODY,
    });
    const timer = setInterval(() => {
      if (!existsSync(join(cwd, "json/0/p0.json"))) return;
      clearInterval(timer);
      chmodSync(join(cwd, "scans/1/p598.txt"), 0);
      chmodSync(join(cwd, "json/2"), 0o500);
      chownSync(join(cwd, "json/2"), 0, 0);
    }, 1);
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(2);
    const reasons = new Map(lines(join(cwd, FAILURES)).map(({ place, reason }) => [place, reason]));
    expect(reasons.get("1/p598.txt")).toContain("cannot read scans/1/p598.txt (permission denied)");
    expect(reasons.get("2/p599.txt")).toContain("cannot write json/2/p599.json (permission denied)");
    expect(readdirSync(join(cwd, "json/0"))).toHaveLength(200);
    expect(readdirSync(join(cwd, "json/1"))).toHaveLength(199);
  });
});

describe.runIf(process.getuid?.() === 0 && process.platform === "linux")("a disk that is full", () => {
  it("fails the pages that do not fit, keeps the journal true, and goes on when there is room", async () => {
    const cwd = folderWith(scans(300));
    const disk = join(cwd, "disk");
    mkdirSync(disk);
    if (!mount(["-t", "tmpfs", "-o", "size=900k", "none", disk])) return;
    try {
      const { code, stderr } = await jianbao(["scans", "-o", "disk/json", "-j", "2"], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain("the disk is full");
      const failed = lines(join(disk, "json/.jianbao/failures.ndjson"));
      expect(failed.length).toBeGreaterThan(20);
      expect(stderr).toContain(`${300 - failed.length} written, 0 unchanged, ${failed.length} failed`);
      mount(["-o", "remount,size=20m", disk]);
      const again = await jianbao(["scans", "-o", "disk/json"], { cwd });
      expect(again.code).toBe(0);
      expect(again.stderr).toContain(`${failed.length} written, 0 unchanged, 0 failed, ${300 - failed.length} done`);
      await jianbao(["scans", "-o", "json"], { cwd });
      expect(snapshot(join(disk, "json"))).toEqual(snapshot(join(cwd, "json")));
    } finally {
      spawnSync("umount", [disk]);
    }
  });
});

describe("Ctrl-C", () => {
  it("ends with 130, says how to go on, and the same command comes to the end of an undisturbed run", async () => {
    const cwd = folderWith(scans(900));
    const { code, stderr } = await jianbao(["scans", "-o", "json", "-j", "2"], {
      cwd,
      whileRunning: (child) => {
        const timer = setInterval(() => {
          if (!existsSync(join(cwd, "json/0"))) return;
          clearInterval(timer);
          child.kill("SIGINT");
        }, 2);
      },
    });
    expect(code).toBe(130);
    expect(readdirSync(join(cwd, "json/.jianbao")).sort()).toEqual(["journal.ndjson", "tmp"]);
    expect(readdirSync(join(cwd, "json/.jianbao/tmp"))).toEqual([]);
    expect(stderr).toMatch(/stopped after \d+ of 900 pages, run the same command again to go on/);
    const again = await run(cwd);
    expect(again.code).toBe(0);
    expect(again.stderr).toMatch(/900 pages: \d+ written, 0 unchanged, 0 failed, [1-9]\d* done before;/);
    await jianbao(["scans", "-o", "whole"], { cwd });
    expect(snapshot(join(cwd, "json"))).toEqual(snapshot(join(cwd, "whole")));
  });
});

describe("a second Ctrl-C", () => {
  it("stops at once, leaves no half-written page, and the same command goes on", async () => {
    // Long pages keep the workers busy between the first signal and the second.
    const long = Object.fromEntries(["a", "b", "c"].map((name) => [`scans/${name}.txt`, '春"耕"\n'.repeat(45_000)]));
    const cwd = folderWith({ ...long, ...scans(3) });
    const { signal } = await jianbao(["scans", "-o", "json", "-j", "2"], {
      cwd,
      whileRunning: (child) => {
        const timer = setInterval(() => {
          if (!existsSync(join(cwd, "json/.jianbao/tmp"))) return;
          clearInterval(timer);
          // The program is past its start, where nothing would be asked to finish.
          setTimeout(() => child.kill("SIGINT"), 200);
        }, 2);
        child.stderr?.on("data", (said: Buffer) => {
          if (String(said).includes("once more stops at once")) child.kill("SIGINT");
        });
      },
    });
    expect(signal).toBe("SIGINT");
    for (const name of filesIn(join(cwd, "json"))) expect(readJson(join(cwd, "json", name))).toHaveProperty("articles");
    const again = await run(cwd);
    expect(again.code).toBe(0);
    expect(again.stderr).toContain("6 pages: ");
    expect(filesIn(join(cwd, "json"))).toHaveLength(6);
    expect(readdirSync(join(cwd, "json/.jianbao"))).toEqual(["journal.ndjson"]);
  });
});

describe("a worker that dies", () => {
  const setup: Setup = { kind: "folder", options: {}, format: "json", settings: "", out: "", state: "", force: false };
  const job = (place: string): Job => ({ page: { root: "", place } });

  it("is replaced; the page that kills fails alone and the others are made", async () => {
    const program = `
      const { parentPort } = require("node:worker_threads");
      parentPort.on("message", ({ id, jobs }) => {
        const outcomes = jobs.map(({ page }) => {
          if (page.place === "bad") process.exit(1);
          return { file: page.place, status: "written" };
        });
        parentPort.postMessage({ id, outcomes });
      });`;
    const pool = new Pool(2, program, setup, newShared());
    const lists = [["a", "bad", "b"], ["c"], ["d", "e"], ["f"]].map((places) => pool.make(places.map(job)));
    const outcomes = (await Promise.all(lists)).flat();
    await pool.close();
    expect(outcomes.map(({ file, status }) => `${file} ${status}`)).toEqual([
      "a written",
      "bad failed",
      "b written",
      "c written",
      "d written",
      "e written",
      "f written",
    ]);
    expect(outcomes[1]?.trouble?.message).toContain("worker thread ended");
  });

  it("fails its pages where no worker can be started", async () => {
    const pool = new Pool(2, "process.exit(1)", setup, newShared());
    const outcomes = (await Promise.all([pool.make([job("a"), job("b")]), pool.make([job("c")])])).flat();
    await pool.close();
    expect(outcomes.map(({ status }) => status)).toEqual(["failed", "failed", "failed"]);
  });
});

describe("progress", () => {
  it("says pages, rate, time left and failures, over the last seconds", () => {
    const meter = new Meter(10_000, 0);
    expect(meter.line({ done: 0, failed: 0 }, 100)).toBe("0/10000 pages, 0.0/s");
    expect(meter.line({ done: 500, failed: 0 }, 5_000)).toBe("500/10000 pages, 100/s, 1m 35s left");
    expect(meter.line({ done: 2_000, failed: 3 }, 40_000)).toBe("2000/10000 pages, 43/s, 3m 7s left, 3 failed");
    expect(new Meter(9_000, 0).line({ done: 1, failed: 0 }, 4_000)).toBe("1/9000 pages, 15.0/min, 9h 59m left");
  });
});

/** False where the machine does not let us. */
function mount(args: readonly string[]): boolean {
  return spawnSync("mount", args).status === 0;
}
