// The speeds of one run of the benchmark as a bar chart in SVG. Speeds lie up to four powers of ten apart: the scale is
// logarithmic, and each bar says its figure.

const WIDTH = 720;
const LABEL = 230;
const FIGURE = 90;
const ROW = 24;
const TOP = 44;
/** Of each kind of bar; readable on the white of the chart, whatever surrounds it. */
const COLOURS = { jianbao: "#c0392b", peer: "#2d6da3", limit: "#9aa4ad" };

/** @param bars `{ name, kind, megabytes }`, kind being a key of COLOURS. */
export function speedChart(bars, caption) {
  const sorted = [...bars].sort((one, other) => other.megabytes - one.megabytes);
  const exponents = sorted.map(({ megabytes }) => Math.log10(megabytes));
  const least = Math.floor(Math.min(...exponents));
  const most = Math.ceil(Math.max(...exponents));
  const scale = (WIDTH - LABEL - FIGURE) / Math.max(1, most - least);
  const right = (megabytes) => LABEL + Math.max(2, (Math.log10(megabytes) - least) * scale);
  const height = TOP + sorted.length * ROW + 12;
  const rows = sorted.map(({ name, kind, megabytes }, i) => {
    const y = TOP + i * ROW;
    const end = right(megabytes);
    return [
      `<text x="${LABEL - 8}" y="${y + 15}" text-anchor="end">${escaped(name)}</text>`,
      `<rect x="${LABEL}" y="${y + 3}" width="${(end - LABEL).toFixed(1)}" height="${ROW - 7}" fill="${COLOURS[kind]}"/>`,
      `<text x="${(end + 6).toFixed(1)}" y="${y + 15}">${figure(megabytes)}</text>`,
    ].join("");
  });
  const lines = Array.from({ length: most - least + 1 }, (_, i) => LABEL + i * scale).map(
    (x) => `<line x1="${x}" y1="${TOP - 4}" x2="${x}" y2="${height - 8}" stroke="#e3e6e8"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">`,
    `<title>${escaped(caption)}</title>`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<g font-family="system-ui, sans-serif" font-size="13" fill="#222">`,
    `<text x="12" y="22">${escaped(caption)}</text>`,
    ...lines,
    ...rows,
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

function figure(megabytes) {
  return `${megabytes.toFixed(megabytes < 10 ? 1 : 0)} MB/s`;
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
