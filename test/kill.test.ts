/**
 * Loss of power, again and again: the process is killed at random moments, started anew, killed, until it comes to its
 * end. The output folder must then be, byte for byte, that of a run that nobody disturbed.
 *
 *     npx vitest run test/kill.test.ts                        a few kills
 *     JIANBAO_KILLS=200 npx vitest run test/kill.test.ts      as many as are asked for
 *     JIANBAO_SEED=7 …                                        the moments of another seed
 */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { snapshot } from "./helpers/batch.ts";
import { folderWith, jianbao } from "./helpers/command.ts";
import { generatePage } from "./helpers/generate-page.ts";
import { Random } from "./helpers/random.ts";

const KILLS = Number(process.env.JIANBAO_KILLS ?? 5);
const SEED = Number(process.env.JIANBAO_SEED ?? 1);
const PAGES = 80;

it(`comes to the same end after ${KILLS} kills at random moments (seed ${SEED})`, {
  timeout: KILLS * 30_000,
}, async () => {
  const random = new Random(SEED);
  const pages = Array.from({ length: PAGES }, (_, i) => [
    `scans/${i % 7}/p${i}.txt`,
    i % 40 === 13 ? Uint8Array.of(0, 1, 2, 0xff, 0xfe, 0, 0xd8, 0) : generatePage(random, "blocks").text,
  ]);
  const cwd = folderWith(Object.fromEntries(pages));
  const start = Date.now();
  const undisturbed = await jianbao(["scans", "-o", "whole", "-j", "2"], { cwd });
  const duration = Date.now() - start;
  expect(undisturbed.code).toBe(2);
  const whole = snapshot(join(cwd, "whole"));
  expect(Object.keys(whole)).toHaveLength(PAGES - 2 + 2);

  let kills = 0;
  let ends = 0;
  for (let round = 0; kills < KILLS; round += 1) {
    const out = `round${round}`;
    for (;;) {
      // Later than the program needs to start, and sometimes later than it needs to end.
      const moment = Math.round(duration * (0.05 + random.next()));
      const { code, signal } = await jianbao(["scans", "-o", out, "-j", String(random.between(1, 3))], {
        cwd,
        whileRunning: (child) => {
          const timer = setTimeout(() => child.kill("SIGKILL"), moment);
          child.once("exit", () => clearTimeout(timer));
        },
      });
      if (signal === null) {
        expect(code).toBe(2);
        break;
      }
      expect(signal).toBe("SIGKILL");
      kills += 1;
    }
    ends += 1;
    expect(snapshot(join(cwd, out)), `after ${kills} kills`).toEqual(whole);
    expect(readdirSync(join(cwd, out, ".jianbao")).sort()).toEqual(["failures.ndjson", "journal.ndjson"]);
    rmSync(join(cwd, out), { recursive: true });
  }
  console.log(`${kills} kills, ${ends} runs to the end, ${duration} ms undisturbed`);
});
