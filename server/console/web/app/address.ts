import { useCallback } from "react";
import { useSearchParams } from "wouter";

// What a page shows stands in its address, so that it can be kept, sent on and come back to.
export function useAddress<T>(name: string, usual: T): [T, (value: T) => void] {
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.get(name);
  let value = usual;
  if (text !== null) {
    try {
      value = typeof usual === "string" ? (text as T) : (JSON.parse(text) as T);
    } catch {
      // Somebody wrote the address by hand.
    }
  }
  const set = useCallback(
    (next: T) =>
      setParameters(
        (former) => {
          const written = typeof next === "string" ? next : JSON.stringify(next);
          const same = written === (typeof usual === "string" ? usual : JSON.stringify(usual));
          if (same) former.delete(name);
          else former.set(name, written);
          return former;
        },
        { replace: true },
      ),
    [name, setParameters, usual],
  );
  return [value, set];
}
