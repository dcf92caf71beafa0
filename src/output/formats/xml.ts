/** XML text from elements as values. */
import { xmlCharacters } from "./printable.ts";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
  /** Holds text beside elements, or may: no blank may be put in. */
  readonly isMixed: boolean;
}

/** @param attributes those without a value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  ...children: readonly (Element | string)[]
): Element {
  const known: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) if (value !== null) known[key] = value;
  return { name, attributes: known, children, isMixed: children.some((child) => typeof child === "string") };
}

/** An element whose children are the parts of one text. */
export function mixed(name: string, ...children: readonly (Element | string)[]): Element {
  return { ...element(name, {}, ...children), isMixed: true };
}

/**
 * Elements that hold elements only get a line for each child; beside text no blank may be put in.
 * @param indent in front of the first line, two more for each level below.
 */
export function toXml({ name, attributes, children, isMixed }: Element, indent = ""): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  const open = `${indent}<${name}${given.join("")}`;
  if (children.length === 0) return `${open}/>`;
  const inside = children.map((child) =>
    typeof child === "string" ? escapeText(child) : toXml(child, isMixed ? "" : `${indent}  `),
  );
  return isMixed ? `${open}>${inside.join("")}</${name}>` : `${open}>\n${inside.join("\n")}\n${indent}</${name}>`;
}

/** C1 controls as references: XML allows them, terminals obey them. A carriage return would be read as a line feed. */
const BY_NUMBER = /[\r\u007f-\u009f]/g;

function escapeText(text: string): string {
  return xmlCharacters(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(BY_NUMBER, (control) => `&#${control.charCodeAt(0)};`);
}

function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', "&quot;")
    .replace(/[\t\n]/g, (blank) => `&#${blank.charCodeAt(0)};`);
}
