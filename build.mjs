// Builds dist/: the bundled command and library with the profiles in them, the schema and the compiled lexicon.
// May be run again at any time, also while the program runs: each file is written beside its place and then renamed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parse } from "acorn";
import { build, transform } from "esbuild";

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, "dist");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Tells programs of one version apart: the journal of a folder run must not take another program's pages for its own. */
const buildId = hashOfSources();

/** Bytes of bytecode that V8 runs of a function by itself before it optimises it. */
const V8_BUDGET = /--interrupt-budget=(\d+)/.exec(spawnSync(process.execPath, ["--v8-options"]).stdout)[1];

/** What every bundle has in common. nodejieba is large and optional: it is found where npm put it. */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  external: ["nodejieba"],
  minifyWhitespace: true,
  minifySyntax: true,
  // Only ASCII: V8 reads and compiles such a text as bytes, a text with Han in it as UTF-16.
  charset: "ascii",
  legalComments: "eof",
  logLevel: "warning",
  define: {
    JIANBAO_BUNDLED: "true",
    JIANBAO_VERSION: JSON.stringify(version),
    JIANBAO_BUILD: JSON.stringify(buildId),
    // As a text: an object would get a file of its own, which each page would have to open.
    JIANBAO_PROFILES: JSON.stringify(JSON.stringify(readProfiles())),
  },
};

function place(name, write) {
  const path = join(dist, name);
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  mkdirSync(dirname(path), { recursive: true });
  write(temporary);
  renameSync(temporary, path);
}

/** Commander starts programs for commands that are files; ours are not, and the module costs 2 ms to load. */
const noChildProcess = {
  name: "no-child-process",
  setup(hooks) {
    hooks.onResolve({ filter: /^(?:node:)?child_process$/ }, ({ path }) => ({ path, namespace: "empty" }));
    hooks.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "" }));
  },
};

