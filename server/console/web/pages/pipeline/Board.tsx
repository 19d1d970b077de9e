import { Link } from "wouter";
import {
  all,
  is,
  moneyOf,
  textOf,
  useList,
  useTotals,
  type Row,
  type Where,
} from "../../api/records";
import { fieldIs, rowsAt } from "../../app/rows";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Badge } from "../../ui/Badge";
import { Clock } from "../../ui/icons";
import type { FilterLine } from "../../ui/Filters";
import { Answer } from "../../ui/States";
import { openStages } from "./stages";
import "./Board.css";

// A column shows its most valuable deals; the list has them all.
const cardsMax = 30;

export function Board({ where, lines }: { where?: Where; lines: FilterLine[] }) {
  const totals = useTotals("opportunity", {
    where: all(where, is("stage", ...openStages)),
    by: [{ field: "stage" }],
    sum: ["amount"],
  });
  return (
    <Answer of={totals} rows={8}>
      {({ rows }) => (
        <div className="board">
          {openStages.map((stage, index) => {
            const own = rows.filter(({ by }) => by[0] === stage);
            return (
              <Stage
                key={stage}
                stage={stage}
                step={index + 1}
                where={where}
                lines={lines}
                count={own.reduce((sum, row) => sum + row.count, 0)}
                amounts={own.flatMap(({ sums }) => sums[0] ?? [])}
              />
            );
          })}
        </div>
      )}
    </Answer>
  );
}

function Stage({
  stage,
  step,
  where,
  lines,
  count,
  amounts,
}: {
  stage: string;
  step: number;
  where?: Where;
  lines: FilterLine[];
  count: number;
  amounts: { minor: number; currency: string }[];
}) {
  const { t } = useWords();
  const format = useFormat();
  const behind = rowsAt("pipeline", [...lines, fieldIs("stage", stage)], { view: "list" });
  const list = useList("opportunity", {
    fields: [
      "name",
      "customer",
      "owner",
      "amount",
      "expected_close",
      "next_step",
      "stage_entered_at",
    ],
    where: all(where, is("stage", stage)),
    order: "amount",
    descending: true,
    limit: cardsMax,
  });
  return (
    <section
      className={`board-column stage-${step}`}
      aria-label={format.choice("opportunity", "stage", stage)}
    >
      <header>
        <h2>{format.choice("opportunity", "stage", stage)}</h2>
        <span className="figures">
          <Link className="rows" href={behind}>
            {format.number(count)}
          </Link>{" "}
          · {amounts.length === 0 ? "–" : amounts.map((money) => format.short(money)).join(" + ")}
        </span>
      </header>
      <Answer of={list} rows={3}>
        {({ rows, names }) => (
          <ul>
            {rows.map((row) => (
              <Deal key={row.id} row={row} names={names} />
            ))}
            {count > rows.length && (
              <li className="board-more">
                <Link href={behind}>{t.pipeline.more(format.number(count - rows.length))}</Link>
              </li>
            )}
          </ul>
        )}
      </Answer>
    </section>
  );
}

function Deal({ row, names }: { row: Row; names: Record<string, string> }) {
  const { t } = useWords();
  const format = useFormat();
  const amount = moneyOf(row, "amount");
  const close = textOf(row, "expected_close");
  const late = close !== "" && close < new Date().toISOString().slice(0, 10);
  const customer = textOf(row, "customer");
  return (
    <li className="deal">
      <strong>
        <Link href={`/app/pipeline/${row.id}`}>{textOf(row, "name")}</Link>
      </strong>
      <Link href={`/app/customers/${customer}`}>{names[customer] ?? "–"}</Link>
      <span className="deal-line">
        <span className="figures">{amount ? format.money(amount) : t.pipeline.noAmount}</span>
        <span className="deal-owner">{names[textOf(row, "owner")]}</span>
      </span>
      {close && (
        <span className="deal-line">
          {late ? (
            <Badge tone="refused" icon={Clock}>
              {t.pipeline.late(format.day(close))}
            </Badge>
          ) : (
            <small>{t.pipeline.closes(format.day(close))}</small>
          )}
        </span>
      )}
      {textOf(row, "next_step") && <small className="deal-next">{textOf(row, "next_step")}</small>}
    </li>
  );
}
