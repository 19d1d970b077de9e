import { useState } from "react";
import { Link } from "wouter";
import { RecordActs } from "../../acts/RecordActs";
import { textOf, usePeople, useRecord, type Row } from "../../api/records";
import { RecordPage } from "../../app/RecordPage";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Card } from "../../ui/Card";
import { Choice } from "../../ui/Choice";
import { Facts } from "../../ui/Facts";
import { History } from "../../ui/History";
import { Timeline } from "../customers/Timeline";
import { StageBadge } from "./DealList";
import "../customers/Customer.css";

const shownFields = [
  "amount",
  "win_rate",
  "expected_close",
  "stage_entered_at",
  "stage_reason",
  "source",
  "next_step",
  "next_step_at",
  "lost_reason",
  "lost_to",
  "competitors",
  "needs",
  "assign_reason",
  "created_at",
];

// One opportunity: where it stands, what is said about its customer, and how its fields came to be.
export function Deal({ id }: { id: string }) {
  const { t } = useWords();
  const record = useRecord("opportunity", id);
  return (
    <RecordPage
      of={record}
      named="name"
      section={t.sections.pipeline}
      back={{ href: "/app/pipeline", label: t.pipeline.toAll }}
    >
      {(deal) => <Content deal={deal} />}
    </RecordPage>
  );
}

function Content({ deal }: { deal: Row }) {
  const { t } = useWords();
  const format = useFormat();
  const [view, setView] = useState<"timeline" | "history">("timeline");
  const people = Object.fromEntries(usePeople().map((person) => [person.id, person.name]));
  const customer = useRecord("customer", textOf(deal, "customer"));
  return (
    <>
      <RecordActs type="opportunity" row={deal} />
      <div className="customer">
        <Card
          title={format.label("opportunity")}
          aside={<StageBadge stage={textOf(deal, "stage")} />}
        >
          <dl className="facts">
            <div>
              <dt>{format.field("opportunity", "customer")}</dt>
              <dd>
                {customer.data ? (
                  <Link href={`/app/customers/${customer.data.id}`}>
                    {textOf(customer.data, "name")}
                  </Link>
                ) : (
                  "–"
                )}
              </dd>
            </div>
            <div>
              <dt>{format.field("opportunity", "owner")}</dt>
              <dd>{people[textOf(deal, "owner")] ?? t.customers.nobody}</dd>
            </div>
            <Facts type="opportunity" row={deal} fields={shownFields} names={people} />
          </dl>
        </Card>
        <div className="customer-main">
          <div className="list-tools">
            <Choice
              label={t.customers.views}
              value={view}
              onChange={setView}
              options={[
                { value: "timeline", label: t.customers.timeline },
                { value: "history", label: t.history.title },
              ]}
            />
          </div>
          {view === "timeline" ? (
            <Timeline customer={textOf(deal, "customer")} people={people} />
          ) : (
            <History type="opportunity" row={deal} people={people} />
          )}
        </div>
      </div>
    </>
  );
}
