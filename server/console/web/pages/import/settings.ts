import type { ImportAsked, ImportTable, ImportType } from "../../api/imports";
import { likelyForm } from "./dates";
import type { ReadFile } from "./decode";

// What one column goes into, and how its cells are to be read.
export interface Filling {
  field: string; // Empty: it is left out.
  by: string; // Of a reference: what it names the other record by.
  date: string; // Empty: ISO 8601.
  decimal: string;
}
// One value for all rows, where no column has it.
export interface Constant {
  value: string;
  by: string;
}
export interface Settings {
  columns: Filling[]; // As the table has them.
  constants: { [field: string]: Constant };
  key: string[];
  source: string;
  // What becomes of rows that are there already, and the field that tells it.
  then: "new" | "skip" | "update";
  by: string;
}
export type FieldSpec = ImportTable["fields"][number];

const point = ".";

// Who cannot be named cannot be referred to.
export const fillable = (table: ImportTable) =>
  table.fields.filter(({ kind, by }) => kind !== "reference" || by?.length);
export const specOf = (table: ImportTable, field: string) =>
  fillable(table).find(({ name }) => name === field);

export function fillingFor(table: ImportTable, column: number, field: string): Filling {
  const spec = specOf(table, field);
  // The server tells how days are written where it knows that they are some.
  const { field: guessed, date, examples } = table.columns[column]!;
  return {
    field: spec ? field : "",
    by: spec?.by?.[0] ?? "",
    date: guessed === field ? (date ?? "") : likelyForm(examples),
    decimal: point,
  };
}

export function firstSettings(file: ReadFile, table: ImportTable): Settings {
  return {
    columns: table.columns.map(({ field }, index) => fillingFor(table, index, field ?? "")),
    constants: {},
    key: table.key,
    source: file.name.replace(/\.[^.]*$/, ""),
    then: "new",
    by: "",
  };
}

const fills = (settings: Settings, field: string) =>
  settings.columns.some((column) => column.field === field);

// What no column fills and somebody has to say; whose the records are may be left open.
export const constantsOf = (table: ImportTable, settings: Settings) =>
  fillable(table).filter(
    ({ name, required }) => (required || name === "owner") && !fills(settings, name),
  );

export const constantOf = (settings: Settings, { name, by }: FieldSpec): Constant =>
  settings.constants[name] ?? { value: "", by: by?.[0] ?? "" };

// The fields that can tell that a record is there already.
export const tellingFields = (table: ImportTable, settings: Settings) =>
  fillable(table)
    .filter(({ name, tells }) => tells && fills(settings, name))
    .map(({ name }) => name);
export function tellingField(table: ImportTable, settings: Settings): string {
  const fields = tellingFields(table, settings);
  return fields.includes(settings.by) ? settings.by : (fields[0] ?? "");
}
export const thenOf = (table: ImportTable, settings: Settings) =>
  tellingFields(table, settings).length > 0 ? settings.then : "new";

// Fields that are required and have no value yet.
export const missingFields = (table: ImportTable, settings: Settings) =>
  constantsOf(table, settings)
    .filter((spec) => spec.required && constantOf(settings, spec).value.trim() === "")
    .map(({ name }) => name);

export function orderOf(
  file: ReadFile,
  type: ImportType,
  table: ImportTable,
  settings: Settings,
): ImportAsked {
  const then = thenOf(table, settings);
  const columns = settings.columns.flatMap(({ field, by, date, decimal }, index) => {
    const spec = specOf(table, field);
    const { name } = table.columns[index]!;
    if (!spec || !name) return [];
    const how = {
      ...(spec.kind === "reference" && { by }),
      ...(isDay(spec) && date && { date }),
      ...(isFraction(spec) && decimal !== point && { decimal }),
    };
    return [{ field, column: name, ...how }];
  });
  const constants = constantsOf(table, settings).flatMap((spec) => {
    const { value, by } = constantOf(settings, spec);
    if (value.trim() === "") return [];
    // On the company's clocks, as the times in columns are.
    const how = {
      ...(spec.kind === "reference" && { by }),
      ...(spec.kind === "time" && { date: "%Y-%m-%dT%H:%M" }),
    };
    return [{ field: spec.name, value: value.trim(), ...how }];
  });
  return {
    name: file.name,
    source: settings.source.trim(),
    type,
    text: file.text,
    delimiter: table.delimiter,
    key: settings.key,
    fields: [...columns, ...constants],
    ...(then !== "new" && { existing: { by: tellingField(table, settings), then } }),
  };
}

export const isDay = ({ kind }: FieldSpec) => kind === "date" || kind === "time";
export const isFraction = ({ kind }: FieldSpec) =>
  kind === "money" || kind === "quantity" || kind === "percent";
