import { api, body, Problem, type Schemas } from "./client";

// What somebody does on a page, as any app sends it (shared/sync/PROTOCOL.md): changes of this browser's device, numbered, each
// answered by a receipt. A page keeps nothing to be sent later, so that it is always the last number that is asked for first.

export interface Create {
  create: { type: string; id: string; f: Record<string, unknown> };
}
export interface Act {
  act: { name: string; type: string; id: string; args: Record<string, unknown> };
}
export type Change = Create | Act;

export const act = (name: string, id: string, args: Record<string, unknown> = {}): Act => ({
  act: { name, type: name.slice(0, name.indexOf(".")), id, args },
});
export const create = (type: string, f: Record<string, unknown>): Create => ({
  create: { type, id: mintId(), f: Object.fromEntries(Object.entries(f).filter(isSaid)) },
});
const isSaid = ([, value]: [string, unknown]) =>
  value !== "" && value !== null && value !== undefined;

// Version 7: it sorts by time.
export function mintId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setBigUint64(0, BigInt(Date.now()) << 16n);
  crypto.getRandomValues(bytes.subarray(6));
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

// Another window of this browser may take a number first; the next one is then asked for again.
const triesMax = 5;

// Sends changes that stand or fall together; throws a Problem with the reason when they are refused. In the reader's language.
export async function send(device: number, changes: Change[], chinese: boolean): Promise<void> {
  const receipts = await deliver(device, changes, true);
  const told = receipts.filter(({ code }) => code && code !== "group.refused");
  const refused = told[0] ?? receipts.find(({ outcome }) => outcome === "refused");
  if (refused) throw refusalOf(refused, chinese);
}

// Changes in one request: the server writes nothing else meanwhile.
const atOnceMax = 500;

// Sends changes each of which stands by itself, and tells of each why it was not done; null when it was. Once some are answered
// nothing is thrown any more: of what has no answer, that is the reason.
export async function sendEach(
  device: number,
  changes: Change[],
  chinese: boolean,
): Promise<(Problem | null)[]> {
  const told: (Problem | null)[] = [];
  for (let from = 0; from < changes.length; from += atOnceMax) {
    try {
      const receipts = await deliver(device, changes.slice(from, from + atOnceMax), false);
      told.push(
        ...receipts.map((receipt) =>
          receipt.outcome === "refused" ? refusalOf(receipt, chinese) : null,
        ),
      );
    } catch (error) {
      if (from === 0 || !(error instanceof Problem)) throw error;
      return [...told, ...changes.slice(from).map(() => error)];
    }
  }
  return told;
}

const refusalOf = ({ code, reason }: Receipt, chinese: boolean) =>
  new Problem(200, code ?? "", reason?.[chinese ? "zh" : "en"] ?? "");

// The receipts of changes, in their order.
async function deliver(device: number, changes: Change[], together: boolean): Promise<Receipt[]> {
  for (let left = triesMax; ; left--) {
    const { last } = await push(device, 0, []);
    const first = last + 1;
    const at = `${Date.now()}.0`;
    const grouped = together && changes.length > 1;
    const group = grouped ? { group: [first, first + changes.length - 1] } : {};
    const numbered = changes.map((change, index) => ({
      n: first + index,
      at,
      ...group,
      ...change,
    }));
    try {
      // The document says of their fields only that they are an object.
      return (await push(device, last, numbered as unknown as Numbered[])).receipts;
    } catch (error) {
      const taken = error instanceof Problem && error.code === "push.diverged";
      if (!taken || left === 1) throw error;
    }
  }
}

type Receipt = Schemas["Receipt"];
type Numbered = Schemas["Change"];

// When no answer comes, the same is sent again: the server does it once.
async function push(device: number, received: number, changes: Numbered[]) {
  const ask = () => body(api.POST("/v1/push", { body: { device, received, changes } }));
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Problem && error.code === "network.unreachable") return await ask();
    throw error;
  }
}
