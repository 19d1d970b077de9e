import { useSyncExternalStore } from "react";
import { useMe } from "./session";

// Addresses of a page that somebody gave a name: its filter, its order and what it shows. Kept on this browser, for each user.
export interface SavedView {
  name: string;
  address: string; // What stands after the question mark.
}

const listeners = new Set<() => void>();
const keyOf = (user: string, page: string) => `fieldbook.views.${user}.${page}`;

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? "[]";
  } catch {
    return "[]";
  }
}

function parse(text: string): SavedView[] {
  try {
    const list = JSON.parse(text) as SavedView[];
    return list.filter(
      ({ name, address }) => typeof name === "string" && typeof address === "string",
    );
  } catch {
    return [];
  }
}

export function useSavedViews(page: string) {
  const key = keyOf(useMe().user.id, page);
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => read(key),
  );
  const views = parse(text);
  const keep = (next: SavedView[]) => {
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Private windows may have no storage; the address itself can still be kept.
    }
    listeners.forEach((listener) => listener());
  };
  return {
    views,
    save: (view: SavedView) => keep([...views.filter(({ name }) => name !== view.name), view]),
    remove: (name: string) => keep(views.filter((view) => view.name !== name)),
  };
}
