/**
 * Checks a value against our own JSON Schema, with the keywords that schema uses and no others. A test holds it
 * against ajv, and refuses a schema that uses a keyword this file does not know.
 */
import { append } from "../text/append.ts";
import { readSchemaText } from "./schema.ts";

export interface SchemaFault {
  /** JSON Pointer of the value. */
  readonly path: string;
  readonly message: string;
}

type Schema = Readonly<Record<string, unknown>>;

/** Keywords that say something to a person and nothing about the value, or that others read. */
export const ANNOTATIONS: readonly string[] = ["$schema", "$id", "$defs", "title", "description", "examples"];

type Check = (operand: unknown, value: unknown, at: Place) => readonly SchemaFault[];

interface Place {
  readonly path: string;
  readonly schema: Schema;
  readonly root: Schema;
}

export const CHECKS: Readonly<Record<string, Check>> = {
  $ref: (ref, value, at) => validate(value, { ...at, schema: resolve(at.root, ref) }),
  anyOf: (options, value, at) => {
    const outcomes = list(options).map((schema) => validate(value, { ...at, schema: record(schema) }));
    // The faults of the first option that is not `null` tell the most.
    return outcomes.some((faults) => faults.length === 0) ? [] : (outcomes[0] ?? []);
  },
  type: (types, value, at) => {
    const allowed = Array.isArray(types) ? types : [types];
    return allowed.some((type) => isOfType(value, type)) ? [] : fault(at, `expected ${allowed.join(" or ")}`);
  },
  const: (constant, value, at) => (value === constant ? [] : fault(at, `expected ${JSON.stringify(constant)}`)),
  enum: (values, value, at) =>
    list(values).includes(value) ? [] : fault(at, `expected one of ${list(values).join(", ")}`),
  required: (keys, value, at) =>
    isRecord(value)
      ? list(keys).flatMap((key) => (Object.hasOwn(value, String(key)) ? [] : fault(at, `"${key}" is missing`)))
      : [],
  properties: (properties, value, at) =>
    isRecord(value)
      ? Object.entries(record(properties)).flatMap(([key, schema]) =>
          Object.hasOwn(value, key)
            ? validate(value[key], { ...at, schema: record(schema), path: `${at.path}/${key}` })
            : [],
        )
      : [],
  additionalProperties: (_, value, at) =>
    isRecord(value)
      ? Object.keys(value).flatMap((key) =>
          Object.hasOwn(record(at.schema.properties), key) ? [] : fault(at, `"${key}" is not a key of this object`),
        )
      : [],
  prefixItems: (schemas, value, at) =>
    Array.isArray(value)
      ? list(schemas).flatMap((schema, i) =>
          i < value.length ? validate(value[i], { ...at, schema: record(schema), path: `${at.path}/${i}` }) : [],
        )
      : [],
  items: (schema, value, at) =>
    Array.isArray(value)
      ? value.flatMap((item, i) => validate(item, { ...at, schema: record(schema), path: `${at.path}/${i}` }))
      : [],
  minItems: (least, value, at) =>
    Array.isArray(value) && value.length < Number(least) ? fault(at, `expected at least ${least} entries`) : [],
  maxItems: (most, value, at) =>
    Array.isArray(value) && value.length > Number(most) ? fault(at, `expected at most ${most} entries`) : [],
  minLength: (_, value, at) => (value === "" ? fault(at, "expected a text that is not empty") : []),
  pattern: (pattern, value, at) =>
    typeof value === "string" && !new RegExp(String(pattern), "u").test(value) ? fault(at, `expected ${pattern}`) : [],
  minimum: (least, value, at) =>
    typeof value === "number" && value < Number(least) ? fault(at, `expected at least ${least}`) : [],
  exclusiveMinimum: (bound, value, at) =>
    typeof value === "number" && value <= Number(bound) ? fault(at, `expected more than ${bound}`) : [],
  maximum: (most, value, at) =>
    typeof value === "number" && value > Number(most) ? fault(at, `expected at most ${most}`) : [],
};

let ownSchema: Schema | undefined;

/** Where the value is no page JSON; empty if it is one. */
export function schemaFaults(value: unknown): readonly SchemaFault[] {
  ownSchema ??= record(JSON.parse(readSchemaText()));
  return validate(value, { path: "", schema: ownSchema, root: ownSchema });
}

function validate(value: unknown, at: Place): readonly SchemaFault[] {
  const faults: SchemaFault[] = [];
  for (const [keyword, operand] of Object.entries(at.schema)) {
    const check = CHECKS[keyword];
    if (check !== undefined) append(faults, check(operand, value, at));
    // A value of the wrong type has no further faults worth telling.
    if (keyword === "type" && faults.length > 0) break;
  }
  return faults;
}

function isOfType(value: unknown, type: unknown): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isRecord(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}

function fault({ path }: Place, message: string): readonly SchemaFault[] {
  return [{ path, message }];
}

function resolve(root: Schema, ref: unknown): Schema {
  return record(record(root.$defs)[String(ref).replace("#/$defs/", "")]);
}

function isRecord(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function record(value: unknown): Schema {
  return isRecord(value) ? value : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
