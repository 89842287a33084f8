import type { TSchema } from "typebox";
import { Compile, type Validator } from "typebox/compile";
import { Settings } from "typebox/system";
import { nearest } from "./nearest.ts";
import type { Path, Source } from "./source.ts";

// Every mistake is told at once, and not the first eight.
Settings.Set({ maxErrors: 1_000 });

type SchemaError = ReturnType<Validator["Errors"]>[number];

/**
 * Holds values against a schema, and tells each mistake where it stands in the text.
 * @param remedy what to do where the whole is of another kind
 * @returns a check, which returns where the mistakes are
 */
export function structureCheck(schema: TSchema, remedy: string): (value: unknown, source: Source) => readonly Path[] {
  const validator = Compile(schema);
  return (value, source) => {
    if (validator.Check(value)) return [];
    return telling(validator.Errors(value)).flatMap((error) => tell(error, schema, value, source, remedy));
  };
}

/** Of the errors of a choice, those of the branch that was meant; of one value, one. */
function telling(all: readonly SchemaError[]): SchemaError[] {
  const errors = all.filter(({ keyword }) => keyword !== "boolean");
  const hidden = new Set<SchemaError>();
  for (const choice of errors) {
    if (choice.keyword !== "anyOf" && choice.keyword !== "oneOf") continue;
    const branches = errors.filter((error) => isBranch(error, choice));
    const meant = branches.filter((error) => choice.keyword === "anyOf" && isParticular(error, choice));
    for (const error of branches) if (!meant.includes(error)) hidden.add(error);
    const isMistyped = errors.some(
      ({ keyword, instancePath }) => keyword === "additionalProperties" && instancePath === choice.instancePath,
    );
    if (meant.length > 0 || (choice.keyword === "oneOf" && isMistyped)) hidden.add(choice);
  }
  const seen = new Set<string>();
  return errors.filter((error) => {
    const isOfKeys = error.keyword === "additionalProperties" || error.keyword === "required";
    const key = `${error.instancePath} ${isOfKeys ? error.keyword : ""}`;
    if (hidden.has(error) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Elements of a list have one schema: the value says whose error it is. */
const isBranch = ({ schemaPath, instancePath }: SchemaError, choice: SchemaError): boolean =>
  schemaPath.startsWith(`${choice.schemaPath}/${choice.keyword}/`) &&
  `${instancePath}/`.startsWith(`${choice.instancePath}/`);

const isParticular = ({ instancePath, keyword }: SchemaError, choice: SchemaError): boolean =>
  instancePath.length > choice.instancePath.length || keyword === "additionalProperties";

function tell(error: SchemaError, schema: TSchema, value: unknown, source: Source, remedy: string): Path[] {
  const { keyword, instancePath, schemaPath, params } = error;
  const path = pathOf(instancePath, value);
  const here = schemaAt(schema, schemaPath);
  const properties = ((here.at(-1) as { readonly properties?: object } | undefined)?.properties ?? {}) as Readonly<
    Record<string, TSchema>
  >;
  const { additionalProperties = [], requiredProperties = [] } = params as {
    readonly additionalProperties?: readonly string[];
    readonly requiredProperties?: readonly string[];
  };
  if (keyword === "additionalProperties") {
    for (const key of additionalProperties) {
      const meant = nearest(key, Object.keys(properties));
      const remedy = meant === null ? `known here are ${Object.keys(properties).join(", ")}` : `write \`${meant}\``;
      source.report([...path, key], `unknown key \`${key}\``, remedy, "key");
    }
  } else if (keyword === "required") {
    for (const key of requiredProperties)
      source.report(path, `\`${key}\` is missing`, `give ${describe([properties[key]])}`);
  } else if (keyword === "oneOf") {
    source.report(path, "the example says nothing, or two things", "give one of gives, silent and knownMiss");
  } else {
    source.report(
      path,
      told(path, valueAt(value, path)),
      path.length === 0 ? remedy : remedyFor(here, valueAt(value, path)),
    );
  }
  return additionalProperties.length > 0 ? additionalProperties.map((key) => [...path, key]) : [path];
}

function told(path: Path, value: unknown): string {
  const name = path.length === 0 ? "this" : `\`${path.filter((part) => typeof part === "string").at(-1)}\``;
  const isEmpty = value == null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);
  if (isEmpty) return `${name} is empty`;
  const shown = typeof value === "object" ? (Array.isArray(value) ? "such a list" : "such a block") : String(value);
  return `${name} cannot be ${shown.length > 40 ? `${shown.slice(0, 40)}…` : shown}`;
}

function remedyFor(here: readonly TSchema[], value: unknown): string {
  const allowed = (here.at(-1) as { readonly enum?: readonly string[] } | undefined)?.enum;
  if (typeof value === "string" && value.includes("：")) return "write : and a blank instead of ：";
  if (allowed === undefined) return `give ${describe(here)}`;
  const meant = nearest(String(value), allowed);
  return meant === null ? `give one of ${allowed.join(", ")}` : `write ${meant}`;
}

/** What the innermost schema that says so takes. */
const describe = (schemas: readonly (TSchema | undefined)[]): string =>
  schemas.map((schema) => (schema as { readonly description?: string } | undefined)?.description).findLast(Boolean) ??
  "what docs/lexicon.md says";

/** The schemas on the way to a place in a schema, the outermost first. */
function schemaAt(schema: TSchema, schemaPath: string): readonly TSchema[] {
  const way: TSchema[] = [schema];
  let at: unknown = schema;
  for (const part of partsOf(schemaPath.replace(/^#/, ""))) {
    at = (at as Readonly<Record<string, unknown>> | undefined)?.[part];
    if (typeof at === "object" && at !== null) way.push(at as TSchema);
  }
  return way;
}

const partsOf = (pointer: string): readonly string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));

/** A JSON pointer as a path: places in lists are numbers. */
function pathOf(pointer: string, value: unknown): Path {
  let at = value;
  return partsOf(pointer).map((part) => {
    const key = Array.isArray(at) ? Number(part) : part;
    at = (at as Readonly<Record<string | number, unknown>> | null)?.[key];
    return key;
  });
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, part) => (at as Readonly<Record<string | number, unknown>> | null)?.[part], value);
