/**
 * Reads TEI with a strict XML parser and holds it against the content models of TEI P5 (modules header, core,
 * textstructure, namesdates, figures, transcr), narrowed to the elements that we write. A model is a pattern over the
 * names of the children, each followed by a blank; text stands as `#text`.
 */
import { SaxesParser } from "saxes";

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** @throws if the text is not well-formed, or uses a namespace prefix that is not declared. */
export function readXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement = { name: "", attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const given = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    const element: XmlElement = { name, attributes: Object.fromEntries(given), children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (content) => open.at(-1)?.children.push(content));
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  const [element] = root.children.filter((child) => typeof child !== "string");
  if (element === undefined) throw new Error("no element");
  return element;
}

export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

export function elementsNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsIn(element).filter((inside) => inside.name === name);
}

export function attributesNamed(element: XmlElement, name: string): readonly string[] {
  return elementsIn(element).flatMap(({ attributes }) => attributes[name] ?? []);
}

function elementsIn(element: XmlElement): readonly XmlElement[] {
  const inside = element.children.flatMap((child) => (typeof child === "string" ? [] : elementsIn(child)));
  return [element, ...inside];
}

const GLOBAL = "(?:fw |pb |note )";
const TEXT_ONLY = /^(?:#text )?$/;
const PHRASES = /^(?:(?:#text|orgName|placeName|persName|date|seg|term) )*$/;
/** What stands at the top of a division, then paragraphs and the like, then divisions; globals everywhere. */
const TOP = `(?:head |byline |${GLOBAL})*`;
const COMMON = `(?:(?:p|quote|figure) ${GLOBAL}*)`;
const DIVISIONS = `(?:div ${GLOBAL}*)`;

const MODELS: Readonly<Record<string, RegExp>> = {
  TEI: /^teiHeader text $/,
  teiHeader: /^fileDesc encodingDesc $/,
  fileDesc: /^titleStmt publicationStmt sourceDesc $/,
  titleStmt: /^title (?:respStmt )*$/,
  respStmt: /^resp name $/,
  publicationStmt: /^p $/,
  sourceDesc: /^bibl $/,
  bibl: /^(?:(?:title|date|biblScope|idno) )+$/,
  encodingDesc: /^appInfo $/,
  appInfo: /^application $/,
  application: /^label $/,
  text: /^body $/,
  body: new RegExp(`^${GLOBAL}*(?:${DIVISIONS}+|${COMMON}+${DIVISIONS}*)$`),
  div: new RegExp(`^${TOP}(?:${DIVISIONS}+|${COMMON}+${DIVISIONS}*)?$`),
  figure: /^p $/,
  head: TEXT_ONLY,
  byline: PHRASES,
  p: PHRASES,
  quote: TEXT_ONLY,
  fw: TEXT_ONLY,
  note: PHRASES,
  pb: /^$/,
  title: TEXT_ONLY,
  resp: TEXT_ONLY,
  name: TEXT_ONLY,
  date: TEXT_ONLY,
  biblScope: TEXT_ONLY,
  idno: TEXT_ONLY,
  label: TEXT_ONLY,
  orgName: TEXT_ONLY,
  placeName: TEXT_ONLY,
  persName: TEXT_ONLY,
  seg: TEXT_ONLY,
  term: TEXT_ONLY,
};

/** An attribute's value as its datatype wants it: one word, a number, a name, a date. */
const ONE_WORD = /^[\p{L}\p{N}\p{P}\p{S}]+$/u;
const NAME = /^[A-Za-z_][\w.-]*$/;
const DATATYPES: Readonly<Record<string, RegExp>> = {
  xmlns: /^http:\/\/www\.tei-c\.org\/ns\/1\.0$/,
  "xml:lang": /^zh$/,
  "xml:id": NAME,
  ident: NAME,
  version: /^\d+[a-z]*\d*(?:\.\d+[a-z]*\d*){0,3}$/,
  type: ONE_WORD,
  role: ONE_WORD,
  unit: ONE_WORD,
  level: /^[amjsu]$/,
  when: /^\d{4}-\d{2}-\d{2}$/,
  cert: /^(?:0|1|0\.\d+)$/,
  resp: /^#jianbao$/,
  n: /./s,
};

/** What breaks the structure; empty if nothing does. */
export function structureFaults(root: XmlElement): readonly string[] {
  const faults: string[] = [];
  const ids = attributesNamed(root, "xml:id");
  if (new Set(ids).size < ids.length) faults.push("an xml:id stands twice");
  for (const { name, attributes, children } of elementsIn(root)) {
    const isMixed =
      ["byline", "p"].includes(name) || children.some((child) => typeof child === "string" && child.trim() !== "");
    const names = children
      .filter((child) => typeof child !== "string" || isMixed)
      .map((child) => (typeof child === "string" ? "#text " : `${child.name} `))
      .join("");
    const model = MODELS[name];
    if (model === undefined) faults.push(`${name} is no element that we write`);
    else if (!model.test(names)) faults.push(`${name} may not hold ${names}`);
    for (const [key, value] of Object.entries(attributes)) {
      if (DATATYPES[key]?.test(value) !== true) faults.push(`${name}: ${key}="${value}"`);
    }
  }
  return faults;
}