/** What a page may need of packages and addons is asked for late, so `node:module`, too, is opened late: 1 ms at start. */
const lateRequire = {
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

/** What the command would make at every start, and most pages never need, is left out of its sources or made when used. */
const startsLight = changed("starts-light", async (path) => {
  const code = await printed(withoutExamples(readFileSync(path, "utf8")));
  return withPlainLoops(withLatePatterns(code), path);
});

const plainLoops = changed("plain-loops", async (path) =>
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

/**
 * Loops over lists count, and lists are taken apart by place: `for (const [i, line] of lines.entries())` becomes
 * `for (let list1 = asList(lines), at1 = 0; at1 < list1.length; at1++) { const i = at1, line = list1[at1]; … }`.
 *
 * Until V8 optimises a function, each step of an iterator costs it three calls, and two more with `[i, line]`; most
 * functions of a page are never optimised, and those that are take longer to be. 112 pages take a tenth less CPU time,
 * a page alone 8 % less of what it takes above `node -e 0`, and 9 % fewer pages of memory (measured, Node 20).
 * Whatever is no list is made one before the loop (src/text/as-list.ts), so a stage may not add to a Set while it goes
 * over it. Not in `cli/` and `batch/`, where more comes while a loop runs, nor for matches, where few may be wanted.
 */
function withPlainLoops(code, path) {
  if (/\/src\/(?:cli|batch)\//.test(path)) return code;
  const edits = [];
  const put = (start, end, text) => edits.push({ start, end, text });
  const of = ({ start, end }) => code.slice(start, end);
  visit(parse(code, { ecmaVersion: "latest", sourceType: "module" }), (node) => {
    if (node.type === "ForOfStatement" && !node.await && node.left.type === "VariableDeclaration") {
      const { left, right, body, start, end } = node;
      const called = right.type === "CallExpression" ? right.callee.property?.name : undefined;
      if (called === "matchAll") return;
      const [list, at, item] = [`list${start}`, `at${start}`, left.declarations[0].id];
      const isCounted = called === "entries" && right.arguments.length === 0 && item.type === "ArrayPattern";
      const over = isCounted ? right.callee.object : right;
      const [index, value] = isCounted ? item.elements : [null, item];
      const names = index === null ? [] : [`${of(index)} = ${at}`];
      if (value) names.push(`${byPlace(value, of)} = ${list}[${at}]`);
      put(start, over.start, `for (let ${list} = ${isCounted ? "countable" : "asList"}(`);
      put(over.end, body.start, `), ${at} = 0; ${at} < ${list}.length; ${at}++) {${left.kind} ${names.join(", ")};`);
      put(end, end, "}");
    } else if (node.type === "VariableDeclarator" && areNamedOneByOne(node)) {
      const { id, init } = node;
      put(node.start, init.start, "");
      for (const [i, element] of init.elements.entries()) {
        put(element.start, element.start, `${of(id.elements[i])} = `);
      }
      put(init.start, init.elements[0].start, "");
      put(init.elements.at(-1).end, init.end, "");
    } else if (node.type === "VariableDeclarator" && node.id.type === "ArrayPattern" && node.init !== null) {
      put(node.start, node.init.start, `${byPlace(node.id, of)} = asList(`);
      put(node.end, node.end, ")");
    } else if (node.type === "AssignmentExpression" && node.left.type === "ArrayPattern") {
      put(node.start, node.right.start, `(${byPlace(node.left, of)} = asList(`);
      put(node.end, node.end, "))");
    } else if (node.type === "ArrowFunctionExpression") {
      for (const given of node.params)
        if (given.type === "ArrayPattern") put(given.start, given.end, byPlace(given, of));
    }
  });
  const from = JSON.stringify(join(root, "src/text/as-list.ts"));
  return edits.length === 0 ? code : `import { asList, countable } from ${from};${changedBy(edits, code)}`;
}

/** `[one, other] = [1, 2]`: no list needs to be made. */
function areNamedOneByOne({ id, init }) {
  if (id.type !== "ArrayPattern" || init?.type !== "ArrayExpression") return false;
  return (
    id.elements.length === init.elements.length &&
    id.elements.every((element) => element?.type === "Identifier") &&
    init.elements.every((element) => element !== null && element.type !== "SpreadElement")
  );
}

/** `[first, , third = ""]` as `{ 0: first, 2: third = "" }`. */
function byPlace(pattern, of) {
  if (pattern.type !== "ArrayPattern" || pattern.elements.at(-1)?.type === "RestElement") return of(pattern);
  return `{${pattern.elements.flatMap((element, i) => (element === null ? [] : `${i}: ${of(element)}`)).join(", ")}}`;
}

function visit(node, meet) {
  if (typeof node?.type === "string") meet(node);
  if (typeof node === "object" && node !== null) for (const part of Object.values(node)) visit(part, meet);
}

function changedBy(edits, code) {
  let changed = "";
  let done = 0;
  for (const { start, end, text } of edits.sort((a, b) => a.start - b.start || a.end - b.end)) {
    changed += code.slice(done, start) + text;
    done = end;
  }
  return changed + code.slice(done);
}

/** What src/cli/late.ts hands on is a part of its own, which the first call of one of its functions opens. */
const openedLate = {
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

/** The library: an ES module. */
async function bundleLibrary() {
  const options = {
    ...common,
    format: "esm",
    entryPoints: ["src/index.ts"],
    outfile: join(dist, "index.js"),
    plugins: [plainLoops],
  };
  const { outputFiles } = await build({ ...options, write: false });
  for (const { contents } of outputFiles) place("index.js", (path) => writeFileSync(path, contents));
}

/**
 * The command: CommonJS, because loading ES modules costs 8 to 10 ms at start (measured, Node 20), and split, because
 * code that one page does not need costs 3 ms to parse. esbuild splits ES modules only, so each part is turned into
 * CommonJS afterwards. It has no `import.meta` then, and looks for its data files beside itself.
 */
async function bundleCommand() {
  const { outputFiles, metafile } = await build({
    ...common,
    format: "esm",
    splitting: true,
    metafile: true,
    entryPoints: { main: "src/cli/main.ts", late: "src/cli/late.ts" },
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    outdir: dist,
    outExtension: { ".js": ".cjs" },
    define: { ...common.define, "import.meta.url": "jianbaoPart.url", JIANBAO_FOLDER: "jianbaoPart.folder" },
    plugins: [noChildProcess, lateRequire, openedLate, startsLight],
    write: false,
  });
  // Where src/cli/main.ts went; main-*.cjs itself only hands on what lies there, and costs two files to open.
  const main = partWith("src/cli/main.ts", metafile);
  const files = outputFiles.filter(({ path }) => basename(path) === main || !basename(path).startsWith("main-"));
  const parts = files.map(({ path }) => basename(path));
  for (const { path, text } of files) {
    const { code } = await transform(text, { ...asCommonJs, banner: text.includes("jianbaoPart") ? OWN_PLACE : "" });
    place(basename(path), (temporary) =>
      writeFileSync(temporary, asPart(asAscii(withPlainExports(code, basename(path) === main)))),
    );
  }
  const start = await build({
    ...common,
    format: "cjs",
    entryPoints: ["src/cli/start.ts"],
    outfile: join(dist, "cli.cjs"),
    define: {
      JIANBAO_MAIN: JSON.stringify(main),
      JIANBAO_LATE: JSON.stringify(partWith("src/cli/late.ts", metafile)),
      JIANBAO_V8_BUDGET: V8_BUDGET,
    },
    write: false,
  });
  for (const { text } of start.outputFiles) place("cli.cjs", (path) => writeFileSync(path, withPlainExports(text)));

  const current = ["cli.cjs", ...parts];
  for (const name of readdirSync(dist)) {
    // Caches, too: code that V8 took from an old one would be kept in the new one.
    if (/\.cjs\.cache$/.test(name) || (name.endsWith(".cjs") && !current.includes(name))) rmSync(join(dist, name));
  }
  await keepCompiled();
  return metafile;
}

/** The dictionaries of opencc-js, which only a page in another script needs: opened by src/lexicon/scripts.ts. */
async function bundleScripts() {
  const { outputFiles, metafile } = await build({
    ...common,
    format: "cjs",
    metafile: true,
    // Dictionaries of Han: escapes would double them.
    charset: "utf8",
    entryPoints: ["src/lexicon/opencc.ts"],
    outfile: join(dist, "script/opencc.cjs"),
    write: false,
  });
  for (const { contents } of outputFiles) place("script/opencc.cjs", (path) => writeFileSync(path, contents));
  return metafile;
}

/** The licence of every package that went into the bundle, as its licence asks. */
function writeLicences(metafiles) {
  const packages = new Set();
  for (const input of metafiles.flatMap(({ inputs }) => Object.keys(inputs))) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found !== null) packages.add(found[1]);
  }
  const texts = [...packages].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const text = licenceFiles(join(root, folder))
      .map((file) => readFileSync(file, "utf8").trim())
      .join("\n\n");
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  place("THIRD-PARTY-LICENSES.txt", (path) => writeFileSync(path, texts.join(`\n${"-".repeat(72)}\n\n`)));
}

/** LICENSE, and what a package says of the parts it is made of: THIRD_PARTY_LICENSES.md, LICENSES/Apache-2.0.txt. */
function licenceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!/^(?:third[-_]party[-_])?licen[cs]es?/i.test(entry.name)) return [];
    return entry.isDirectory() ? [...filesUnder(path)] : [path];
  });
}

