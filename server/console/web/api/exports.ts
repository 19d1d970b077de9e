import { api, body, type Schemas } from "./client";
import type { RecordType, Row, Where } from "./records";

export interface ExportWish {
  // Asked again with the same one, it is made once.
  key: string;
  type: RecordType;
  format: Schemas["ExportAsked"]["format"];
  reason: string;
  where: Where | undefined;
  // None: all that the role shows.
  fields: string[];
}

// What is asked for stands as an `export_request`, approved at once for roles that may.
export async function requestExport({ where, ...wish }: ExportWish): Promise<Row> {
  const made = await body(api.POST("/v1/exports", { body: { ...wish, ...(where && { where }) } }));
  return made as unknown as Row;
}

// Has the browser keep the file, under the name that the server gives it.
export async function takeFile(id: string): Promise<void> {
  const asked = api.POST("/v1/exports/{id}/file", { params: { path: { id } }, parseAs: "blob" });
  const file = (await body(asked)) as Blob;
  const told = (await asked).response.headers.get("Content-Disposition") ?? "";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = /filename="([^"]+)"/.exec(told)?.[1] ?? "";
  link.click();
  // Some browsers read it only after the click.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
