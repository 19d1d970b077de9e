import { useState } from "react";

export interface Selection<T> {
  rows: readonly T[];
  has: (id: string) => boolean;
  // The row at an index; `through` all from the one before to it, as Shift does.
  toggle: (index: number, through: boolean) => void;
  // All that have come, or none when these are selected already.
  toggleAll: () => void;
  drop: (ids: readonly string[]) => void;
  clear: () => void;
}

// Which rows of a list are selected. Another view of the list begins with none, and a row that is no longer in the list is
// not selected any more: nothing is done to what the reader does not find there.
export function useSelection<T extends { id: string }>(
  rows: readonly T[],
  view: string,
): Selection<T> {
  const [state, setState] = useState({ view, ids: new Set<string>(), last: "" });
  const { ids, last } = state;
  const selected = state.view === view ? rows.filter(({ id }) => ids.has(id)) : [];
  const select = (ids: Iterable<string>, last = "") => setState({ view, ids: new Set(ids), last });
  if (state.view !== view || selected.length !== ids.size) {
    select(
      selected.map(({ id }) => id),
      last,
    );
  }
  return {
    rows: selected,
    has: (id) => ids.has(id),
    toggle: (index, through) => {
      const row = rows[index];
      if (!row) return;
      const before = through ? rows.findIndex(({ id }) => id === last) : -1;
      const from = before < 0 ? index : before;
      const range = rows
        .slice(Math.min(from, index), Math.max(from, index) + 1)
        .map(({ id }) => id);
      const next = ids.has(row.id)
        ? [...ids].filter((id) => !range.includes(id))
        : [...ids, ...range];
      select(next, row.id);
    },
    toggleAll: () => select(selected.length < rows.length ? rows.map(({ id }) => id) : []),
    drop: (gone) =>
      select(
        [...ids].filter((id) => !gone.includes(id)),
        last,
      ),
    clear: () => select([]),
  };
}
