import type { ReactNode } from "react";
import { Link } from "wouter";
import { textOf, type Row } from "../api/records";
import { ChevronLeft } from "../ui/icons";
import { Answer } from "../ui/States";
import { Page } from "./Page";

// A page about one record: its name once it is there, and the way back to all of them.
export function RecordPage({
  of,
  named,
  section,
  line,
  back,
  children,
}: {
  of: Parameters<typeof Answer<Row>>[0]["of"];
  // The field that it is called by.
  named: string;
  // What the page is called before.
  section: string;
  line?: ReactNode;
  back: { href: string; label: string };
  children: (row: Row) => ReactNode;
}) {
  return (
    <Page
      title={of.data ? textOf(of.data, named) : section}
      line={line}
      actions={
        <Link href={back.href} className="back">
          <ChevronLeft size={18} strokeWidth={1.75} aria-hidden />
          {back.label}
        </Link>
      }
    >
      <Answer of={of} rows={8}>
        {children}
      </Answer>
    </Page>
  );
}
