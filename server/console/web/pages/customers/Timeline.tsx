import { is, moneyOf, textOf, useList, type Names, type Row } from "../../api/records";
import { useWords } from "../../i18n";
import { useFormat, type Format } from "../../i18n/format";
import { Card } from "../../ui/Card";
import {
  CalendarDays,
  Clock,
  Flag,
  Gift,
  type LucideIcon,
  Mail,
  MapPin,
  MessageSquareText,
  NotebookPen,
  Package,
  Phone,
  SquareKanban,
} from "../../ui/icons";
import { Answer, Empty } from "../../ui/States";

interface Happening {
  id: string;
  at: string;
  icon: LucideIcon;
  title: string;
  text: string;
  by: string;
}

const activityIcons: Record<string, LucideIcon> = {
  call: Phone,
  message: MessageSquareText,
  mail: Mail,
  letter: Mail,
  gift: Gift,
  complaint: Flag,
};

function fromVisit(row: Row, format: Format): Happening {
  const at = textOf(row, "check_in_at") || textOf(row, "planned_at");
  return {
    id: row.id,
    at,
    icon: MapPin,
    title: `${format.label("visit")} · ${format.choice("visit", "state", textOf(row, "state"))}`,
    text: textOf(row, "summary") || textOf(row, "purpose"),
    by: textOf(row, "owner"),
  };
}

function fromActivity(row: Row, format: Format): Happening {
  const kind = textOf(row, "kind");
  return {
    id: row.id,
    at: textOf(row, "happened_at"),
    icon: activityIcons[kind] ?? NotebookPen,
    title: format.choice("activity", "kind", kind),
    text: textOf(row, "content"),
    by: textOf(row, "owner"),
  };
}

function fromOrder(row: Row, format: Format): Happening {
  const total = moneyOf(row, "total");
  return {
    id: row.id,
    at: textOf(row, "submitted_at") || textOf(row, "created_at"),
    icon: Package,
    title: `${format.label("order")} ${textOf(row, "number")}`,
    text: [
      format.choice("order", "state", textOf(row, "state")),
      total ? format.money(total) : "",
    ].join("  "),
    by: textOf(row, "owner"),
  };
}

function fromDeal(row: Row, format: Format): Happening {
  const amount = moneyOf(row, "amount");
  return {
    id: row.id,
    at: textOf(row, "created_at"),
    icon: SquareKanban,
    title: `${format.label("opportunity")} · ${format.choice("opportunity", "stage", textOf(row, "stage"))}`,
    text: [textOf(row, "name"), amount ? format.money(amount) : ""].join("  "),
    by: textOf(row, "owner"),
  };
}

function fromReminder(row: Row, format: Format): Happening {
  return {
    id: row.id,
    at: textOf(row, "due_at"),
    icon: Clock,
    title: `${format.label("reminder")} · ${format.choice("reminder", "state", textOf(row, "state"))}`,
    text: textOf(row, "title"),
    by: textOf(row, "owner"),
  };
}

function fromAppointment(row: Row, format: Format): Happening {
  return {
    id: row.id,
    at: textOf(row, "starts_at"),
    icon: CalendarDays,
    title: format.label("appointment"),
    text: [textOf(row, "title"), textOf(row, "place")].join("  "),
    by: textOf(row, "owner"),
  };
}

// What was done with a customer and what is planned, the latest first: visits, conversations, deals, orders, reminders and
// appointments in one line of time.
export function Timeline({ customer, people }: { customer: string; people: Names }) {
  const { t } = useWords();
  const format = useFormat();
  const where = is("customer", customer);
  const latest = { where, descending: true, limit: 100 };
  const visits = useList("visit", {
    ...latest,
    fields: ["state", "planned_at", "check_in_at", "summary", "purpose", "owner"],
    order: "planned_at",
  });
  const activities = useList("activity", {
    ...latest,
    fields: ["kind", "happened_at", "content", "owner"],
    order: "happened_at",
  });
  const orders = useList("order", {
    ...latest,
    fields: ["number", "state", "submitted_at", "created_at", "total", "owner"],
    order: "ordered_on",
  });
  const deals = useList("opportunity", {
    ...latest,
    fields: ["name", "stage", "amount", "created_at", "owner"],
    order: "created_at",
  });
  const reminders = useList("reminder", {
    ...latest,
    fields: ["title", "state", "due_at", "owner"],
    order: "due_at",
  });
  const appointments = useList("appointment", {
    ...latest,
    fields: ["title", "place", "starts_at", "owner"],
    order: "starts_at",
  });
  const all = [visits, activities, orders, deals, reminders, appointments];
  const asked = all.find((one) => one.data === undefined) ?? visits;
  return (
    <Answer of={asked} rows={6}>
      {() => {
        const happenings = [
          ...(visits.data?.rows ?? []).map((row) => fromVisit(row, format)),
          ...(activities.data?.rows ?? []).map((row) => fromActivity(row, format)),
          ...(orders.data?.rows ?? []).map((row) => fromOrder(row, format)),
          ...(deals.data?.rows ?? []).map((row) => fromDeal(row, format)),
          ...(reminders.data?.rows ?? []).map((row) => fromReminder(row, format)),
          ...(appointments.data?.rows ?? []).map((row) => fromAppointment(row, format)),
        ]
          .filter(({ at }) => at !== "")
          .sort((a, b) => b.at.localeCompare(a.at));
        if (happenings.length === 0) {
          return (
            <Card>
              <Empty line={t.customers.noTimeline} />
            </Card>
          );
        }
        return (
          <Card>
            <ol className="timeline">
              {happenings.map(({ id, at, icon: Icon, title, text, by }) => (
                <li key={id}>
                  <span className="timeline-dot" aria-hidden="true">
                    <Icon size={16} strokeWidth={1.75} />
                  </span>
                  <div>
                    <p className="timeline-title">
                      <strong>{title}</strong>
                      <time dateTime={at}>{format.moment(at)}</time>
                    </p>
                    {text && <p className="timeline-text">{text}</p>}
                    <p className="timeline-by">{people[by]}</p>
                  </div>
                </li>
              ))}
            </ol>
          </Card>
        );
      }}
    </Answer>
  );
}
