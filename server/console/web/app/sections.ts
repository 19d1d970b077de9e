import { type ComponentType, lazy, type LazyExoticComponent } from "react";
import type { Messages } from "../i18n";
import {
  Activity,
  CodeXml,
  FileDown,
  FileUp,
  House,
  type LucideIcon,
  MapPin,
  Package,
  ScrollText,
  ShieldAlert,
  SquareKanban,
  Tablet,
  Users,
  UsersRound,
} from "../ui/icons";
import type { Me } from "./session";

// The pages of the console, in the order of the sidebar. Which of them somebody finds there follows
// from what the server says they may do (`me.may`); what the server then answers is decided there
// and nowhere else.
export interface Section {
  path: keyof Messages["sections"];
  icon: LucideIcon;
  for: (may: Me["may"], role: Me["user"]["role"]) => boolean;
  page: LazyExoticComponent<ComponentType>;
  group: "business" | "administration";
}

export const sections: Section[] = [
  {
    path: "home",
    icon: House,
    for: (may) => may.review,
    page: lazy(() => import("../pages/home/Home")),
    group: "business",
  },
  {
    path: "pipeline",
    icon: SquareKanban,
    for: (may) => !may.administer,
    page: lazy(() => import("../pages/pipeline/Pipeline")),
    group: "business",
  },
  {
    path: "customers",
    icon: Users,
    for: (may) => !may.administer,
    page: lazy(() => import("../pages/customers/Customers")),
    group: "business",
  },
  {
    path: "orders",
    icon: Package,
    for: (may) => !may.administer,
    page: lazy(() => import("../pages/orders/Orders")),
    group: "business",
  },
  {
    path: "team",
    icon: MapPin,
    for: (may) => may.review,
    page: lazy(() => import("../pages/team/Team")),
    group: "business",
  },
  {
    path: "exports",
    icon: FileDown,
    // Whoever decides about those of others may take out something too.
    for: (may) => Object.keys(may.export).length > 0,
    page: lazy(() => import("../pages/exports/Exports")),
    group: "business",
  },
  {
    path: "system",
    icon: Activity,
    for: (may) => may.administer,
    page: lazy(() => import("../pages/system/System")),
    group: "administration",
  },
  {
    path: "devices",
    icon: Tablet,
    // All tablets are shown to administrators and executives; to others their own, on their account's page.
    for: (may, role) => may.administer || role === "executive",
    page: lazy(() => import("../pages/devices/Devices")),
    group: "administration",
  },
  {
    path: "people",
    icon: UsersRound,
    for: (may) => may.administer || may.review,
    page: lazy(() => import("../pages/people/People")),
    group: "administration",
  },
  {
    path: "import",
    icon: FileUp,
    for: (may) => may.import,
    page: lazy(() => import("../pages/import/Import")),
    group: "administration",
  },
  {
    path: "quarantine",
    icon: ShieldAlert,
    for: (may) => may.manage,
    page: lazy(() => import("../pages/quarantine/Quarantine")),
    group: "administration",
  },
  {
    path: "audit",
    icon: ScrollText,
    for: (may) => may.audit,
    page: lazy(() => import("../pages/audit/Audit")),
    group: "administration",
  },
  {
    path: "api",
    icon: CodeXml,
    for: () => true,
    page: lazy(() => import("../pages/api/Api")),
    group: "administration",
  },
];

// One's own account: everybody has one, and comes to it by the own name.
export const Account = lazy(() => import("../pages/account/Account"));

export function sectionsFor(me: Me): Section[] {
  return sections.filter((section) => section.for(me.may, me.user.role));
}
