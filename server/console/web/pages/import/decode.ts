import { mintId } from "../../api/changes";

export interface ReadFile {
  id: string;
  name: string;
  bytes: number;
  text: string;
  encoding: string;
}
export type FileFault = "large" | "workbook" | "unreadable";

export const fileBytesMax = 16_000_000;

// How files begin: those that say how their text is written, and workbooks of Excel, new and old.
const marks: [encoding: string, start: number[]][] = [
  ["UTF-8", [0xef, 0xbb, 0xbf]],
  ["UTF-16LE", [0xff, 0xfe]],
  ["UTF-16BE", [0xfe, 0xff]],
];
const workbooks = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

// The text of a file, or why it has none to give. Text in GB18030 is hardly ever UTF-8 by accident, while any UTF-8 could pass for
// some GB18030: that is the order in which they are tried.
export async function readFile(file: File): Promise<ReadFile | FileFault> {
  if (file.size > fileBytesMax) return "large";
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return "unreadable"; // It is gone, or was changed since it was chosen.
  }
  const begins = (start: number[]) => start.every((byte, index) => bytes[index] === byte);
  if (workbooks.some(begins)) return "workbook";
  const marked = marks.find(([, start]) => begins(start));
  for (const encoding of marked ? [marked[0]] : ["UTF-8", "GB18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return { id: mintId(), name: file.name, bytes: file.size, text, encoding };
    } catch {
      // Not written in this one.
    }
  }
  return "unreadable";
}
