// The ways in which days are written in files, each with the 14th of May as an example.
const days = [
  ["%Y-%m-%d", "2026-05-14"],
  ["%Y/%m/%d", "2026/5/14"],
  ["%d/%m/%Y", "14/5/2026"],
  ["%m/%d/%Y", "5/14/2026"],
  ["%d.%m.%Y", "14.5.2026"],
  ["%Y年%m月%d日", "2026年5月14日"],
  ["%Y%m%d", "20260514"],
] as const;
const clocks = [
  ["", ""],
  [" %H:%M", " 9:05"],
  [" %H:%M:%S", " 9:05:00"],
] as const;

export const dateForms = clocks.flatMap(([clock, time]) =>
  days.map(([day, example]) => ({ value: day + clock, label: example + time })),
);

const digits: { [part: string]: string } = {
  "%Y": "\\d{4}",
  "%m": "(0?[1-9]|1[0-2])",
  "%d": "(0?[1-9]|[12]\\d|3[01])",
};
const matches = (form: string, text: string) =>
  new RegExp(
    `^${form.replaceAll(".", "\\.").replace(/%./g, (part) => digits[part] ?? "\\d{1,2}")}$`,
  ).test(text);

// The first way in which all of them are days; none for what is ISO 8601 or no day at all.
export const likelyForm = (examples: string[]) =>
  (examples.length > 0 &&
    dateForms.find(({ value }) => examples.every((text) => matches(value, text)))?.value) ||
  "";
