import type { ImportType } from "../../api/imports";
import type { RecordType } from "../../api/records";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Select } from "../../ui/Select";
import { dateForms } from "./dates";
import { isDay, isFraction, type FieldSpec, type Filling } from "./settings";

// How the cells of a column are to be read, where that depends on who wrote them.
export function Reading({
  type,
  column,
  spec,
  filling,
  onChange,
}: {
  type: ImportType;
  column: string;
  spec: FieldSpec;
  filling: Filling;
  onChange: (filling: Filling) => void;
}) {
  const { t } = useWords();
  if (spec.kind === "reference") {
    return (
      <NamedBy
        type={type}
        spec={spec}
        label={t.imports.namedIn(column)}
        value={filling.by}
        onChange={(by) => onChange({ ...filling, by })}
      />
    );
  }
  if (isDay(spec)) {
    const known = dateForms.some(({ value }) => value === filling.date) || filling.date === "";
    return (
      <Select
        label={t.imports.daysIn(column)}
        value={filling.date}
        options={[
          { value: "", label: "ISO 8601" },
          ...dateForms,
          ...(known ? [] : [{ value: filling.date, label: filling.date }]),
        ]}
        onChange={(date) => onChange({ ...filling, date })}
      />
    );
  }
  if (isFraction(spec)) {
    return (
      <>
        <Select
          label={t.imports.numbersIn(column)}
          value={filling.decimal}
          options={[
            { value: ".", label: "1234.56" },
            { value: ",", label: "1234,56" },
          ]}
          onChange={(decimal) => onChange({ ...filling, decimal })}
        />
        {spec.kind === "percent" && <small>{t.imports.percentIn}</small>}
      </>
    );
  }
  if (spec.kind === "text_set") return <small>{t.imports.severalIn}</small>;
  if (spec.kind === "boolean") return <small>{t.imports.yesOrNo}</small>;
  return null;
}

// By which of its fields the other record is named.
export function NamedBy({
  type,
  spec,
  label,
  value,
  visible = false,
  onChange,
}: {
  type: ImportType;
  spec: FieldSpec;
  label: string;
  value: string;
  visible?: boolean;
  onChange: (by: string) => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const other = format.specOf(type, spec.name)?.to as RecordType;
  return (
    <Select
      visible={visible}
      label={label}
      value={value}
      options={(spec.by ?? []).map((by) => ({
        value: by,
        label: t.imports.by(format.field(other, by)),
      }))}
      onChange={onChange}
    />
  );
}
