// The code that V8 makes of the command, kept beside it.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { dist, root, V8_BUDGET } from "./common.mjs";

/**
 * Restores the fixtures, so that V8 has compiled what a page needs, and keeps what it made. See src/cli/start.ts.
 * Without V8's baseline compiler: of a function that it has compiled the cache keeps that, and V8 would do it again at the
 * first call, at every start, which costs a page 3 ms of 34. The flags are put back, because a cache is good only under the
 * flags that it was made with; src/cli/start.ts sets one.
 * Pages of blocks and of Markdown first: each cache is read as a whole by whoever opens its part, and what only printed
 * lines take of the main part would cost all other pages 2 ms. Their own part is opened, and kept, by theirs.
 */
export async function keepCompiled() {
  const fixtures = join(root, "fixtures/pages");
  const { restorePage } = await import(pathToFileURL(join(dist, "index.js")).href);
  const pages = (existsSync(fixtures) ? readdirSync(fixtures) : [])
    .map((name) => join(fixtures, name, "raw.txt"))
    .filter((page) => existsSync(page));
  const isPrinted = (page) => PRINTED.has(restorePage(readFileSync(page), { map: true }).map.dump.kind);
  const printed = pages.filter(isPrinted);
  const ordinary = pages.filter((page) => !printed.includes(page));
  const program = `
    const { setFlagsFromString } = require("node:v8");
    const { run, keepCompiled } = require(${JSON.stringify(join(dist, "cli.cjs"))});
    (async () => {
      for (const pages of ${JSON.stringify([ordinary, printed])}) {
        setFlagsFromString("--no-sparkplug");
        for (const page of pages) await run([page]);
        for (const page of pages.slice(0, 1)) await run([page, "--map"]);
        setFlagsFromString("--sparkplug");
        setFlagsFromString("--interrupt-budget=${V8_BUDGET}");
        keepCompiled();
      }
    })();`;
  const { status } = spawnSync(process.execPath, ["-e", program], { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`keeping the compiled code ended with ${status}`);
}

/** Kinds of dumps that keep the printed lines. */
const PRINTED = new Set(["wrapped", "spaced", "side-by-side"]);
