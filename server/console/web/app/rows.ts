import type { FilterLine } from "../ui/Filters";

// Where the rows behind a figure are to be seen: a page with a filter, as its address.
export function rowsAt(
  page: string,
  lines: FilterLine[] = [],
  more: Record<string, string> = {},
): string {
  const parameters = new URLSearchParams(more);
  if (lines.length > 0) parameters.set("filter", JSON.stringify({ match: "all", lines }));
  const search = parameters.toString();
  return `/app/${page}${search === "" ? "" : `?${search}`}`;
}

// One field that has a value, or has none.
export function fieldIs(field: string, value: unknown): FilterLine {
  return value === null || value === undefined || value === ""
    ? { field, op: "missing", value: "" }
    : { field, op: "is", value: String(value) };
}

// A month, such as 2026-05, of a day or time.
export function monthIs(field: string, month: string): FilterLine[] {
  const [year, number] = month.split("-").map(Number);
  const last = new Date(year!, number!, 0).getDate();
  return [
    { field, op: "at_least", value: `${month}-01` },
    { field, op: "at_most", value: `${month}-${String(last).padStart(2, "0")}` },
  ];
}

export const openDeals: FilterLine[] = [
  { field: "stage", op: "not", value: "won" },
  { field: "stage", op: "not", value: "lost" },
];
