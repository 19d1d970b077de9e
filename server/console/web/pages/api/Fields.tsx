import { useWords } from "../../i18n";
import { kindOf, nameOfReference, resolved, type ApiDocument, type Schema } from "./document";

// What a body is made of, field by field; what a field is made of opens at a press.
export function Fields({ schema, document }: { schema: Schema; document: ApiDocument }) {
  const { t } = useWords();
  const said = resolved(schema, document);
  const listed = said.type === "array" ? resolved(said.items ?? {}, document) : said;
  const fields = Object.entries(listed.properties ?? {});
  if (fields.length === 0) return <p className="api-kind">{kindOf(schema)}</p>;
  return (
    <ul className="api-fields">
      {fields.map(([name, field]) => (
        <li key={name}>
          <span className="api-field">
            <code>{name}</code>
            <span className="api-kind">{kindOf(field)}</span>
            {listed.required?.includes(name) && (
              <span className="api-required">{t.api.required}</span>
            )}
          </span>
          {field.description && <p>{field.description}</p>}
          {field.enum && <p className="api-kind">{field.enum.map(String).join(" · ")}</p>}
          <Inner schema={field} document={document} />
        </li>
      ))}
    </ul>
  );
}

function Inner({ schema, document }: { schema: Schema; document: ApiDocument }) {
  const inner = innerOf(schema, document);
  if (!inner) return null;
  return (
    <details>
      <summary>{nameOfReference(inner) ?? kindOf(inner)}</summary>
      <Fields schema={inner} document={document} />
    </details>
  );
}

// The part of a field that has fields of its own.
function innerOf(schema: Schema, document: ApiDocument): Schema | undefined {
  const said = resolved(schema, document);
  const candidates = [schema, said.items, ...(said.anyOf ?? []), ...(said.oneOf ?? [])];
  return candidates.find((each) => each && resolved(each, document).properties);
}
