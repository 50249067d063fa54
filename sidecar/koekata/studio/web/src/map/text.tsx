import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n";
import { Button } from "../ui/controls";
import { table, writeText } from "./store";

/** The file as it is written. */
export function TextEditor() {
  const shown = table.value?.text ?? "";
  const [text, setText] = useState(shown);
  const area = useRef<HTMLTextAreaElement>(null);
  const last = useRef(shown);
  // What somebody is typing stays when the table changes elsewhere.
  useEffect(() => {
    setText((typed) => (typed === last.current ? shown : typed));
    last.current = shown;
  }, [shown]);
  const apply = () => void writeText(text);
  const goTo = (line: number, column: number) => {
    const lines = text.split("\n");
    const place = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
    area.current?.focus();
    area.current?.setSelectionRange(place, place + 1);
    if (area.current) area.current.scrollTop = (area.current.scrollHeight * (line - 4)) / Math.max(1, lines.length);
  };
  return (
    <section class="part">
      <div class="row spread">
        <h2>{t("Text")}</h2>
        <div class="row">
          <Button kind="main" disabled={text === shown} onClick={apply}>
            {t("Take over")}
          </Button>
          <Button disabled={text === shown} onClick={() => setText(shown)}>
            {t("Back")}
          </Button>
        </div>
      </div>
      <textarea
        ref={area}
        id="table-text"
        class="code"
        spellcheck={false}
        aria-label={t("Text of the table")}
        aria-invalid={(table.value?.faults.length ?? 0) > 0}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) apply();
        }}
      />
      <p class="hint">
        {t("Ctrl+Enter takes the text over. What is wrong is told; the last good table stays in force.")}
      </p>
      {table.value?.faults.map((fault) => (
        <button
          type="button"
          class="button quiet small"
          key={fault.pointer + fault.code}
          onClick={() => goTo(fault.line, fault.column)}
        >
          {t("Go to line {line}", { line: fault.line })}
        </button>
      ))}
    </section>
  );
}
