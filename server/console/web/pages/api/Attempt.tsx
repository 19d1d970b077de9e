import { useState, type FormEvent } from "react";
import { csrfToken } from "../../api/client";
import { localeOf, useWords } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Field } from "../../ui/Field";
import { CodeBlock } from "./CodeBlock";
import { exampleOf, type ApiDocument, type Operation } from "./document";

interface Reply {
  status: number;
  headers: string;
  text: string;
}

// Asks the server what the form says, as whoever is signed in, or by a key.
export function Attempt({ operation, document }: { operation: Operation; document: ApiDocument }) {
  const { t, language } = useWords();
  const isJson = operation.asks?.media === "application/json";
  const [values, setValues] = useState<{ [name: string]: string }>({});
  const [key, setKey] = useState("");
  const [text, setText] = useState(() =>
    isJson ? JSON.stringify(exampleOf(operation.asks?.schema, document), null, 2) : "",
  );
  const [reply, setReply] = useState<Reply | null>(null);
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const request = requestOf(operation, values, text);
  const changes = operation.method !== "GET" && operation.method !== "HEAD";

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailed(false);
    try {
      const headers = new Headers({ ...request.headers, "Accept-Language": localeOf[language] });
      if (key !== "") headers.set("Authorization", `Bearer ${key}`);
      else if (changes) headers.set("X-CSRF-Token", csrfToken());
      const response = await fetch(request.target, {
        method: operation.method,
        headers,
        body: request.body,
        credentials: key === "" ? "same-origin" : "omit",
      });
      setReply(await replyOf(response));
    } catch {
      setReply(null);
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Card title={t.api.attempt}>
      <form className="api-attempt" onSubmit={(event) => void send(event)}>
        {operation.parameters.map((each) => (
          <Field
            key={each.in + each.name}
            label={each.name}
            value={values[each.name] ?? ""}
            onChange={(value) => setValues({ ...values, [each.name]: value })}
            isRequired={each.required}
          />
        ))}
        {operation.asks && (
          <div className="field">
            <label htmlFor="api-body">{`${t.api.body} (${operation.asks.media})`}</label>
            <textarea
              id="api-body"
              className="api-text"
              rows={Math.min(16, text.split("\n").length + 1)}
              value={text}
              spellCheck={false}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
        )}
        {!operation.open && (
          <Field
            label={t.api.withKey}
            value={key}
            onChange={(value) => setKey(value.trim())}
            placeholder="fbk_…"
            autoComplete="off"
          />
        )}
        <CodeBlock label={t.api.commandLine}>{commandLine(operation, request)}</CodeBlock>
        {changes && <p className="notice notice-waiting">{t.api.changes}</p>}
        <Button kind="primary" type="submit" busy={busy}>
          {t.api.send}
        </Button>
      </form>
      {failed && (
        <p className="notice notice-refused" role="alert">
          {t.states.unreachable}
        </p>
      )}
      {reply && (
        <div className="api-reply" role="status">
          <Badge tone={reply.status < 400 ? "won" : "refused"}>{String(reply.status)}</Badge>
          <CodeBlock label={t.api.headers}>{reply.headers}</CodeBlock>
          {reply.text !== "" && <CodeBlock label={t.api.answer}>{reply.text}</CodeBlock>}
        </div>
      )}
    </Card>
  );
}

interface Request {
  target: string;
  headers: { [name: string]: string };
  body?: string;
}

function requestOf(
  operation: Operation,
  values: { [name: string]: string },
  text: string,
): Request {
  let target = operation.path;
  const query = new URLSearchParams();
  const headers: { [name: string]: string } = {};
  for (const { name, in: place } of operation.parameters) {
    const value = values[name] ?? "";
    if (place === "path" && value !== "")
      target = target.replace(`{${name}}`, encodeURIComponent(value));
    if (place === "query" && value !== "") query.set(name, value);
    if (place === "header" && value !== "") headers[name] = value;
  }
  if (operation.asks) headers["Content-Type"] = operation.asks.media;
  return {
    target: query.size > 0 ? `${target}?${query.toString()}` : target,
    headers,
    body: operation.asks && text,
  };
}

function commandLine(operation: Operation, request: Request): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const lines = [`curl -X ${operation.method} ${quoted(location.origin + request.target)}`];
  if (!operation.open) lines.push(`-H ${quoted("Authorization: Bearer fbk_…")}`);
  for (const [name, value] of Object.entries(request.headers))
    lines.push(`-H ${quoted(`${name}: ${value}`)}`);
  if (request.body) lines.push(`--data-binary ${quoted(request.body)}`);
  return lines.join(" \\\n  ");
}

// More of an answer than this nobody reads in a page.
const shownMax = 100_000;

async function replyOf(response: Response): Promise<Reply> {
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  const text = (await response.text()).slice(0, shownMax);
  const isJson = /\bjson\b/.test(response.headers.get("Content-Type") ?? "");
  return { status: response.status, headers, text: isJson ? indented(text) : text };
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text; // Cut off.
  }
}
