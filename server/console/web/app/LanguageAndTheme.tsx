import { Languages, Moon, Sun } from "../ui/icons";
import { useWords } from "../i18n";
import { Button } from "../ui/Button";
import { usePreferences } from "./preferences";

export function LanguageAndTheme({ kind = "text" }: { kind?: "text" | "spine" }) {
  const { t } = useWords();
  const [{ language, theme }, set] = usePreferences();
  const Icon = theme === "dark" ? Sun : Moon;
  return (
    <div className="language-and-theme">
      <Button
        kind={kind}
        aria-label={language === "zh" ? "English" : "中文"}
        onPress={() => set({ language: language === "zh" ? "en" : "zh" })}
      >
        <Languages size={18} strokeWidth={1.75} aria-hidden />
        <span lang={language === "zh" ? "en" : "zh-CN"}>
          {language === "zh" ? "English" : "中文"}
        </span>
      </Button>
      <Button
        kind={kind}
        onPress={() => set({ theme: theme === "dark" ? "light" : "dark" })}
        aria-label={theme === "dark" ? t.shell.light : t.shell.dark}
      >
        <Icon size={18} strokeWidth={1.75} aria-hidden />
      </Button>
    </div>
  );
}