/**
 * Restores the fixtures, so that V8 has compiled what a page needs, and keeps what it made. See src/cli/start.ts.
 * Without V8's baseline compiler: of a function that it has compiled the cache keeps that, and V8 would do it again at the
 * first call, at every start, which costs a page 3 ms of 34. The flags are put back, because a cache is good only under the
 * flags that it was made with; src/cli/start.ts sets one.
 * Pages of blocks and of Markdown first: each cache is read as a whole by whoever opens its part, and what only printed
 * lines take of the main part would cost all other pages 2 ms. Their own part is opened, and kept, by theirs.
 */
async function keepCompiled() {
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

/** How a part is turned into CommonJS; a lazy part becomes a lazy `require`. */
const asCommonJs = {
  format: "cjs",
  platform: "node",
  target: "node20",
  supported: { "dynamic-import": false },
  minifyWhitespace: true,
  charset: "ascii",
  legalComments: "eof",
};

function partWith(source, { outputs }) {
  const found = Object.entries(outputs).find(([, { inputs }]) => source in inputs);
  return basename(found[0]);
}

/**
 * A part hands out what it exports at its end, and as it is: esbuild makes a getter for each, at every start.
 * @param isMain its 170 exports, which most pages ask none of, but for the two that start it, are handed out to the first
 *   part that asks: see src/cli/start.ts.
 */
function withPlainExports(code, isMain = false) {
  const exported = /var (\w+)=\{\};__export\(\1,\{(.*?)\}\);module\.exports=__toCommonJS\(\1\);/;
  const [all, , getters] = exported.exec(code);
  // __esModule: what `import()` of a part gives has the part's own default, not all of its exports as one.
  const handedOut = `Object.assign(exports,{__esModule:true,${getters.replaceAll(":()=>", ":")}})`;
  return `${code.replace(all, "")};${isMain ? `exports.run=run;exports.work=work;exports.handOut=()=>${handedOut}` : handedOut};`;
}

/** As src/cli/start.ts opens it: a function, ready in the file, because V8 copies a text that is put together. */
function asPart(code) {
  return `(function(exports,require,module,__filename){const openLate=require;${code}\n})`;
}

/** Where a part lies. The URL is made when it is asked for: one page needs none, and the first one costs it 0.3 ms. */
const OWN_PLACE =
  'const jianbaoPart={folder:require("node:path").dirname(__filename),' +
  'get url(){return require("node:url").pathToFileURL(__filename).href}};';

/** What esbuild leaves of other characters stands in regular expressions, and there an escape means the same. */
function asAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function copyData() {
  for (const name of ["schema.json", "issue-schema.json"]) {
    place(name, (path) => copyFileSync(join(root, "src/output", name), path));
  }
}

/** By their id: see src/profiles/load.ts. */
function readProfiles() {
  const folder = join(root, "src/profiles");
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    files.map((name) => [basename(name, ".json"), JSON.parse(readFileSync(join(folder, name), "utf8"))]),
  );
}

