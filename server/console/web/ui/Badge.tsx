import type { ReactNode } from "react";
import type { LucideIcon } from "./icons";
import "./Badge.css";

export type Tone =
  "neutral" | "waiting" | "sending" | "refused" | "conflict" | "today" | "won" | "lost" | "later";

// A state as colour, icon and word; never by colour alone.
export function Badge({
  tone = "neutral",
  icon: Icon,
  children,
}: {
  tone?: Tone;
  icon?: LucideIcon;
  children: ReactNode;
}) {
  return (
    <span className={`badge badge-${tone}`}>
      {Icon && <Icon size={14} strokeWidth={1.75} aria-hidden />}
      {children}
    </span>
  );
}

export function Tier({ tier, children }: { tier: string; children: ReactNode }) {
  return <span className={`tier tier-${tier}`}>{children}</span>;
}
