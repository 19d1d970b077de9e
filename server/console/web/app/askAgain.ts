import type { QueryClient } from "@tanstack/react-query";

// What nothing that one does changes.
const lasting = new Set<unknown>(["me", "openapi", "import-table"]);

// Asks again for whatever the page shows, once something was done.
export const askAgain = (client: QueryClient) =>
  client.invalidateQueries({ predicate: ({ queryKey }) => !lasting.has(queryKey[0]) });
