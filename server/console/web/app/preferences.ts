import { useCallback, useSyncExternalStore } from "react";
import type { Language } from "../i18n";

export type Theme = "light" | "dark";

// What somebody chose on this browser; nothing of the business is kept here.
interface Preferences {
  language: Language;
  theme: Theme;
}

const key = "fieldbook.preferences";
const listeners = new Set<() => void>();

function initial(): Preferences {
  const usual: Preferences = {
    language: navigator.language.startsWith("zh") ? "zh" : "en",
    theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
  };
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Preferences>;
    return {
      language: kept.language === "zh" || kept.language === "en" ? kept.language : usual.language,
      theme: kept.theme === "dark" || kept.theme === "light" ? kept.theme : usual.theme,
    };
  } catch {
    return usual;
  }
}

let current = initial();

function keep(next: Preferences) {
  current = next;
  try {
    localStorage.setItem(key, JSON.stringify(next));
  } catch {
    // Private windows may have no storage; the choice then lasts as long as the page.
  }
  listeners.forEach((listener) => listener());
}

export function usePreferences() {
  const value = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
  const set = useCallback((change: Partial<Preferences>) => keep({ ...current, ...change }), []);
  return [value, set] as const;
}

// Which installed browser this is: sessions of one browser replace each other.
export function installId(): string {
  const name = "fieldbook.install";
  try {
    const kept = localStorage.getItem(name);
    if (kept) return kept;
    const made = newId();
    localStorage.setItem(name, made);
    return made;
  } catch {
    return newId();
  }
}

// crypto.randomUUID is there in secure contexts only, and the first look at a server may be plain HTTP.
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
