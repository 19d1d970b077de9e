import { Route, Switch } from "wouter";
import { useAddress } from "../../app/address";
import { Page } from "../../app/Page";
import { useMe } from "../../app/session";
import { useWords } from "../../i18n";
import { Choice } from "../../ui/Choice";
import { Attendance } from "./Attendance";
import { Everybody } from "./Everybody";
import { Handovers } from "./Handovers";
import { Person } from "./Person";
import { Requests } from "./Requests";

type View = "everybody" | "requests" | "handovers" | "attendance";

export default function People() {
  return (
    <Switch>
      <Route path="/app/people/:id">{({ id }) => <Person id={id} />}</Route>
      <Route>
        <AllPeople />
      </Route>
    </Switch>
  );
}

// The people of the company: who they are, what is asked for about their accounts, whose book went to whom, and who was there.
function AllPeople() {
  const { t } = useWords();
  const { may } = useMe();
  const [view, setView] = useAddress<View>("view", "everybody");
  const views: View[] = [
    "everybody",
    "requests",
    ...(may.manage ? (["handovers"] as const) : []),
    "attendance",
  ];
  return (
    <Page title={t.sections.people}>
      <div className="list-tools">
        <Choice
          label={t.people.views}
          value={view}
          onChange={setView}
          options={views.map((value) => ({ value, label: t.people[value] }))}
        />
      </div>
      {view === "everybody" && <Everybody />}
      {view === "requests" && <Requests />}
      {view === "handovers" && <Handovers />}
      {view === "attendance" && <Attendance />}
    </Page>
  );
}
