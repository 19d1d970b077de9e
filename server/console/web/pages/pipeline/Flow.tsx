import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { api, body, type Schemas } from "../../api/client";
import { all, moneyOf, textOf, type Row, type Where } from "../../api/records";
import { useAddress } from "../../app/address";
import { Bars } from "../../charts/Bars";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Card } from "../../ui/Card";
import { daysOf, Period, type PeriodName } from "../../ui/Period";
import { PlainTable } from "../../ui/PlainTable";
import { Answer, Empty } from "../../ui/States";
import { isoDay, plusDays } from "../team/weeks";
import { openStages } from "./stages";

const dayMillis = 24 * 60 * 60 * 1000;

export function useFlow(period: PeriodName, where?: Where) {
  // Compared with the evening a week ago.
  const question = {
    ...daysOf(period),
    before: plusDays(isoDay(new Date()), -7),
    where: where ?? all(),
  };
  return useQuery({
    queryKey: ["flow", question],
    queryFn: () => body(api.POST("/v1/review/flow", { body: question })),
    placeholderData: keepPreviousData,
  });
}

// How deals went through the stages in a period, out of their history: how many came, how many went on, and after how long; and
// which were put off.
export function Flow({ where }: { where?: Where }) {
  const { t } = useWords();
  const [period, setPeriod] = useAddress<PeriodName>("period", "twelve_months");
  const flow = useFlow(period, where);
  return (
    <>
      <div className="list-tools">
        <Period value={period} onChange={setPeriod} />
      </div>
      <Answer of={flow} rows={8}>
        {(data) => (
          <>
            <div className="grid grid-2">
              <Stages stages={data.stages} />
              <Card title={t.pipeline.entered}>
                <Entered stages={data.stages} />
              </Card>
            </div>
            <Slips flow={data} />
          </>
        )}
      </Answer>
    </>
  );
}

type StageFlow = Schemas["Flow"]["stages"][number];

function Entered({ stages }: { stages: StageFlow[] }) {
  const { t } = useWords();
  const format = useFormat();
  return (
    <Bars
      label={t.pipeline.entered}
      inOrder
      bars={stages
        .filter(({ stage }) => stage !== "lost")
        .map(({ stage, entered }) => ({
          label: format.choice("opportunity", "stage", stage),
          size: entered,
          value: format.number(entered),
        }))}
    />
  );
}

function Stages({ stages }: { stages: StageFlow[] }) {
  const { t } = useWords();
  const format = useFormat();
  const left = ({ advanced, lost, back }: StageFlow) => advanced + lost + back;
  return (
    <Card title={t.pipeline.conversion} flush>
      <PlainTable
        label={t.pipeline.conversion}
        rows={stages.filter(({ stage }) => openStages.includes(stage))}
        keyOf={({ stage }) => stage}
        columns={[
          {
            name: format.field("opportunity", "stage"),
            cell: ({ stage }) => format.choice("opportunity", "stage", stage),
          },
          {
            name: t.pipeline.wentOn,
            figures: true,
            cell: (stage) =>
              left(stage) === 0
                ? "–"
                : format.percent(Math.round((stage.advanced * 10_000) / left(stage))),
          },
          {
            name: t.pipeline.advanced,
            figures: true,
            cell: ({ advanced }) => format.number(advanced),
          },
          { name: t.pipeline.lostHere, figures: true, cell: ({ lost }) => format.number(lost) },
          {
            name: t.pipeline.back,
            figures: true,
            wide: true,
            cell: ({ back }) => format.number(back),
          },
          {
            name: t.pipeline.daysInStage,
            figures: true,
            cell: (stage) =>
              left(stage) === 0
                ? "–"
                : format.number(Math.round((stage.stayed_ms / left(stage) / dayMillis) * 10) / 10),
          },
        ]}
      />
    </Card>
  );
}

function Slips({ flow }: { flow: Schemas["Flow"] }) {
  const { t } = useWords();
  const format = useFormat();
  const late = (was: string, now: string) =>
    Math.round((Date.parse(now) - Date.parse(was)) / dayMillis);
  return (
    <Card title={t.pipeline.slipped(format.number(flow.slipped))} flush>
      {flow.slips.length === 0 ? (
        <Empty line={t.pipeline.noneSlipped} />
      ) : (
        <PlainTable
          label={t.pipeline.slipped(format.number(flow.slipped))}
          rows={flow.slips}
          keyOf={({ id }) => id}
          columns={[
            {
              name: format.field("opportunity", "name"),
              cell: (slip) => (
                <Link href={`/app/pipeline/${slip.id}`}>
                  {textOf(slip as unknown as Row, "name")}
                </Link>
              ),
            },
            {
              name: format.field("opportunity", "owner"),
              wide: true,
              cell: (slip) => flow.names[textOf(slip as unknown as Row, "owner")] ?? "–",
            },
            {
              name: format.field("opportunity", "amount"),
              figures: true,
              cell: (slip) => {
                const amount = moneyOf(slip as unknown as Row, "amount");
                return amount ? format.money(amount) : "–";
              },
            },
            {
              name: t.pipeline.closeWas,
              figures: true,
              wide: true,
              cell: ({ was }) => format.day(was),
            },
            { name: t.pipeline.closeNow, figures: true, cell: ({ now }) => format.day(now) },
            {
              name: t.pipeline.daysLater,
              figures: true,
              cell: ({ was, now }) => (
                <span className="short">+{format.number(late(was, now))}</span>
              ),
            },
            {
              name: t.pipeline.timesMoved,
              figures: true,
              wide: true,
              cell: ({ times }) => format.number(times),
            },
          ]}
        />
      )}
    </Card>
  );
}
