import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from "react";
import { beginAsking, body, door, endAsking, whenSignedOut, type Schemas } from "../api/client";
import { liveEnded } from "../api/live";

export type Me = Schemas["Me"];

const Context = createContext<Me | null>(null);

// Who is signed in; only for what stands inside the session.
export function useMe(): Me {
  const me = useContext(Context);
  if (!me) throw new Error("outside of a session");
  return me;
}

export function WithMe({ me, children }: { me: Me; children: ReactNode }) {
  return <Context.Provider value={me}>{children}</Context.Provider>;
}

// Who is signed in by the browser's cookie, asked anew; null for nobody.
export async function askWhoIsThere(): Promise<Me | null> {
  const session = await body(door.GET("/v1/session"));
  if (session.me) beginAsking(session.csrf);
  else endAsking();
  return session.me;
}

// The session that the browser's cookie opens: `me` is undefined while nobody knows, null for none. The pages are
// closed before it ends, so that nothing of them is asked without it.
export function useSession() {
  const client = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  const query = useQuery({
    queryKey: ["me"],
    queryFn: askWhoIsThere,
    staleTime: Infinity,
    retry: (count, error) => count < 5 && "status" in error && error.status === 0,
  });
  useEffect(() => whenSignedOut(() => client.setQueryData(["me"], null)), [client]);
  const entered = useCallback(async () => {
    // What the one before was shown is not for the next.
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== "me" });
    await client.refetchQueries({ queryKey: ["me"] });
  }, [client]);
  const leave = useCallback(() => setLeaving(true), []);
  useEffect(() => {
    if (!leaving) return;
    const end = async () => {
      endAsking();
      await liveEnded();
      await body(door.DELETE("/v1/sessions/current")).catch(() => {});
      await entered();
      setLeaving(false);
    };
    void end();
  }, [leaving, entered]);
  return { me: leaving ? undefined : query.data, failed: query.isError, entered, leave };
}
