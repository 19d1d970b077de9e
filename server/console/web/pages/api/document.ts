import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, body } from "../../api/client";
import type { Language } from "../../i18n";

// The API document of the server, as far as a reader needs it.
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  properties?: { [name: string]: Schema };
  required?: string[];
  additionalProperties?: boolean | Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  meaning: string;
  schema: Schema;
}

export interface Content {
  media: string;
  schema?: Schema;
}

export interface Operation {
  id: string;
  method: string;
  path: string;
  group: string;
  summary: string;
  open: boolean; // Asked without signing in.
  scope: string; // Of the keys that open it; "" for none.
  parameters: Parameter[];
  asks?: Content;
  status: string;
  answers?: Content;
}

export interface ApiDocument {
  operations: Operation[];
  schemas: { [name: string]: Schema };
}

interface WrittenParameter {
  name: string;
  in: Parameter["in"];
  required?: boolean;
  description?: string;
  "x-description-zh"?: string;
  schema?: Schema;
}
interface Written {
  operationId: string;
  summary: string;
  "x-summary-zh"?: string;
  "x-scope"?: string;
  security?: unknown[];
  parameters?: WrittenParameter[];
  requestBody?: { content?: { [media: string]: { schema?: Schema } } };
  responses: { [status: string]: { content?: { [media: string]: { schema?: Schema } } } };
}
export interface WrittenDocument {
  paths: { [path: string]: { [method: string]: Written } };
  components: { schemas: { [name: string]: Schema } };
}

export function readDocument(written: WrittenDocument, language: Language): ApiDocument {
  const operations = Object.entries(written.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, said]) => read(path, method, said, language)),
  );
  operations.sort((a, b) => a.group.localeCompare(b.group) || a.path.localeCompare(b.path));
  return { operations, schemas: written.components.schemas };
}

function read(path: string, method: string, said: Written, language: Language): Operation {
  const inChinese = language === "zh";
  const [status, answer] = Object.entries(said.responses).find(([code]) => code !== "default") ?? [
    "",
    {},
  ];
  return {
    id: said.operationId,
    method: method.toUpperCase(),
    path,
    group: path.split("/")[path.startsWith("/v1/") ? 2 : 1] ?? "",
    summary: (inChinese && said["x-summary-zh"]) || said.summary,
    open: said.security?.length === 0,
    scope: said["x-scope"] ?? "",
    parameters: (said.parameters ?? []).map((each) => ({
      name: each.name,
      in: each.in,
      required: each.required ?? false,
      meaning: (inChinese && each["x-description-zh"]) || (each.description ?? ""),
      schema: each.schema ?? {},
    })),
    asks: contentOf(said.requestBody?.content),
    status,
    answers: contentOf(answer.content),
  };
}

function contentOf(content?: { [media: string]: { schema?: Schema } }): Content | undefined {
  const [first] = Object.entries(content ?? {});
  return first && { media: first[0], schema: first[1].schema };
}

export function useDocument(language: Language) {
  const asked = useQuery({
    queryKey: ["openapi"],
    queryFn: async () => (await body(api.GET("/openapi.json"))) as unknown as WrittenDocument,
    staleTime: Infinity,
  });
  const written = asked.data;
  const data = useMemo(() => written && readDocument(written, language), [written, language]);
  return { ...asked, data };
}

export function nameOfReference(schema: Schema): string | undefined {
  return schema.$ref?.slice(schema.$ref.lastIndexOf("/") + 1);
}

// What a schema says, with what it refers to and is put together of.
export function resolved(schema: Schema, document: ApiDocument): Schema {
  const name = nameOfReference(schema);
  if (name) return resolved(document.schemas[name] ?? {}, document);
  if (!schema.allOf) return schema;
  const parts = schema.allOf.map((part) => resolved(part, document));
  return {
    ...schema,
    allOf: undefined,
    type: "object",
    properties: Object.assign({}, ...parts.map((part) => part.properties), schema.properties),
    required: parts.flatMap((part) => part.required ?? []).concat(schema.required ?? []),
  };
}

const depthMax = 6;

// A body to begin with: what must be there, or everything where nothing must.
export function exampleOf(schema: Schema | undefined, document: ApiDocument, depth = 0): unknown {
  const said = resolved(schema ?? {}, document);
  if (said.const !== undefined) return said.const;
  if (said.enum) return said.enum[0];
  const choice = said.anyOf?.[0] ?? said.oneOf?.[0];
  if (choice) return exampleOf(choice, document, depth + 1);
  switch (Array.isArray(said.type) ? said.type[0] : said.type) {
    case "object": {
      const names = said.required?.length ? said.required : Object.keys(said.properties ?? {});
      if (depth >= depthMax) return {};
      return Object.fromEntries(
        names.map((name) => [name, exampleOf(said.properties?.[name], document, depth + 1)]),
      );
    }
    case "array":
      return depth >= depthMax ? [] : [exampleOf(said.items, document, depth + 1)];
    case "integer":
    case "number":
      return said.minimum ?? 0;
    case "boolean":
      return false;
    case "null":
      return null;
    default:
      return "";
  }
}

// The kind of a value in a few words: "uuid", "array of ApiKey", "text | null".
export function kindOf(schema: Schema): string {
  const name = nameOfReference(schema);
  if (name) return name;
  const some = schema.anyOf ?? schema.oneOf;
  if (some) return some.map(kindOf).join(" | ");
  if (schema.type === "array") return `${kindOf(schema.items ?? {})}[]`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const types = [schema.type ?? "any"].flat();
  return types.map((type) => (type === "string" && schema.format) || type).join(" | ");
}
