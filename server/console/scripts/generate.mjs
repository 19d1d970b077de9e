// Writes web/generated: what the pages take from the rest of the project, so that nothing is said twice. The colours and sizes of the
// design, the words of records and fields, and the types of the REST API.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapi, { astToString } from "openapi-typescript";

const project = new URL("../../../", import.meta.url);
const out = new URL("../web/generated/", import.meta.url);
const readJson = (path) => JSON.parse(readFileSync(fileURLToPath(new URL(path, project)), "utf8"));
// Files that say the same keep their time, or every build would be a new one.
const write = (name, text) => {
  const file = fileURLToPath(new URL(name, out));
  let former = null;
  try {
    former = readFileSync(file, "utf8");
  } catch {
    // It was not there.
  }
  if (former !== text) writeFileSync(file, text);
};
const kebab = (name) => name.replace(/[A-Z]+/g, (part) => "-" + part.toLowerCase());

function tokensCss(tokens) {
  // Qt writes #AARRGGBB, CSS #RRGGBBAA.
  const colour = (value) => (value.length === 9 ? "#" + value.slice(3) + value.slice(1, 3) : value);
  const colours = (theme) =>
    Object.entries(tokens.color[theme]).map(
      ([name, value]) => `  --${kebab(name)}: ${colour(value)};`,
    );
  const pixels = (prefix, object) =>
    Object.entries(object)
      .filter(([, value]) => typeof value === "number")
      .map(([name, value]) => `  --${prefix}-${kebab(name).replace(/^-/, "")}: ${value}px;`);
  const type = Object.entries(tokens.type).map(
    ([name, { size, line, weight }]) =>
      `  --type-${kebab(name)}: ${weight} ${size / 16}rem/${line / 16}rem var(--font);`,
  );
  const motion = Object.entries(tokens.motion)
    .filter(([, value]) => typeof value === "number")
    .map(([name, value]) => `  --motion-${kebab(name)}: ${value}ms;`);
  const shared = [
    ...type,
    ...tokens.space.map((value) => `  --space-${value}: ${value}px;`),
    ...pixels("radius", tokens.radius),
    ...pixels("size", tokens.size),
    ...motion,
    `  --ease-out: cubic-bezier(${tokens.motion.easeOut.join(", ")});`,
  ];
  const dark = colours("dark").join("\n");
  return [
    "/* Made of client/ui/theme/tokens.json. */",
    `:root {\n  color-scheme: light;\n${[...colours("light"), ...shared].join("\n")}\n}`,
    // Paper is white.
    `@media not print {\n:root[data-theme="dark"] {\n  color-scheme: dark;\n${dark}\n}\n}`,
    "",
  ].join("\n");
}

// Of every record type its words and those of its fields and choices, as the API document has them.
function labelsTs(schemas) {
  const records = {};
  for (const [name, schema] of Object.entries(schemas)) {
    if (!name.startsWith("record.")) continue;
    const fields = {};
    for (const [field, spec] of Object.entries(schema.properties)) {
      fields[field] = { label: spec["x-label"], kind: kindOf(spec) };
      // In the order of the declaration, which the document keeps in the enumeration.
      if (spec["x-choice-labels"]) {
        fields[field].choices = Object.fromEntries(
          spec.enum.map((code) => [code, spec["x-choice-labels"][code]]),
        );
      }
      if (spec["x-refers-to"]) fields[field].to = spec["x-refers-to"];
    }
    records[name.slice("record.".length)] = { label: schema["x-label"], fields };
  }
  return `// Made of the API document.\nexport const labels = ${JSON.stringify(records)} as const;\n`;
}

function kindOf(spec) {
  if (spec["x-refers-to"] && spec.type !== "array") return "reference";
  if (spec["x-choice-labels"]) return "choice";
  const properties = Object.keys(spec.properties ?? {});
  if (properties.includes("minor")) return "money";
  if (properties.includes("lat")) return "position";
  const types = [spec.type].flat();
  if (types.includes("array")) return "set";
  if (types.includes("integer")) return spec["x-unit"] === "basis_points" ? "basis" : "integer";
  if (types.includes("boolean")) return "boolean";
  if (spec.format === "date") return "date";
  if (spec.format === "date-time") return "time";
  return "text";
}

mkdirSync(out, { recursive: true });
const document = readJson("tests/golden/api/openapi.json");
write("tokens.css", tokensCss(readJson("client/ui/theme/tokens.json")));
write("labels.ts", labelsTs(document.components.schemas));
write("schema.d.ts", astToString(await openapi(document, { propertiesRequiredByDefault: true })));
