// Monday of the week of a day, as 2026-05-11.
export function mondayOf(day: Date): string {
  const monday = new Date(day);
  monday.setDate(day.getDate() - ((day.getDay() + 6) % 7));
  return isoDay(monday);
}

export function isoDay(day: Date): string {
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;
}

export function plusDays(day: string, days: number): string {
  const date = new Date(day + "T12:00");
  date.setDate(date.getDate() + days);
  return isoDay(date);
}

export function daysFrom(monday: string): string[] {
  return Array.from({ length: 7 }, (_, index) => plusDays(monday, index));
}
