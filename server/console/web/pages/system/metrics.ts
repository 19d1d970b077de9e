// What the server counts, out of the text that Prometheus reads as well.
export interface Sample {
  name: string;
  labels: { [name: string]: string };
  value: number;
}

export function parseMetrics(text: string): Sample[] {
  return text.split("\n").flatMap((line): Sample[] => {
    const found = /^([a-z_]+)(?:\{(.*)\})? (\S+)$/.exec(line);
    if (!found) return [];
    const labels: { [name: string]: string } = {};
    for (const [, name, value] of (found[2] ?? "").matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"/g)) {
      labels[name!] = value!.replace(/\\(.)/g, "$1");
    }
    return [{ name: found[1]!, labels, value: Number(found[3]) }];
  });
}

export interface RouteLoad {
  route: string;
  requests: number;
  refused: number; // 4xx
  failed: number; // 5xx
  millis: number; // A request, on average.
}

export function routesOf(samples: Sample[]): RouteLoad[] {
  const routes = new Map<string, RouteLoad>();
  const of = (route: string) => {
    const known = routes.get(route) ?? { route, requests: 0, refused: 0, failed: 0, millis: 0 };
    routes.set(route, known);
    return known;
  };
  for (const { name, labels, value } of samples) {
    if (name !== "fieldbook_http_requests_total") continue;
    const load = of(labels.route ?? "");
    const status = Number(labels.status);
    load.requests += value;
    if (status >= 500) load.failed += value;
    else if (status >= 400) load.refused += value;
  }
  for (const { name, labels, value } of samples) {
    if (name !== "fieldbook_http_request_seconds_total") continue;
    const load = of(labels.route ?? "");
    if (load.requests > 0) load.millis = (value * 1000) / load.requests;
  }
  return [...routes.values()].sort((a, b) => b.requests - a.requests);
}
