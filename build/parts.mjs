// What esbuild gives as parts of the command, as src/cli/start.ts opens them.

/** How a part is turned into CommonJS; a lazy part becomes a lazy `require`. */
export const asCommonJs = {
  format: "cjs",
  platform: "node",
  target: "node20",
  supported: { "dynamic-import": false },
  minifyWhitespace: true,
  charset: "ascii",
  legalComments: "eof",
};

/**
 * A part hands out what it exports at its end, and as it is: esbuild makes a getter for each, at every start.
 * @param isMain its 170 exports, which most pages ask none of, but for the two that start it, are handed out to the first
 *   part that asks: see src/cli/start.ts.
 */
export function withPlainExports(code, isMain = false) {
  const exported = /var (\w+)=\{\};__export\(\1,\{(.*?)\}\);module\.exports=__toCommonJS\(\1\);/;
  const [all, , getters] = exported.exec(code);
  // __esModule: what `import()` of a part gives has the part's own default, not all of its exports as one.
  const handedOut = `Object.assign(exports,{__esModule:true,${getters.replaceAll(":()=>", ":")}})`;
  return `${code.replace(all, "")};${isMain ? `exports.run=run;exports.work=work;exports.handOut=()=>${handedOut}` : handedOut};`;
}

/** As src/cli/start.ts opens it: a function, ready in the file, because V8 copies a text that is put together. */
export function asPart(code) {
  return `(function(exports,require,module,__filename){const openLate=require;${code}\n})`;
}

/** Where a part lies. The URL is made when it is asked for: one page needs none, and the first one costs it 0.3 ms. */
export const OWN_PLACE =
  'const jianbaoPart={room:module.room,folder:require("node:path").dirname(__filename),' +
  'get url(){return require("node:url").pathToFileURL(__filename).href}};';

/** What esbuild leaves of other characters stands in regular expressions, and there an escape means the same. */
export function asAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
