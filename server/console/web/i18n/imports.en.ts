const rows = (count: string) => (count === "1" ? "1 row" : `${count} rows`);
const records = (count: string) => (count === "1" ? "1 record" : `${count} records`);

// The words of bringing records in from files. The Chinese ones are in imports.zh.ts.
export const imports = {
  open: "Import a file…",
  title: "Import a file",
  back: "All imports",
  none: "Nothing was imported yet. What another system has put into a CSV file becomes records here.",
  count: (count: string) => (count === "1" ? "1 import" : `${count} imports`),
  fileAndSource: "File and source",
  outcome: "Outcome",
  state: "State",
  who: "Who",
  source: "Source",
  rowsOfFile: "Rows of the file",
  undoneAt: "Undone",
  next: ", ",
  parts: {
    created: (count: string) => `${count} new`,
    changed: (count: string) => `${count} changed`,
    unchanged: (count: string) => `${count} unchanged`,
    skipped: (count: string) => `${count} skipped`,
    rejected: (count: string) => `${count} refused`,
  },
  did: {
    created: "Created",
    changed: "Changed",
    unchanged: "Unchanged",
    skipped: "Skipped",
    rejected: "Refused",
  },
  would: { created: "Would be created", changed: "Would be changed" },
  states: {
    waiting: "Waiting",
    running: "Importing",
    done: "Done",
    failed: "Failed",
    broken_off: "Broken off",
    undoing: "Being undone",
    undone: "Undone",
  },
  checks: {
    running: "Checking",
    done: "Check only",
    failed: "Check failed",
    broken_off: "Check broken off",
  },
  progress: (done: string, all: string) => `${done} of ${rows(all)}`,
  brokenOff: (done: string, all: string) =>
    `The server was stopped meanwhile, at ${done} of ${rows(all)}. Import the same file again to finish: rows with the same key are the same records. Or undo what was brought in.`,
  checkBrokenOff: "The server was stopped meanwhile. Nothing was written; check again.",
  undone: (back: string, kept: string) =>
    kept === "0"
      ? `${records(back)} taken back; nothing had to be kept.`
      : `${records(back)} taken back, ${kept} kept because somebody has worked with them since.`,
  askUndo: "Undo…",
  undo: "Undo the import",
  undoTitle: (file: string) => `Undo the import of ${file}`,
  undoMeans: [
    "Records that it created go to the recycle bin, as far as nobody has touched them since.",
    "Fields that it changed get back what they held before, unless they were changed since.",
    "Everything else stays. How many records were kept is told here afterwards.",
  ],
  findings: "What was found",
  shownOf: (shown: string, all: string) => `The first ${shown} of ${all} are listed.`,
  line: "Line",
  column: "Column",
  finding: "Finding",
  severities: { error: "Refused", warning: "Note" },
  steps: {
    file: "1. Choose a file",
    columns: "2. Match the columns",
    rows: "3. What holds for all rows",
    check: "4. Check and import",
  },
  type: "What the rows are",
  choose: "Choose a file…",
  chooseOther: "Choose another file…",
  drop: "or drop it here",
  limits: (max: string) =>
    `CSV or plain text of at most ${max}; its first row has the names of the columns.`,
  read: (size: string, encoding: string) => `${size}, read as ${encoding}`,
  fileFaults: {
    large: (max: string) =>
      `The file is larger than ${max}. Split it into several files with the same first row.`,
    workbook: () => "This is an Excel workbook. Open it in Excel or WPS and save it as CSV first.",
    unreadable: () =>
      "The text of the file cannot be read: it is neither UTF-8, UTF-16 nor GB18030. Save it as CSV in UTF-8.",
  },
  delimiter: "Cells are separated by",
  delimiters: { comma: "Comma ,", semicolon: "Semicolon ;", tab: "Tab", bar: "Vertical bar |" },
  rows,
  columnOfFile: "Column of the file",
  field: "Field",
  written: "How it is written",
  tellsApart: "Tells rows apart",
  between: " · ",
  fieldFor: (column: string) => `Field for ${column}`,
  leaveOut: "Leave out",
  namedIn: (column: string) => `Look up ${column} by`,
  by: (field: string) => `by ${field}`,
  daysIn: (column: string) => `How days are written in ${column}`,
  numbersIn: (column: string) => `How numbers are written in ${column}`,
  percentIn: "5 is 5%",
  severalIn: "Several: a ; between them",
  yesOrNo: "yes or no, 1 or 0",
  tells: (column: string) => `${column} tells rows apart`,
  keyMeans:
    "What tells rows apart is their key: the same key of the same source is always the same record, so that importing a newer file changes it instead of adding another.",
  nobody: "Nobody",
  existing: "Records that are here already",
  ways: {
    new: "Import as new",
    skip: "Skip the row",
    update: "Update the record",
  },
  knownBy: "They are known by",
  sourceMeans:
    "The source says where the rows come from: give the same one whenever you import from there. Records that are here already are those that come from elsewhere.",
  checkMeans: "A check reads every row as the import will, and writes nothing.",
  check: "Check",
  run: "Import",
  lacksKey: "Choose at least one column that tells rows apart.",
  lacks: (field: string) => `Say what goes into “${field}”.`,
  checkFirst: "Check first, then import.",
  changedSince: "Something was changed since the check: check again, then import.",
  doesNothing: "There is nothing to import: no row would create or change anything.",
  leftOut: (count: string) =>
    count === "1"
      ? "1 row is refused and will be left out."
      : `${count} rows are refused and will be left out.`,
  allGood: "No row is refused.",
};
