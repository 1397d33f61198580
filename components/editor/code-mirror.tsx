import { Annotation, Compartment, EditorState, Transaction, type TransactionSpec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { type RefObject, useEffect, useId, useLayoutEffect, useRef } from "react";
import { editorKeys } from "./editor-keys";
import type { SqlEditorProps } from "./editor-props";
import { editorSetup } from "./editor-setup";
import { sqlFunctions } from "./sql-functions";
import { setProblem } from "./sql-problem";
import { textChange } from "./text-change";

/** Marks a change that came from outside: it is not told back, and the editor's own undo passes it over. */
const fromOutside = Annotation.define<true>();

/** Another text from outside in place of the one that is there. */
function fromOutsideTo(text: string, value: string): TransactionSpec {
  const changes = textChange(text, value) ?? undefined;
  return { changes, annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)] };
}

/** Texts on their way out and back that are remembered. */
const MOST_TOLD = 200;

/** What may be set anew while the editor is open. */
interface Settings {
  label: Compartment;
  readOnly: Compartment;
}

const readOnlyOf = (readOnly: boolean) => [
  EditorState.readOnly.of(readOnly),
  EditorView.contentAttributes.of(readOnly ? { "aria-readonly": "true" } : {}),
];

const labelOf = (label: string, describedBy: string) =>
  EditorView.contentAttributes.of({ "aria-label": label, "aria-describedby": describedBy });

/** The editor itself; large, so it is loaded when it is needed. */
export function CodeMirror(props: SqlEditorProps) {
  const { value, label, readOnly = false, error = null, formatKey = null } = props;
  const host = useRef<HTMLDivElement>(null);
  const help = useId();
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const { view, settings, told } = useView(host, latest, help);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const text = editor.state.doc.toString();
    const seen = told.current.indexOf(value);
    told.current = value === text || seen < 0 ? [] : told.current.slice(seen + 1);
    if (value === text || seen >= 0) return; // an older text of our own on its way back
    editor.dispatch(fromOutsideTo(text, value));
  }, [value, view, told]);

  useEffect(() => {
    view.current?.dispatch({ effects: settings.label.reconfigure(labelOf(label, help)) });
  }, [label, help, view, settings]);

  useEffect(() => {
    view.current?.dispatch({ effects: settings.readOnly.reconfigure(readOnlyOf(readOnly)) });
  }, [readOnly, view, settings]);

  useEffect(() => {
    view.current?.dispatch({ effects: setProblem.of(error) });
  }, [error, view]);

  return (
    <>
      <div ref={host} />
      <p id={help} hidden>
        {readOnly
          ? "To be read only."
          : `Control Space offers what could follow. ${formatKey ? `${formatKey} formats. ` : ""}Escape leaves the text; Tab leads on.`}
      </p>
    </>
  );
}

/** Opens the editor once, in `host`; what a person does in it goes to the latest props. */
function useView(host: RefObject<HTMLDivElement | null>, latest: RefObject<SqlEditorProps>, help: string) {
  const view = useRef<EditorView | null>(null);
  const settings = useRef<Settings>({ label: new Compartment(), readOnly: new Compartment() }).current;
  /** Texts that were told and did not come back as `value` yet. */
  const told = useRef<string[]>([]);
  useEffect(() => {
    if (!host.current) return;
    const { value, label, readOnly = false, autoFocus = false } = latest.current;
    const names = () => {
      const { tables, inputs, functions = sqlFunctions() } = latest.current;
      return { tables, inputs, functions };
    };
    const tell = EditorView.updateListener.of(({ docChanged, transactions, state }) => {
      if (!docChanged || transactions.every((transaction) => transaction.annotation(fromOutside))) return;
      const text = state.doc.toString();
      told.current = [...told.current.slice(-MOST_TOLD), text];
      if (latest.current.onChange(text) === false) queueMicrotask(putBack);
    });
    const putBack = () => {
      told.current = [];
      view.current?.dispatch(fromOutsideTo(view.current.state.doc.toString(), latest.current.value));
    };
    const keys = editorKeys({
      commandOf: (event) => latest.current.commandOf?.(event) ?? null,
      run: () => latest.current.onRun ?? null,
      leave: () => latest.current.onEscape ?? null,
    });
    const anchor = typeof autoFocus === "number" ? Math.min(autoFocus, value.length) : 0;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: value,
        selection: { anchor },
        extensions: [
          keys,
          editorSetup(names),
          tell,
          settings.label.of(labelOf(label, help)),
          settings.readOnly.of(readOnlyOf(readOnly)),
        ],
      }),
    });
    view.current = editor;
    if (autoFocus !== false) editor.focus();
    return () => {
      view.current = null;
      told.current = [];
      editor.destroy();
    };
  }, [host, latest, help, settings]);
  return { view, settings, told };
}
