// Joins counted by kind of dump and band of confidence, as text, Markdown or JSON.
import { fitLogistic, meanLoss } from "./fit.mjs";

/** Lower bounds, best first. */
const BANDS = [0.99, 0.97, 0.9, 0.8, 0.7, 0.5, 0];
/** The joins that the promise is about. */
const SURE = 0.9;

export function scoreOf({ evidence }) {
  return evidence.reduce((sum, { weight }) => sum + weight, 0);
}

/** @param judged joins with their verdict and kind. @returns one summary for each kind, and one for all. */
export function summarise(judged) {
  const kinds = [...new Set(judged.map(({ kind }) => kind))];
  const groups = kinds.map((kind) => ({ kind, joins: judged.filter((item) => item.kind === kind) }));
  return [...groups, { kind: "all", joins: judged }].map(({ kind, joins }) => {
    const clear = joins
      .filter(({ verdict }) => verdict !== "unclear")
      .map(({ join, verdict }) => ({ score: scoreOf(join), isRight: verdict === "right", said: join.confidence }));
    return {
      kind,
      bands: BANDS.map((from, i) => {
        const to = BANDS[i - 1] ?? Number.POSITIVE_INFINITY;
        return { from, to: i === 0 ? 1 : to, ...count(joins, from, to) };
      }),
      sure: count(joins, SURE, Number.POSITIVE_INFINITY),
      total: count(joins, 0, Number.POSITIVE_INFINITY),
      loss: meanLoss(clear, ({ said }) => said),
      fit: fitLogistic(clear),
    };
  });
}

function count(joins, from, to) {
  const inside = joins.filter(({ join }) => join.confidence >= from && join.confidence < to);
  const of = (wanted) => inside.filter(({ verdict }) => verdict === wanted).length;
  const [right, wrong, unclear] = [of("right"), of("wrong"), of("unclear")];
  const stated = inside.reduce((sum, { join }) => sum + join.confidence, 0) / inside.length;
  return {
    joins: inside.length,
    right,
    wrong,
    unclear,
    share: right + wrong === 0 ? null : right / (right + wrong),
    stated: inside.length === 0 ? null : stated,
  };
}

const HEADINGS = ["kind", "confidence", "joins", "right", "wrong", "unclear", "share right", "mean said"];

/** @param all with false, only the bands over all kinds and the sure joins of each. */
function rowsOf(summaries, all) {
  return summaries.flatMap(({ kind, bands, sure, total }) => {
    const isWhole = kind === "all";
    const shown = all || isWhole ? bands.filter(({ joins }) => joins > 0) : [];
    return [
      ...shown.map((band, i) => row(i === 0 ? kind : "", bandName(band), band)),
      row(shown.length === 0 ? kind : "", `${SURE} and more`, sure),
      ...(all || isWhole ? [row("", "any", total)] : []),
    ];
  });
}

function row(kind, band, { joins, right, wrong, unclear, share, stated }) {
  return [kind, band, ...[joins, right, wrong, unclear].map(String), percent(share), percent(stated)];
}

function bandName({ from, to }) {
  if (to === 1) return `${from} to 1`;
  return from === 0 ? `below ${to}` : `${from} to ${to}`;
}

function percent(share) {
  return share === null ? "–" : `${(share * 100).toFixed(1)} %`;
}

export function textTable(summaries) {
  const rows = [HEADINGS, ...rowsOf(summaries, true)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
  const align = (cell, column) => (column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]));
  const lines = rows.map((cells) => cells.map(align).join("  ").trimEnd());
  return lines.flatMap((line, i) => (i > 0 && !line.startsWith(" ") ? ["", line] : [line])).join("\n");
}

export function fitTable(summaries) {
  const lines = summaries.map(({ kind, fit, loss }) => {
    const found =
      fit === null
        ? "too few wrong joins to fit"
        : `a ${fit.a.toFixed(3)}  b ${fit.b.toFixed(3)}  loss ${fit.loss.toFixed(4)}`;
    return `${kind.padEnd(18)}${found}  (as said: loss ${loss.toFixed(4)})`;
  });
  return ["confidence = 1 / (1 + exp(-(a + b * score))), fitted on the joins judged right or wrong:", ...lines].join(
    "\n",
  );
}

export function markdownTable(summaries) {
  const whole = summaries.filter(({ kind }) => kind === "all");
  const parts = summaries.filter(({ kind }) => kind !== "all");
  const table = (headings, rows) =>
    [headings, headings.map((_, i) => (i === 0 ? "---" : "---:")), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return [
    ...table(
      HEADINGS.slice(1),
      rowsOf(whole, true).map((cells) => cells.slice(1)),
    ),
    "",
    ...table(
      ["joins at 0.9 and more", ...HEADINGS.slice(2)],
      rowsOf(parts, false).map(([kind, , ...rest]) => [kind, ...rest]),
    ),
  ].join("\n");
}
