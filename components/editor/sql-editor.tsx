import { lazy, Suspense } from "react";
import type { SqlEditorProps } from "./editor-props";
import { SqlText } from "./sql-text";

const CodeMirror = lazy(async () => ({ default: (await import("./code-mirror")).CodeMirror }));

/** A query to be written. The editor itself comes when the first one is shown; until then its text can be read. */
export function SqlEditor(props: SqlEditorProps) {
  return (
    <div data-slot="sql-editor" className="rounded-md border border-line bg-sheet">
      <Suspense
        fallback={<SqlText text={props.value} aria-busy="true" className="min-h-[calc(3.2em+1rem)] py-2 pr-3 pl-12" />}
      >
        <CodeMirror {...props} />
      </Suspense>
    </div>
  );
}
