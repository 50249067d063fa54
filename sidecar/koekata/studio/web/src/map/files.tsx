import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { t } from "../i18n";
import { known } from "../link/live";
import { Button, Dialog, TextField } from "../ui/controls";
import { diff, discard, openTable, redo, refused, restore, revert, save, saveAs, showDiff, table, undo } from "./store";

const asking = signal<"open" | "save as" | null>(null);

/** The file, and what can be done with it. */
export function FileBar() {
  const now = table.value;
  if (!now) return null;
  return (
    <section class="part file">
      <div class="row spread">
        <h2 title={now.path}>
          {now.title}
          {now.dirty && <span class="dot" title={t("Unsaved")} />}
          {now.preset && <span class="chip soft">{t("comes along")}</span>}
        </h2>
        <div class="row">
          <Button title={t("Undo")} disabled={!now.can_undo} onClick={() => void undo()}>
            ↶
          </Button>
          <Button title={t("Redo")} disabled={!now.can_redo} onClick={() => void redo()}>
            ↷
          </Button>
          <Button disabled={!now.dirty} onClick={() => void showDiff()}>
            {t("Differences")}
          </Button>
          <Button
            onClick={() => {
              asking.value = "open";
            }}
          >
            {t("Open …")}
          </Button>
          <Button
            onClick={() => {
              asking.value = "save as";
            }}
          >
            {t("Save as …")}
          </Button>
          <Button kind="main" id="save" disabled={!now.dirty || now.preset} onClick={() => void save()}>
            {t("Save")}
          </Button>
        </div>
      </div>
      {now.sheet && now.sheet.chain.length > 1 && <p class="hint">{now.sheet.chain.join(" → ")}</p>}
      {now.preset && now.dirty && <p class="hint warn">{t("This table came along: save yours under another name.")}</p>}
      <Banners />
      {asking.value === "open" && <OpenDialog />}
      {asking.value === "save as" && <SaveDialog />}
      {diff.value && <DiffDialog lines={diff.value} />}
    </section>
  );
}

function Banners() {
  const now = table.value;
  if (!now) return null;
  return (
    <>
      {now.unkept && (
        <p class="note warn" role="alert">
          {t("Unsaved edits would not survive a crash: {why}. Save the table.", { why: now.unkept })}
        </p>
      )}
      {now.draft && (
        <div class="note row spread">
          <span>{t("There are unsaved edits of {when}.", { when: new Date(now.draft.made).toLocaleString() })}</span>
          <span class="row">
            <Button kind="main" onClick={() => void restore()}>
              {t("Take them up")}
            </Button>
            <Button onClick={() => void discard()}>{t("Forget them")}</Button>
          </span>
        </div>
      )}
      {now.conflict && (
        <div class="note row spread" role="alert">
          <span class="warn">{t("Somebody else changed the file.")}</span>
          <span class="row">
            <Button onClick={() => void showDiff()}>{t("Differences")}</Button>
            <Button onClick={() => void revert()}>{t("Take theirs")}</Button>
            <Button kind="danger" onClick={() => void save(true)}>
              {t("Save mine")}
            </Button>
          </span>
        </div>
      )}
      {refused.value && (
        <p class="note wrong" role="alert">
          {refused.value.message}. {refused.value.remedy}
        </p>
      )}
      {now.faults.length > 0 && (
        <div class="faults" role="alert">
          <strong>{t("{count} faults; the last good table stays in force", { count: now.faults.length })}</strong>
          {now.faults.slice(0, 6).map((fault) => (
            <p class="fault" key={fault.pointer + fault.code + fault.line}>
              <code>
                {fault.file.split("/").at(-1)}:{fault.line}:{fault.column} {fault.code}
              </code>{" "}
              {fault.message}. <span>{fault.remedy}</span>
            </p>
          ))}
        </div>
      )}
    </>
  );
}

function close(): void {
  asking.value = null;
}

function OpenDialog() {
  const [path, setPath] = useState("");
  const open = async (name: string) => {
    if (await openTable(name)) close();
  };
  return (
    <Dialog title={t("Open a table")} onClose={close}>
      <div class="row">
        {table.value?.presets.map((name) => (
          <Button key={name} onClick={() => void open(name)}>
            {name}
          </Button>
        ))}
      </div>
      <TextField label={t("Path")} value={path} placeholder={known.value?.home ?? ""} onChange={setPath} />
      <div class="row">
        <Button kind="main" disabled={!path} onClick={() => void open(path)}>
          {t("Open")}
        </Button>
      </div>
      <Refused />
    </Dialog>
  );
}

function SaveDialog() {
  const home = known.value?.home ?? "";
  const [path, setPath] = useState(
    `${home}/${table.value?.title ?? "table"}${table.value?.preset ? "-mine" : ""}.json`,
  );
  const go = async (force: boolean) => {
    if (await saveAs(path, force)) close();
  };
  return (
    <Dialog title={t("Save as …")} onClose={close}>
      <TextField label={t("Path")} value={path} onChange={setPath} />
      <div class="row">
        <Button kind="main" onClick={() => void go(false)}>
          {t("Save")}
        </Button>
        {refused.value && (
          <Button kind="danger" onClick={() => void go(true)}>
            {t("Replace it")}
          </Button>
        )}
      </div>
      <Refused />
    </Dialog>
  );
}

function Refused() {
  return refused.value ? (
    <p class="wrong" role="alert">
      {refused.value.message}. {refused.value.remedy}
    </p>
  ) : null;
}

function DiffDialog({ lines }: { lines: string[] }) {
  return (
    <Dialog
      title={t("On disk, and here")}
      onClose={() => {
        diff.value = null;
      }}
    >
      {lines.length === 0 && <p>{t("No difference.")}</p>}
      <pre class="diff">
        {lines.map((line, place) => (
          <span key={place} class={line.startsWith("+") ? "plus" : line.startsWith("-") ? "minus" : ""}>
            {line}
            {"\n"}
          </span>
        ))}
      </pre>
    </Dialog>
  );
}
