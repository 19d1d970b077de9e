import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useEffect } from "react";
import { Problem, setRequestLanguage } from "../api/client";
import { localeOf, Translated } from "../i18n";
import { Failed, Loading } from "../ui/States";
import { usePreferences } from "./preferences";
import { useSession, WithMe } from "./session";
import { Shell } from "./Shell";
import { SignIn } from "./SignIn";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Pokes say when something changed; without a live connection the pages ask again by themselves.
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      retry: (count, error) =>
        count < 2 && error instanceof Problem && error.code === "network.unreachable",
    },
  },
});

export function App() {
  const [{ language, theme }] = usePreferences();
  setRequestLanguage(localeOf[language]);
  useEffect(() => {
    document.documentElement.lang = localeOf[language];
    document.documentElement.dataset.theme = theme;
  }, [language, theme]);
  return (
    <Translated language={language}>
      <QueryClientProvider client={queries}>
        <Entrance />
      </QueryClientProvider>
    </Translated>
  );
}

function Entrance() {
  const { me, failed, entered, leave } = useSession();
  if (failed) return <Failed code="network.unreachable" again={() => void entered()} />;
  if (me === undefined) return <Loading />;
  if (me === null) return <SignIn entered={entered} />;
  return (
    <WithMe me={me}>
      <Shell leave={leave} />
    </WithMe>
  );
}
