import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { labels } from "../generated/labels";
import { api, body, type Schemas } from "./client";

export type RecordType = keyof typeof labels;
export type Where = Schemas["FieldCondition"];
export type Money = Schemas["Money"];

export interface Row {
  id: string;
  f: { [field: string]: unknown };
}

export interface ListQuestion {
  fields: string[];
  where?: Where;
  order?: string;
  descending?: boolean;
  limit?: number;
}

// Parts that demand nothing are left out.
export function all(...parts: (Where | undefined | false)[]): Where {
  return { all: parts.filter((part): part is Where => part !== false && narrows(part)) };
}
export function narrows(where: Where | undefined): where is Where {
  return where !== undefined && where.all?.length !== 0;
}
export function is(field: string, ...values: unknown[]): Where {
  return { field, op: "is", values };
}

const query = (type: string, question: ListQuestion, after: string | null, count: boolean) =>
  body(
    api.POST("/v1/records/{type}/query", {
      params: { path: { type } },
      body: { ...question, count, ...(after === null ? {} : { after }) },
    }),
  );

// A list as long as it may be: pages are asked for as the reader comes to them.
export function useLongList(type: RecordType, question: ListQuestion) {
  const asked = useInfiniteQuery({
    queryKey: ["list", type, question],
    queryFn: ({ pageParam }) => query(type, question, pageParam, pageParam === null),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const pages = asked.data?.pages;
  // Which records in which order.
  const view = JSON.stringify(question);
  return useMemo(
    () => ({
      asked,
      view,
      rows: eachOnce(pages?.flatMap((page) => page.records as Row[]) ?? []),
      names: Object.assign({}, ...(pages?.map((page) => page.names) ?? [])) as Names,
      count: pages?.[0]?.count ?? 0,
    }),
    [asked, pages, view],
  );
}

// A record that moved in the order between two pages came with both; it stands where it came first, as it came last.
function eachOnce(rows: Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

export type Names = { [id: string]: string };

// A list that is short by its nature, or of which only the first rows are shown.
export function useList(type: RecordType, question: ListQuestion, enabled = true) {
  return useQuery({
    queryKey: ["list", type, question, "first"],
    queryFn: async () => {
      const answer = await query(type, question, null, true);
      return {
        rows: answer.records as Row[],
        names: answer.names as Names,
        count: answer.count ?? answer.records.length,
      };
    },
    enabled,
    placeholderData: keepPreviousData,
  });
}

export interface TotalsQuestion {
  where?: Where;
  by: { field: string; step?: "value" | "day" | "month" }[];
  sum?: string[];
}

export function useTotals(type: RecordType, question: TotalsQuestion) {
  return useQuery({
    queryKey: ["totals", type, question],
    queryFn: () =>
      body(api.POST("/v1/records/{type}/totals", { params: { path: { type } }, body: question })),
    placeholderData: keepPreviousData,
  });
}

export function useRecord(type: RecordType, id: string) {
  return useQuery({
    queryKey: ["record", type, id],
    queryFn: async () =>
      (await body(
        api.GET("/v1/records/{type}/{id}", { params: { path: { type, id } } }),
      )) as unknown as Row,
  });
}

export interface Person {
  id: string;
  name: string;
  login: string;
  team: string | null;
  role: string;
  status: string;
}

// Everybody of the company: who has a tablet knows them too.
export function usePeople() {
  const asked = useQuery({
    queryKey: ["people"],
    queryFn: async () => {
      const people: Person[] = [];
      let after: string | null = null;
      do {
        const page: Schemas["ListAnswer"] = await query(
          "user",
          { fields: ["name", "login", "team", "role", "status"], order: "name", limit: 500 },
          after,
          false,
        );
        for (const { id, f } of page.records as Row[]) {
          people.push({
            id,
            name: String(f.name ?? ""),
            login: String(f.login ?? ""),
            team: (f.team as string) ?? null,
            role: String(f.role ?? ""),
            status: String(f.status ?? "active"),
          });
        }
        after = page.next;
      } while (after !== null);
      return people;
    },
    staleTime: 60_000,
  });
  return asked.data ?? [];
}

export function useTeams() {
  const asked = useQuery({
    queryKey: ["teams"],
    queryFn: async () => {
      const page = await query(
        "team",
        { fields: ["name"], order: "name", limit: 500 },
        null,
        false,
      );
      return (page.records as Row[]).map(({ id, f }) => ({ id, name: String(f.name ?? "") }));
    },
    staleTime: 60_000,
  });
  return asked.data ?? [];
}

// In which currencies there are amounts in each of the fields, that of the largest sum first.
export function useCurrencies(type: RecordType, fields: string[]): Record<string, string[]> {
  const asked = useQuery({
    queryKey: ["currencies", type, fields],
    queryFn: async () => {
      const answer = await body(
        api.POST("/v1/records/{type}/totals", {
          params: { path: { type } },
          body: { by: [], sum: fields },
        }),
      );
      const sums = answer.rows[0]?.sums ?? [];
      return Object.fromEntries(
        fields.map((field, index) => [
          field,
          [...(sums[index] ?? [])]
            .sort((a, b) => b.minor - a.minor)
            .map(({ currency }) => currency),
        ]),
      );
    },
    enabled: fields.length > 0,
    staleTime: 60_000,
  });
  return asked.data ?? {};
}

export function textOf(row: Row, field: string): string {
  const value = row.f[field];
  return typeof value === "string" ? value : "";
}
export function moneyOf(row: Row, field: string): Money | null {
  const value = row.f[field];
  return value && typeof value === "object" && "minor" in value ? (value as Money) : null;
}
