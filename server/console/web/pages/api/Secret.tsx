import { useState } from "react";
import { useWords } from "../../i18n";
import { Button } from "../../ui/Button";
import { CodeBlock } from "./CodeBlock";

// What is shown this once, to be copied to where it is needed.
export function Secret({ line, text }: { line: string; text: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState("");
  return (
    <div className="api-secret" role="status">
      <p>{line}</p>
      <CodeBlock label={line}>{text}</CodeBlock>
      <Button onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(text))}>
        {copied === text ? t.api.copied : t.api.copy}
      </Button>
    </div>
  );
}
