import { useState } from "react";
import {
  textOf,
  useCurrencies,
  usePeople,
  useRecord,
  useTeams,
  type RecordType,
  type Where,
} from "../api/records";
import { useWords } from "../i18n";
import { useFormat, type Format } from "../i18n/format";
import { Button } from "./Button";
import { Filter, Plus, X } from "./icons";
import { Select } from "./Select";
import "./Filters.css";

// One line of a filter, as it is edited: a value may still be missing.
export interface FilterLine {
  field: string;
  op: string;
  value: string;
  currency?: string; // Of an amount, where there are several.
}
export interface FilterState {
  match: "all" | "any";
  lines: FilterLine[];
}
export const noFilter: FilterState = { match: "all", lines: [] };

const opsOf: Record<string, string[]> = {
  text: ["contains", "is", "present", "missing"],
  choice: ["is", "not", "present", "missing"],
  reference: ["is", "not", "present", "missing"],
  date: ["at_most", "at_least", "is", "present", "missing"],
  time: ["at_most", "at_least", "present", "missing"],
  money: ["at_least", "at_most"],
  basis: ["at_least", "at_most", "is"],
  integer: ["at_least", "at_most", "is"],
};

export interface FilterField {
  field: string; // "tier", "customer.region"
  label: string;
  kind: string;
  to?: RecordType; // Of a reference.
  options?: { value: string; label: string }[];
  // Of an amount: those that there are, the most frequent first.
  currencies?: string[];
}

// The fields of a record type that lists are filtered by, with the people, teams and currencies to choose from.
export function useFilterFields(type: RecordType, fields: string[]): FilterField[] {
  const format = useFormat();
  const chosen = { user: usePeople(), team: useTeams() };
  const amounts = fields.filter((field) => format.specOf(type, field)?.kind === "money");
  const currencies = useCurrencies(type, amounts);
  return fields.map((path) => {
    const { of, field, label } = fieldAt(format, type, path);
    const spec = format.specOf(of, field);
    const kind = spec?.kind ?? "text";
    const options =
      kind === "choice"
        ? format.choices(of, field).map(({ code, label }) => ({ value: code, label }))
        : kind === "reference" && (spec?.to === "user" || spec?.to === "team")
          ? chosen[spec.to].map(({ id, name }) => ({ value: id, label: name }))
          : undefined;
    const to = spec?.to as RecordType | undefined;
    return { field: path, label, kind, to, options, currencies: currencies[path] };
  });
}

// The field that a path leads to, such as "customer.region": of which type it is, and what it is called.
export function fieldAt(format: Format, type: RecordType, path: string) {
  const [first, second] = path.split(".");
  const reference = format.specOf(type, first!)?.to as RecordType | undefined;
  const of = second && reference ? reference : type;
  const field = second ?? first!;
  const label = second
    ? `${format.field(type, first!)} · ${format.field(of, field)}`
    : format.field(of, field);
  return { of, field, label };
}

// What the server is asked; lines without a value do not count yet.
export function whereOf(
  format: Format,
  state: FilterState,
  fields: FilterField[],
): Where | undefined {
  const parts = state.lines.flatMap((line): Where[] => {
    const spec = fields.find(({ field }) => field === line.field);
    if (!spec) return [];
    const { kind } = spec;
    const currency = line.currency ?? spec.currencies?.[0];
    if (line.op === "present" || line.op === "missing") return [{ field: line.field, op: line.op }];
    if (line.value === "" || (kind === "money" && !currency)) return [];
    const value =
      kind === "money"
        ? { minor: format.minor(Number(line.value), currency!), currency }
        : kind === "integer"
          ? Math.round(Number(line.value))
          : kind === "basis"
            ? Math.round(Number(line.value) * 100)
            : kind === "time"
              ? new Date(
                  line.value + (line.op === "at_most" ? "T23:59:59.999" : "T00:00"),
                ).toISOString()
              : line.value;
    return [{ field: line.field, op: line.op as NonNullable<Where["op"]>, values: [value] }];
  });
  return parts.length === 0 ? undefined : state.match === "all" ? { all: parts } : { any: parts };
}

