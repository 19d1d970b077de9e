import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useCallback, useContext, useEffect, type ReactNode } from "react";
import { api, body, setCsrf, whenSignedOut, type Schemas } from "../api/client";

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

// The session that the browser's cookie opens: undefined while nobody knows, null for none.
export function useSession() {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ["me"],
    queryFn: async () => {
      const session = await body(api.GET("/v1/session"));
      setCsrf(session.csrf);
      return session.me;
    },
    staleTime: Infinity,
    retry: (count, error) => count < 5 && "status" in error && error.status === 0,
  });
  useEffect(() => whenSignedOut(() => client.setQueryData(["me"], null)), [client]);
  const entered = useCallback(async () => {
    // What the one before was shown is not for the next.
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== "me" });
    await client.refetchQueries({ queryKey: ["me"] });
  }, [client]);
  return { me: query.data, failed: query.isError, entered };
}
