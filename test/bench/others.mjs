// What jianbao's speed is held against: the limits of the machine, and the tools that a user would take instead. None of
// those joins lines or knows an article; they change blanks and punctuation, or cut words.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PEERS = fileURLToPath(new URL("peers/package.json", import.meta.url));
const ROOT = fileURLToPath(new URL("../../package.json", import.meta.url));

/** Each takes a page as `{ path, bytes, text }` and returns a number, so that no engine may leave the work out. */
export const LIMITS = {
  "read the file": ({ path }) => readFileSync(path).length,
  "decode UTF-8": ({ bytes }) => bytes.toString("utf8").length,
  "look at each character": ({ text }) => {
    let sum = 0;
    for (let i = 0; i < text.length; i += 1) sum += text.charCodeAt(i);
    return sum;
  },
  "write JSON": ({ text }) => JSON.stringify({ text }).length,
  "ten lines of regular expressions": ({ text }) => cleanByPatterns(text).length,
};

/** What most people write first. No lexicon, no articles. */
function cleanByPatterns(text) {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(\p{Script=Han})[ \t\u3000]+(?=\p{Script=Han})/gu, "$1")
    .replace(/([\p{Script=Han}”]),[ \t]*/gu, "$1，")
    .replace(/(\p{Script=Han}):[ \t]*/gu, "$1：")
    .replace(/(\p{Script=Han});[ \t]*/gu, "$1；")
    .replace(/"([^"\n]*)"/g, "“$1”")
    .replace(/[ \t]+/g, " ")
    .split(/\n\s*\n/);
}

/** Installs the peers into a temporary folder, which is removed at the end; nodejieba is the project's own. */
export function installPeers() {
  const folder = mkdtempSync(join(tmpdir(), "jianbao-peers-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  cpSync(PEERS, join(folder, "package.json"));
  const { status, stderr } = spawnSync("npm", ["install", "--no-audit", "--no-fund"], {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the peers could not be installed: ${stderr}`);
  const load = createRequire(join(folder, "package.json"));
  const { dependencies } = JSON.parse(readFileSync(PEERS, "utf8"));
  const named = (name) => `${name} ${dependencies[name]}`;
  const autocorrect = load("autocorrect-node");
  const zhlint = load("zhlint");
  const { pangu } = load("pangu");
  const peers = {
    [named("pangu")]: ({ text }) => pangu.spacingText(text).length,
    [named("autocorrect-node")]: ({ text }) => autocorrect.format(text).length,
    [named("zhlint")]: ({ text }) => zhlint.run(text, { rules: { preset: "default" } }).result.length,
  };
  const jieba = loadOwn("nodejieba");
  return jieba === null ? peers : { ...peers, "nodejieba, cut": ({ text }) => jieba.cut(text).length };
}

function loadOwn(name) {
  try {
    return createRequire(ROOT)(name);
  } catch {
    return null;
  }
}
