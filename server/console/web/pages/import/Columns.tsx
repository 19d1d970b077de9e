import type { ImportTable, ImportType } from "../../api/imports";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Select } from "../../ui/Select";
import { Reading } from "./Reading";
import { fillable, fillingFor, specOf, type Filling, type Settings } from "./settings";

const lettersShown = 40;
const shortened = (text: string) =>
  text.length > lettersShown ? `${text.slice(0, lettersShown)}…` : text;

// Which field each column of the file goes into, and which of them tell one row from another.
export function Columns({
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
  const change = (at: number, filling: Filling) =>
    onChange({ columns: settings.columns.map((old, index) => (index === at ? filling : old)) });
  const toggle = (name: string, on: boolean) =>
    onChange({
      key: table.columns
        .map((column) => column.name)
        .filter((each) => (each === name ? on : settings.key.includes(each))),
    });
  return (
    <table className="import-columns">
      <thead>
        <tr>
          <th scope="col">{t.imports.columnOfFile}</th>
          <th scope="col">{t.imports.field}</th>
          <th scope="col">{t.imports.written}</th>
          <th scope="col">{t.imports.tellsApart}</th>
        </tr>
      </thead>
      <tbody>
        {table.columns.map(({ name, examples }, index) => {
          const filling = settings.columns[index]!;
          const spec = specOf(table, filling.field);
          if (!name) return null; // It cannot be told from no column.
          return (
            <tr key={name}>
              <th scope="row">
                {name}
                <small>{examples.map(shortened).join(t.imports.between)}</small>
              </th>
              <td data-label={t.imports.field}>
                <FieldOf
                  type={type}
                  table={table}
                  settings={settings}
                  column={name}
                  value={filling.field}
                  onChange={(field) => change(index, fillingFor(table, index, field))}
                />
              </td>
              <td data-label={t.imports.written}>
                {spec && (
                  <Reading
                    type={type}
                    column={name}
                    spec={spec}
                    filling={filling}
                    onChange={(next) => change(index, next)}
                  />
                )}
              </td>
              <td data-label={t.imports.tellsApart}>
                <label className="import-key">
                  <input
                    type="checkbox"
                    checked={settings.key.includes(name)}
                    onChange={({ target }) => toggle(name, target.checked)}
                  />
                  <span className="visually-hidden">{t.imports.tells(name)}</span>
                </label>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

// Each field can be filled once.
function FieldOf({
  type,
  table,
  settings,
  column,
  value,
  onChange,
}: {
  type: ImportType;
  table: ImportTable;
  settings: Settings;
  column: string;
  value: string;
  onChange: (field: string) => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const taken = settings.columns.map(({ field }) => field).filter((field) => field !== value);
  return (
    <Select
      label={t.imports.fieldFor(column)}
      value={value}
      options={[
        { value: "", label: t.imports.leaveOut },
        ...fillable(table)
          .filter(({ name }) => !taken.includes(name))
          .map(({ name }) => ({ value: name, label: format.field(type, name) })),
      ]}
      onChange={onChange}
    />
  );
}