function hashOfSources() {
  const hash = createHash("sha256");
  for (const path of [...filesUnder(join(root, "src"))].sort()) {
    hash.update(`${relative(root, path)}\0`).update(createHash("sha256").update(readFileSync(path)).digest());
  }
  return hash.digest("hex").slice(0, 12);
}

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

/** Node 20 runs no TypeScript, so the compiler is bundled first; each module keeps its own `import.meta.url`. */
const ownUrl = {
  name: "own-url",
  setup(hooks) {
    hooks.onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      loader: "ts",
    }));
  },
};

async function compileLexicon() {
  const compiler = join(root, "src/lexicon/compile-cli.ts");
  if (!existsSync(compiler)) {
    console.error("build: no src/lexicon/compile-cli.ts, dist/lexicon is left as it is");
    return;
  }
  const folder = join(dist, "lexicon");
  const made = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".bin")) : [];
  const newestSource = Math.max(...[...filesUnder(dirname(compiler))].map((path) => statSync(path).mtimeMs));
  if (made.length > 0 && made.every((name) => statSync(join(folder, name)).mtimeMs > newestSource)) return;

  const work = mkdtempSync(join(tmpdir(), "jianbao-build-"));
  try {
    const outfile = join(work, "compile.mjs");
    await build({ ...common, format: "esm", entryPoints: [compiler], outfile, plugins: [ownUrl] });
    const out = join(work, "lexicon");
    mkdirSync(out);
    const { status } = spawnSync(process.execPath, [outfile, out], { stdio: "inherit" });
    if (status !== 0) throw new Error(`the lexicon compiler ended with ${status}`);
    for (const name of readdirSync(out)) {
      place(join("lexicon", name), (path) => copyFileSync(join(out, name), path));
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

mkdirSync(dist, { recursive: true });
await compileLexicon();
copyData();
await bundleLibrary();
const metafiles = [await bundleScripts(), await bundleCommand()];
writeLicences(metafiles);
