import { useQuery } from "@tanstack/react-query";
import { api, body } from "../../api/client";
import { useWords } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Card } from "../../ui/Card";
import { PlainTable } from "../../ui/PlainTable";
import { Answer } from "../../ui/States";

// The settings as the server runs with them; they change with the server's next start.
export function Settings() {
  const { t } = useWords();
  const settings = useQuery({
    queryKey: ["settings"],
    queryFn: () => body(api.GET("/v1/settings")),
  });
  return (
    <Answer of={settings}>
      {({ settings: all = [] }) => (
        <Card title={t.system.settings} flush>
          <PlainTable
            label={t.system.settings}
            rows={all}
            keyOf={({ setting }) => setting}
            columns={[
              { name: t.system.setting, cell: ({ setting }) => <code>{setting}</code> },
              {
                name: t.system.value,
                cell: ({ value }) => (value === "" ? "–" : <code>{value}</code>),
              },
              {
                name: t.system.from,
                cell: ({ from }) =>
                  from === "built-in" ? (
                    t.system.origins[from]
                  ) : (
                    <Badge>{t.system.origins[from]}</Badge>
                  ),
              },
            ]}
          />
        </Card>
      )}
    </Answer>
  );
}
