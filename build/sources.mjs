// Our sources as they go into a bundle: what no page needs is left out, what few need is made when it is used.
import { readFileSync } from "node:fs";
import { transform } from "esbuild";
import { withPlainLoops } from "./plain-loops.mjs";

/** What the command would make at every start, and most pages never need, is left out of its sources or made when used. */
export const startsLight = changed("starts-light", async (path) => {
  const code = await printed(withoutExamples(readFileSync(path, "utf8")));
  return withPlainLoops(withLatePatterns(code), path);
});

export const plainLoops = changed("plain-loops", async (path) =>
  withPlainLoops(await printed(readFileSync(path, "utf8")), path),
);

/** A plugin that has our sources changed before they are bundled. */
function changed(name, change) {
  const filter = /\/src\/.*\.ts$/;
  const setup = (hooks) =>
    hooks.onLoad({ filter, namespace: "file" }, async ({ path }) => ({ contents: await change(path), loader: "js" }));
  return { name, setup };
}

/** TypeScript as esbuild prints it: without types and comments, and each declaration begins a line. */
async function printed(text) {
  return (await transform(text, { loader: "ts", target: "node20", charset: "utf8" })).code;
}

/** The examples of a rule are its tests and its page in the README. */
function withoutExamples(text) {
  return text.replace(/^( *)examples: \[\n[\s\S]*?^\1\],$/gm, "examples: [],");
}

/** V8 reads a pattern when it is made, and a page uses a third of 300: `X.test(…)` becomes `(X ??= /…/).test(…)`. */
function withLatePatterns(code) {
  const patterns = new Map();
  const rest = code.replace(/^const ([A-Z_\d]+) = (\/.+\/[a-z]*);$/gm, (_, name, pattern) => {
    patterns.set(name, pattern);
    return "";
  });
  if (patterns.size === 0) return code;
  const late = rest.replace(/\b[A-Z][A-Z_\d]*\b/g, (name) =>
    patterns.has(name) ? `(${name} ??= ${patterns.get(name)})` : name,
  );
  return `let ${[...patterns.keys()]};${late}`;
}
