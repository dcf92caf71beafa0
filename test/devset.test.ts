import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decode } from "../src/decode/decode.ts";
import { verifyPage } from "../src/output/verify.ts";
import { restorePage } from "../src/restore.ts";
import { brokenFacts, describeFacts } from "./helpers/facts.ts";
import { SHARED } from "./helpers/folders.ts";

const DUMPS = join(SHARED, "devset/dumps");
const KINDS = existsSync(DUMPS) ? readdirSync(DUMPS).sort() : [];

describe.skipIf(KINDS.length === 0)("every dump of the devset", () => {
  it("is one that the manifest lists", () => {
    const manifest: { dumps: { dump: string }[] } = JSON.parse(
      readFileSync(join(SHARED, "devset/manifest.json"), "utf8"),
    );
    const found = KINDS.flatMap((kind) => readdirSync(join(DUMPS, kind)).map((name) => `dumps/${kind}/${name}`));
    expect(found.sort()).toEqual(manifest.dumps.map(({ dump }) => dump).sort());
  });

  it.each(KINDS)("%s: owns each character once, keeps it, invents none", (kind) => {
    const broken: string[] = [];
    for (const name of readdirSync(join(DUMPS, kind)).sort()) {
      const bytes = readFileSync(join(DUMPS, kind, name));
      const page = restorePage(bytes, { file: name, map: true });
      const { text } = decode(bytes);
      const faults = brokenFacts(text, page);
      if (faults.length > 0) broken.push(`${kind}/${name}\n${describeFacts(faults)}`);
      const [finding] = verifyPage(text, page);
      if (finding !== undefined) broken.push(`${kind}/${name} verify: ${JSON.stringify(finding)}`);
    }
    expect(broken).toEqual([]);
  });
});
