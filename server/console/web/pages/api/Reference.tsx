import { useAddress } from "../../app/address";
import { useWords } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Card } from "../../ui/Card";
import { Search } from "../../ui/Search";
import { Answer, Empty } from "../../ui/States";
import { Attempt } from "./Attempt";
import { useDocument, type ApiDocument, type Content, type Operation } from "./document";
import { Fields } from "./Fields";

// Everything that can be asked of the server, to read and to try.
export function Reference() {
  const { language } = useWords();
  const asked = useDocument(language);
  return (
    <Answer of={asked} rows={10}>
      {(document) => <Operations document={document} />}
    </Answer>
  );
}

function Operations({ document }: { document: ApiDocument }) {
  const { t } = useWords();
  const [words, setWords] = useAddress("q", "");
  const [chosen, setChosen] = useAddress("operation", "me");
  const sought = words.toLowerCase();
  const found = document.operations.filter(({ id, path, summary, method }) =>
    `${method} ${path} ${id} ${summary}`.toLowerCase().includes(sought),
  );
  const operation = document.operations.find(({ id }) => id === chosen);
  return (
    <div className="api">
      <nav className="api-list" aria-label={t.api.reference}>
        <Search label={t.api.search} value={words} onChange={setWords} />
        {found.length === 0 && <Empty line={t.api.none} />}
        <ul>
          {found.map((each) => (
            <li key={each.id}>
              <button
                type="button"
                className="api-link"
                aria-current={each.id === chosen ? "true" : undefined}
                onClick={() => setChosen(each.id)}
              >
                <span className="api-route">
                  <span className="api-method">{each.method}</span>
                  <code>{each.path}</code>
                </span>
                <span className="api-summary">{each.summary}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className="api-main">
        {operation ? (
          <Described key={operation.id} operation={operation} document={document} />
        ) : (
          <Card>
            <Empty line={t.api.none} />
          </Card>
        )}
      </div>
    </div>
  );
}

function Described({ operation, document }: { operation: Operation; document: ApiDocument }) {
  const { t } = useWords();
  const { method, path, summary, open, scope, parameters, asks, answers, status } = operation;
  return (
    <>
      <Card title={`${method} ${path}`}>
        <p>{summary}</p>
        <p className="api-badges">
          <Badge>{open ? t.api.open : t.api.signedIn}</Badge>
          {scope !== "" && (
            <Badge tone="later">{scope === "any" ? t.api.anyKey : t.api.scope(scope)}</Badge>
          )}
        </p>
        {parameters.length > 0 && (
          <>
            <h3>{t.api.parameters}</h3>
            <ul className="api-fields">
              {parameters.map((each) => (
                <li key={each.in + each.name}>
                  <span className="api-field">
                    <code>{each.name}</code>
                    <span className="api-kind">{t.api.places[each.in]}</span>
                    {each.required && <span className="api-required">{t.api.required}</span>}
                  </span>
                  {each.meaning && <p>{each.meaning}</p>}
                </li>
              ))}
            </ul>
          </>
        )}
        {asks && <Body title={t.api.body} content={asks} document={document} />}
        {answers ? (
          <Body title={`${t.api.answer} ${status}`} content={answers} document={document} />
        ) : (
          <h3>{`${t.api.answer} ${status}`}</h3>
        )}
      </Card>
      {status !== "101" && <Attempt operation={operation} document={document} />}
    </>
  );
}

function Body({
  title,
  content,
  document,
}: {
  title: string;
  content: Content;
  document: ApiDocument;
}) {
  return (
    <>
      <h3>{title}</h3>
      <p className="api-kind">{content.media}</p>
      {content.schema && <Fields schema={content.schema} document={document} />}
    </>
  );
}
