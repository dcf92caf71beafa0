// What the command opens late, or never: at its start a page pays for each module that is opened.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./common.mjs";

/** Commander starts programs for commands that are files; ours are not, and the module costs 2 ms to load. */
export const noChildProcess = {
  name: "no-child-process",
  setup(hooks) {
    hooks.onResolve({ filter: /^(?:node:)?child_process$/ }, ({ path }) => ({ path, namespace: "empty" }));
    hooks.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "" }));
  },
};

/** What a page may need of packages and addons is asked for late, so `node:module`, too, is opened late: 1 ms at start. */
export const lateRequire = {
  name: "late-require",
  setup(hooks) {
    hooks.onResolve({ filter: /^node:module$/ }, ({ path, namespace }) =>
      namespace === "late" ? { path, external: true } : { path, namespace: "late" },
    );
    hooks.onLoad({ filter: /.*/, namespace: "late" }, () => ({
      // Not `require`, for which esbuild would open a part of its own: see asPart.
      contents: 'export const createRequire = (from) => (name) => openLate("node:module").createRequire(from)(name);',
    }));
  },
};

/** What src/cli/late.ts hands on is a part of its own, which the first call of one of its functions opens. */
export const openedLate = {
  name: "opened-late",
  setup(hooks) {
    const late = join(root, "src/cli/late.ts");
    const text = readFileSync(late, "utf8");
    const handedOn = [...text.matchAll(/^export \{ (.+) \} from "(.+)";$/gm)];
    const functions = new Map(handedOn.map(([, names, path]) => [join(dirname(late), path), names.split(", ")]));
    hooks.onResolve({ filter: /\.ts$/ }, ({ path, importer, resolveDir }) => {
      const file = join(resolveDir, path);
      return functions.has(file) && importer !== late ? { path: file, namespace: "opened-late" } : undefined;
    });
    // With main behind it, too, what both need is in main's part; esbuild would make a third one of it.
    hooks.onLoad({ filter: /\/late\.ts$/ }, () => ({ contents: `${text}import "./main.ts";`, loader: "ts" }));
    hooks.onLoad({ filter: /.*/, namespace: "opened-late" }, ({ path }) => ({
      contents: functions
        .get(path)
        .map((name) => `export const ${name} = (...given) => openLate("./late").${name}(...given);`)
        .join("\n"),
    }));
  },
};
