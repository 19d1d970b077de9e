import { useQuery } from "@tanstack/react-query";
import { api, body } from "../../api/client";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Badge } from "../../ui/Badge";
import { Card } from "../../ui/Card";
import { TriangleAlert } from "../../ui/icons";
import { PlainTable } from "../../ui/PlainTable";
import { Answer, Empty } from "../../ui/States";

// Who signed in how often this month, whom the login rules miss, and who has been silent for two weeks.
export function Attendance() {
  const { t } = useWords();
  const format = useFormat();
  const asked = useQuery({
    queryKey: ["attendance"],
    queryFn: () => body(api.GET("/v1/people/compliance")),
  });
  return (
    <Answer of={asked} rows={8}>
      {({ people, from, to }) => (
        <Card title={`${format.day(from)} – ${format.day(to)}`} flush>
          {people.length === 0 ? (
            <Empty line={t.people.none} />
          ) : (
            <PlainTable
              label={t.people.attendance}
              rows={people}
              keyOf={({ user }) => user}
              columns={[
                { name: t.team.person, cell: ({ name }) => name },
                {
                  name: t.people.logins,
                  figures: true,
                  cell: ({ logins }) => format.number(logins),
                },
                {
                  name: t.people.workedDays,
                  figures: true,
                  wide: true,
                  cell: ({ worked_days }) => format.number(worked_days),
                },
                {
                  name: t.people.lastLogin,
                  figures: true,
                  cell: ({ last_login }) =>
                    last_login ? format.day(last_login) : t.customers.never,
                },
                {
                  name: t.people.missedDays,
                  figures: true,
                  cell: ({ missed_days }) =>
                    missed_days.length === 0 ? (
                      <span className="nothing">·</span>
                    ) : (
                      <span className="short">{format.number(missed_days.length)}</span>
                    ),
                },
                {
                  name: t.people.notice,
                  cell: ({ on_notice_list, silent_days }) =>
                    on_notice_list && (
                      <Badge tone="refused" icon={TriangleAlert}>
                        {t.people.silent(format.number(silent_days))}
                      </Badge>
                    ),
                },
              ]}
            />
          )}
        </Card>
      )}
    </Answer>
  );
}