export function Filters({
  fields,
  state,
  onChange,
}: {
  fields: FilterField[];
  state: FilterState;
  onChange: (state: FilterState) => void;
}) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const change = (index: number, line: FilterLine) =>
    onChange({ ...state, lines: state.lines.map((old, at) => (at === index ? line : old)) });
  const add = () => {
    const field = fields[0]!;
    onChange({
      ...state,
      lines: [...state.lines, { field: field.field, op: opsOf[field.kind]![0]!, value: "" }],
    });
  };
  const shown = open || state.lines.length > 0;
  return (
    <div className="filters">
      <Button
        kind="secondary"
        aria-expanded={shown}
        onPress={() => {
          if (!shown) add();
          setOpen(!shown);
          if (shown) onChange(noFilter);
        }}
      >
        {shown ? (
          <X size={18} strokeWidth={1.75} aria-hidden />
        ) : (
          <Filter size={18} strokeWidth={1.75} aria-hidden />
        )}
        {shown ? t.filter.clear : t.filter.open}
      </Button>
      {shown && (
        <div className="filter-lines">
          {state.lines.length > 1 && (
            <Select
              label={t.filter.match}
              value={state.match}
              options={[
                { value: "all", label: t.filter.all },
                { value: "any", label: t.filter.any },
              ]}
              onChange={(match) => onChange({ ...state, match: match as "all" | "any" })}
            />
          )}
          {state.lines.map((line, index) => (
            <Line
              key={index}
              fields={fields}
              line={line}
              onChange={(next) => change(index, next)}
              onRemove={() =>
                onChange({ ...state, lines: state.lines.filter((_, at) => at !== index) })
              }
            />
          ))}
          <Button kind="text" onPress={add}>
            <Plus size={18} strokeWidth={1.75} aria-hidden />
            {t.filter.add}
          </Button>
        </div>
      )}
    </div>
  );
}

// What only an address can ask for, such as one customer, of whom there are too many for a list.
function canBeChosen({ kind, options }: FilterField): boolean {
  return kind !== "reference" || options !== undefined;
}

function Named({ type, id }: { type: RecordType; id: string }) {
  const record = useRecord(type, id);
  return <span className="filter-named">{record.data ? textOf(record.data, "name") : "…"}</span>;
}

function Line({
  fields,
  line,
  onChange,
  onRemove,
}: {
  fields: FilterField[];
  line: FilterLine;
  onChange: (line: FilterLine) => void;
  onRemove: () => void;
}) {
  const { t } = useWords();
  const field = fields.find((one) => one.field === line.field) ?? fields[0]!;
  const ops = opsOf[field.kind] ?? opsOf.text!;
  const needsValue = line.op !== "present" && line.op !== "missing";
  const currencies = field.currencies ?? [];
  return (
    <div className="filter-line">
      <Select
        label={t.filter.field}
        value={line.field}
        options={fields
          .filter((one) => canBeChosen(one) || one.field === line.field)
          .map(({ field, label }) => ({ value: field, label }))}
        onChange={(next) => {
          const kind = fields.find((one) => one.field === next)!.kind;
          onChange({ field: next, op: (opsOf[kind] ?? opsOf.text!)[0]!, value: "" });
        }}
      />
      <Select
        label={t.filter.how}
        value={line.op}
        options={ops.map((op) => ({
          value: op,
          label: t.filter.ops[op as keyof typeof t.filter.ops],
        }))}
        onChange={(op) => onChange({ ...line, op })}
      />
      {needsValue &&
        (!canBeChosen(field) ? (
          <Named type={field.to!} id={line.value} />
        ) : field.options ? (
          <Select
            label={t.filter.value}
            value={line.value}
            options={[{ value: "", label: t.filter.choose }, ...field.options]}
            onChange={(value) => onChange({ ...line, value })}
          />
        ) : (
          <input
            className="filter-value"
            aria-label={t.filter.value}
            type={
              field.kind === "date" || field.kind === "time"
                ? "date"
                : field.kind === "text"
                  ? "text"
                  : "number"
            }
            value={line.value}
            onChange={(event) => onChange({ ...line, value: event.target.value })}
          />
        ))}
      {needsValue && currencies.length > 1 && (
        <Select
          label={t.filter.currency}
          value={line.currency ?? currencies[0]!}
          options={currencies.map((code) => ({ value: code, label: code }))}
          onChange={(currency) => onChange({ ...line, currency })}
        />
      )}
      <Button kind="icon" aria-label={t.filter.remove} onPress={onRemove}>
        <X size={18} strokeWidth={1.75} aria-hidden />
      </Button>
    </div>
  );
}
