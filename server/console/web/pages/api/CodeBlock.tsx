import type { ReactNode } from "react";

// Text for programs, as it is; long ones scroll, also by keyboard.
export function CodeBlock({ label, children }: { label: string; children: ReactNode }) {
  return (
    <pre className="api-code" role="group" tabIndex={0} aria-label={label}>
      {children}
    </pre>
  );
}
