import { useState } from "react";
import { useLocation, useSearch } from "wouter";
import { useWords } from "../i18n";
import { Button } from "../ui/Button";
import { Dialog, Words } from "../ui/Dialog";
import { Bookmark, X } from "../ui/icons";
import { Select } from "../ui/Select";
import { useSavedViews } from "./views";

// The saved views of a page: one is chosen, the present one saved, the chosen one forgotten.
export function Views({ page }: { page: string }) {
  const { t } = useWords();
  const { views, save, remove } = useSavedViews(page);
  const [location, go] = useLocation();
  const address = useSearch();
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState("");
  const chosen = views.find((view) => view.address === address && address !== "");
  return (
    <div className="views">
      {views.length > 0 && (
        <Select
          label={t.views.choose}
          value={chosen?.name ?? ""}
          options={[
            { value: "", label: t.views.none },
            ...views.map((view) => ({ value: view.name, label: view.name })),
          ]}
          onChange={(next) => {
            const view = views.find((one) => one.name === next);
            go(view ? `${location}?${view.address}` : location);
          }}
        />
      )}
      {chosen ? (
        <Button kind="icon" aria-label={t.views.remove} onPress={() => remove(chosen.name)}>
          <X size={18} strokeWidth={1.75} aria-hidden />
        </Button>
      ) : (
        address !== "" && (
          <Button kind="text" onPress={() => setNaming(true)}>
            <Bookmark size={18} strokeWidth={1.75} aria-hidden />
            {t.views.save}
          </Button>
        )
      )}
      {naming && (
        <Dialog
          title={t.views.save}
          action={t.views.keep}
          ready={name.trim() !== ""}
          onSubmit={async () => save({ name: name.trim(), address })}
          onClose={() => {
            setNaming(false);
            setName("");
          }}
        >
          <Words label={t.views.name} value={name} onChange={setName} required />
        </Dialog>
      )}
    </div>
  );
}
