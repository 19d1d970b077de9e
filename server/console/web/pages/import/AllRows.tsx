import type { ImportTable, ImportType } from "../../api/imports";
import { usePeople } from "../../api/records";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Words } from "../../ui/Dialog";
import { Select } from "../../ui/Select";
import { NamedBy } from "./Reading";
import {
  constantOf,
  constantsOf,
  tellingField,
  tellingFields,
  thenOf,
  type Constant,
  type FieldSpec,
  type Settings,
} from "./settings";

// What is the same for all rows: values that no column has, where the rows come from, and what becomes of those that are there
// already.
export function AllRows({
  type,
  table,
  settings,
  onChange,
}: {
  type: ImportType;
  table: ImportTable;
  settings: Settings;
  onChange: (part: Partial<Settings>) => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const telling = tellingFields(table, settings);
  const then = thenOf(table, settings);
  const ways = telling.length > 0 ? (["new", "skip", "update"] as const) : (["new"] as const);
  return (
    <>
      <div className="import-fields">
        {constantsOf(table, settings).map((spec) => (
          <ConstantOf
            key={spec.name}
            type={type}
            spec={spec}
            constant={constantOf(settings, spec)}
            onChange={(constant) =>
              onChange({ constants: { ...settings.constants, [spec.name]: constant } })
            }
          />
        ))}
      </div>
      <div className="import-fields">
        <Words
          label={t.imports.source}
          value={settings.source}
          onChange={(source) => onChange({ source })}
          required
        />
        <Select
          visible
          label={t.imports.existing}
          value={then}
          options={ways.map((value) => ({ value, label: t.imports.ways[value] }))}
          onChange={(value) => onChange({ then: value as Settings["then"] })}
        />
        {then !== "new" && (
          <Select
            visible
            label={t.imports.knownBy}
            value={tellingField(table, settings)}
            options={telling.map((value) => ({ value, label: format.field(type, value) }))}
            onChange={(by) => onChange({ by })}
          />
        )}
      </div>
      <p className="figure-note">{t.imports.sourceMeans}</p>
    </>
  );
}

function ConstantOf({
  type,
  spec,
  constant,
  onChange,
}: {
  type: ImportType;
  spec: FieldSpec;
  constant: Constant;
  onChange: (constant: Constant) => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const people = usePeople().filter(({ status }) => status === "active");
  const label = format.field(type, spec.name);
  const first = { value: "", label: spec.required ? t.filter.choose : t.imports.nobody };
  if (spec.kind === "choice") {
    return (
      <Select
        visible
        label={label}
        value={constant.value}
        options={[
          first,
          ...format
            .choices(type, spec.name)
            .map((choice) => ({ value: choice.code, label: choice.label })),
        ]}
        onChange={(value) => onChange({ ...constant, value })}
      />
    );
  }
  // People are chosen, and known by what they sign in with.
  if (format.specOf(type, spec.name)?.to === "user") {
    return (
      <Select
        visible
        label={label}
        value={constant.value}
        options={[
          first,
          ...people.map(({ name, login }) => ({ value: login, label: `${name} (${login})` })),
        ]}
        onChange={(value) => onChange({ value, by: "login" })}
      />
    );
  }
  return (
    <>
      <Words
        label={label}
        value={constant.value}
        type={spec.kind === "date" ? "date" : spec.kind === "time" ? "datetime-local" : "text"}
        onChange={(value) => onChange({ ...constant, value })}
        required
      />
      {spec.kind === "reference" && (
        <NamedBy
          visible
          type={type}
          spec={spec}
          label={t.imports.namedIn(label)}
          value={constant.by}
          onChange={(by) => onChange({ ...constant, by })}
        />
      )}
    </>
  );
}
