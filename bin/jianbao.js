#!/usr/bin/env node
// CommonJS (see package.json beside this file), because Node's ES module loader alone would cost a page 10 ms.
// The program is dist/cli.cjs, built from src/cli/main.ts.
const { existsSync } = require("node:fs");
const { join } = require("node:path");

if (existsSync(join(__dirname, "../dist/cli.cjs"))) {
  const { run } = require("../dist/cli.cjs");
  run(process.argv.slice(2)).then((code) => {
    // All is written by then: src/cli/print.ts and log.ts wait for it. To let Node come to its end by itself would have V8
    // give its heap back piece by piece, a seventh of what a page costs over `node -e 0`.
    process.exit(code);
  });
} else {
  console.error("jianbao: this copy is not built yet; run `npm run build` first");
  process.exitCode = 2;
}
