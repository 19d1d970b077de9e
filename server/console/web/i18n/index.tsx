import { createContext, useContext, type ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { en } from "./en";
import { zh } from "./zh";

export type Language = "zh" | "en";
export type Messages = typeof en;

const all: Record<Language, Messages> = { zh, en };
export const localeOf: Record<Language, string> = { zh: "zh-CN", en: "en-GB" };

interface Words {
  language: Language;
  t: Messages;
}
const Context = createContext<Words>({ language: "zh", t: zh });

export function Translated({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <I18nProvider locale={localeOf[language]}>
      <Context.Provider value={{ language, t: all[language] }}>{children}</Context.Provider>
    </I18nProvider>
  );
}

export function useWords(): Words {
  return useContext(Context);
}
