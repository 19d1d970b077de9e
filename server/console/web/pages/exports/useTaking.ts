import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "../../api/client";
import { takeFile } from "../../api/exports";
import { askAgain } from "../../app/askAgain";
import { useWords } from "../../i18n";

// Fetches the file of an export, one at a time; tells which is on its way, and why the last one did not come.
export function useTaking() {
  const { t } = useWords();
  const client = useQueryClient();
  const [taking, setTaking] = useState("");
  const [refused, setRefused] = useState("");
  const take = async (id: string) => {
    if (taking) return;
    setTaking(id);
    setRefused("");
    try {
      await takeFile(id);
    } catch (error) {
      setRefused((error instanceof Problem && error.sentence) || t.states.unreachable);
    }
    setTaking("");
    await askAgain(client);
  };
  return { take: (id: string) => void take(id), taking, refused };
}
