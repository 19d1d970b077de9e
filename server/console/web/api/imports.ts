import { useQuery } from "@tanstack/react-query";
import { useWords } from "../i18n";
import { api, body, type Schemas } from "./client";
import type { RecordType } from "./records";

export type Import = Schemas["Import"];
export type ImportAsked = Schemas["ImportAsked"];
export type ImportTable = Schemas["ImportTable"];
export type Finding = Schemas["ImportFinding"];

// Whose records rows can become; what others refer to comes before them.
export const importTypes = [
  "customer",
  "contact",
  "lead",
  "opportunity",
  "activity",
  "product",
] as const satisfies RecordType[];
export type ImportType = (typeof importTypes)[number];

const everyMillis = 700;

export const isGoingOn = ({ state }: Import) =>
  state === "waiting" || state === "running" || state === "undoing";

export function useImports() {
  return useQuery({
    queryKey: ["imports"],
    queryFn: async () => (await body(api.GET("/v1/imports"))).imports,
    refetchInterval: ({ state }) => (state.data?.some(isGoingOn) ? everyMillis : false),
  });
}

// One of them, with what was found; none while there is no id.
export function useImport(id: string) {
  const { language } = useWords();
  return useQuery({
    // The server writes the sentences.
    queryKey: ["import", id, language],
    queryFn: () => body(api.GET("/v1/imports/{id}", { params: { path: { id } } })),
    enabled: id !== "",
    refetchInterval: ({ state }) => (state.data && isGoingOn(state.data) ? everyMillis : false),
  });
}

// What a file seems to hold. It is known by its id: its text would be a long name for a question.
export function useImportTable(
  file: { id: string; text: string } | null,
  type: ImportType,
  delimiter: string,
) {
  const text = file?.text ?? "";
  return useQuery({
    queryKey: ["import-table", file?.id, type, delimiter],
    queryFn: () =>
      body(
        api.POST("/v1/imports/table", { body: { type, text, ...(delimiter && { delimiter }) } }),
      ),
    enabled: file !== null,
    staleTime: Infinity,
    gcTime: 0,
  });
}

export const runImport = (order: ImportAsked, dryRun: boolean) =>
  body(api.POST("/v1/imports", { body: { ...order, dry_run: dryRun } }));

export const undoImport = (id: string) =>
  body(api.DELETE("/v1/imports/{id}", { params: { path: { id } } }));
