import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { send, type Change } from "../api/changes";
import { useWords } from "../i18n";
import { askAgain } from "./askAgain";
import { useMe } from "./session";

// Does something to records in the name of whoever is signed in, and asks again for what the page shows.
export function useSend() {
  const me = useMe();
  const { language } = useWords();
  const client = useQueryClient();
  return useCallback(
    async (...changes: Change[]) => {
      await send(me.device, changes, language === "zh");
      await askAgain(client);
    },
    [me.device, language, client],
  );
}
