import { useQuery } from "@tanstack/react-query";
import { api, body } from "../../api/client";

// A contact alone is nothing that the server tells of, so that it is asked for.
const everyMillis = 15_000;

// Every device that the server shows to whoever asks: all of them, or one's own.
export function useDevices() {
  return useQuery({
    queryKey: ["devices"],
    queryFn: async () => (await body(api.GET("/v1/devices"))).devices,
    refetchInterval: everyMillis,
  });
}
