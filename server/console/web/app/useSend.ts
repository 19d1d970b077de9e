import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { send, sendEach, type Change } from "../api/changes";
import { useWords } from "../i18n";
import { askAgain } from "./askAgain";
import { useMe } from "./session";

// Does something to records in the name of whoever is signed in, and asks again for what the page shows.
function useSending<T>(way: (device: number, changes: Change[], chinese: boolean) => Promise<T>) {
  const me = useMe();
  const { language } = useWords();
  const client = useQueryClient();
  return useCallback(
    async (...changes: Change[]) => {
      const told = await way(me.device, changes, language === "zh");
      await askAgain(client);
      return told;
    },
    [way, me.device, language, client],
  );
}

// All of it or nothing.
export const useSend = () => useSending(send);

// Each by itself; tells why not of each that was refused.
export const useSendEach = () => useSending(sendEach);
