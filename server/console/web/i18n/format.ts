import { labels } from "../generated/labels";
import { localeOf, useWords, type Language } from ".";

export interface Money {
  minor: number;
  currency: string;
}

type RecordName = keyof typeof labels;
interface FieldLabel {
  label: { en: string; zh: string };
  kind: string;
  choices?: Record<string, { en: string; zh: string }>;
  to?: string;
}

// How numbers, days and the words of records are written in one language. Made once for each.
export class Format {
  private readonly locale: string;
  private readonly decimals = new Map<string, number>();

  constructor(readonly language: Language) {
    this.locale = localeOf[language];
  }

  number(value: number) {
    return new Intl.NumberFormat(this.locale).format(value);
  }

  // Of a file.
  bytes(value: number) {
    const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];
    const step = Math.min(Math.floor(Math.log10(Math.max(value, 1)) / 3), units.length - 1);
    return new Intl.NumberFormat(this.locale, {
      style: "unit",
      unit: units[step],
      unitDisplay: "short",
      maximumFractionDigits: step === 0 ? 0 : 1,
    }).format(value / 1000 ** step);
  }

  // Basis points: 6250 is 62.5 %.
  percent(basisPoints: number) {
    return new Intl.NumberFormat(this.locale, {
      style: "percent",
      maximumFractionDigits: 1,
    }).format(basisPoints / 10_000);
  }

  major(money: Money) {
    return money.minor / 10 ** this.decimalsOf(money.currency);
  }

  minor(major: number, currency: string) {
    return Math.round(major * 10 ** this.decimalsOf(currency));
  }

  money(money: Money) {
    const decimals = this.decimalsOf(money.currency);
    const whole = money.minor % 10 ** decimals === 0;
    return new Intl.NumberFormat(this.locale, {
      style: "currency",
      currency: money.currency,
      currencyDisplay: "narrowSymbol",
      minimumFractionDigits: whole ? 0 : decimals,
    }).format(this.major(money));
  }

  // Several currencies stand beside each other; they are never added up.
  amounts(list: readonly Money[]) {
    return list.length === 0 ? "–" : list.map((money) => this.money(money)).join(" + ");
  }

  // How large they are together, for what is drawn or put in order; no figure to be shown.
  sum(list: readonly Money[]) {
    return list.reduce((sum, money) => sum + this.major(money), 0);
  }

  // 万 in Chinese, k in English, as charts and narrow columns have it.
  short(money: Money, decimals = 1) {
    const value = this.major(money);
    const unit = this.language === "zh" ? 10_000 : 1_000;
    const text = new Intl.NumberFormat(this.locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(value / unit);
    return this.language === "zh" ? `${text} 万` : `${text}k`;
  }

  day(value: string | Date) {
    const date =
      typeof value === "string" && value.length === 10
        ? new Date(value + "T12:00")
        : new Date(value);
    const thisYear = date.getFullYear() === new Date().getFullYear();
    return new Intl.DateTimeFormat(this.locale, {
      day: "numeric",
      month: this.language === "zh" ? "long" : "short",
      ...(thisYear ? {} : { year: "numeric" as const }),
    }).format(date);
  }

  dayWithWeekday(value: Date) {
    const weekday = new Intl.DateTimeFormat(this.locale, { weekday: "long" }).format(value);
    return this.language === "zh"
      ? `${this.day(value)} ${weekday}`
      : `${weekday}, ${this.day(value)}`;
  }

  // As the head of a day in a week: "Mon 11".
  weekday(day: string) {
    return new Intl.DateTimeFormat(this.locale, { weekday: "short", day: "numeric" }).format(
      new Date(day + "T12:00"),
    );
  }

  month(value: string) {
    return new Intl.DateTimeFormat(this.locale, {
      month: "short",
    }).format(new Date(value.slice(0, 7) + "-15T12:00"));
  }

  clock(value: string | Date) {
    return new Intl.DateTimeFormat(this.locale, {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }).format(new Date(value));
  }

  // Today as a time, another day as a day, with its time where there is room.
  moment(value: string, withTime = true) {
    const date = new Date(value);
    const today = new Date().toDateString() === date.toDateString();
    if (today) return this.clock(date);
    return withTime ? `${this.day(date)} ${this.clock(date)}` : this.day(date);
  }

  label(record: RecordName): string {
    return labels[record].label[this.language];
  }

  field(record: RecordName, field: string): string {
    return this.specOf(record, field)?.label[this.language] ?? field;
  }

  choice(record: RecordName, field: string, code: string): string {
    return this.specOf(record, field)?.choices?.[code]?.[this.language] ?? code;
  }

  choices(record: RecordName, field: string): { code: string; label: string }[] {
    return Object.entries(this.specOf(record, field)?.choices ?? {}).map(([code, label]) => ({
      code,
      label: label[this.language],
    }));
  }

  specOf(record: RecordName, field: string): FieldLabel | undefined {
    return (labels[record].fields as Record<string, FieldLabel>)[field];
  }

  private decimalsOf(currency: string) {
    let decimals = this.decimals.get(currency);
    if (decimals === undefined) {
      const resolved = new Intl.NumberFormat("en", {
        style: "currency",
        currency,
      }).resolvedOptions();
      decimals = resolved.maximumFractionDigits ?? 2;
      this.decimals.set(currency, decimals);
    }
    return decimals;
  }
}

const formats: Record<Language, Format> = { zh: new Format("zh"), en: new Format("en") };

export function useFormat(): Format {
  return formats[useWords().language];
}
