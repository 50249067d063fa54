import { useState } from "preact/hooks";
import { t } from "../i18n";
import { why } from "../link/live";
import type { Entry, Json, Section } from "../link/types";
import { Button, TextField } from "../ui/controls";
import { FieldEditor, type Path } from "./field";
import { FIELDS } from "./fields";
import { chosen, edit, faultsOf, table } from "./store";
import { first, suits } from "./suits";
import { TryPart } from "./try";
import { WhyPart } from "./why";

/** Everything about one entry. */
export function EntryEditor({ section, entry }: { section: Section; entry: Entry }) {
  const { properties } = entry;
  const fields = FIELDS[section];
  const stated = fields.filter((field) => field.always || field.name in properties);
  const others = fields.filter((field) => !stated.includes(field) && suits(field, section, properties));
  const set = (path: Path, value: Json | undefined, right = false) => {
    const change = { op: "set" as const, section, id: entry.id, ...whole(entry, path, value) };
    return edit([change], `${section}/${entry.id}/${path.join("/")}`, right);
  };
  return (
    <section class="part entry" aria-label={entry.id}>
      <div class="row spread">
        <EntryName section={section} entry={entry} />
        <EntryTools section={section} entry={entry} />
      </div>
      {faultsOf(section, entry.id).map((fault) => (
        <p class="fault" role="alert" key={fault.pointer + fault.code}>
          {fault.message}. <span>{fault.remedy}</span>
        </p>
      ))}
      {stated
        .filter((field) => suits(field, section, properties))
        .map((field) => (
          <div class="property" key={field.name}>
            <span class="label">
              {t(field.name)}
              {entry.own.includes(field.name) && field.name !== "to" && (
                <button
                  type="button"
                  class="reset"
                  title={entry.inherited ? t("As in the table that is extended") : t("As it is without")}
                  aria-label={t("Take {name} away", { name: field.name })}
                  onClick={() => void set([field.name], undefined)}
                >
                  ↺
                </button>
              )}
            </span>
            <FieldEditor
              field={field}
              value={properties[field.name]}
              set={set}
              path={[field.name]}
              wrong={faultsOf(section, entry.id, field.name).length > 0}
              now={section === "rows" && field.kind === "curve" ? before(entry.id) : null}
            />
          </div>
        ))}
      {others.length > 0 && (
        <div class="row more">
          {others.map((field) => (
            <Button key={field.name} kind="quiet" onClick={() => void set([field.name], first(field))}>
              + {t(field.name)}
            </Button>
          ))}
        </div>
      )}
      <TextField
        label={t("Note")}
        value={entry.note ?? ""}
        onChange={(note) => void set(["note"], note === "" ? undefined : note)}
      />
      {section === "rows" && <WhyPart target={String(properties.to ?? "")} />}
      {section === "targets" && <WhyPart target={entry.id} />}
      {section === "rows" && <TryPart row={entry.id} />}
    </section>
  );
}

/** What an inherited entry does not state itself is stated as a whole. */
function whole(entry: Entry, path: Path, value: Json | undefined): { path: Path; value?: Json } {
  const top = String(path[0]);
  if (path.length === 1 || entry.own.includes(top)) return value === undefined ? { path } : { path, value };
  const copy = structuredClone(entry.properties[top] ?? {}) as Json;
  let inner = copy as unknown as Record<string | number, Json>;
  for (const step of path.slice(1, -1)) inner = inner[step] as unknown as Record<string | number, Json>;
  const last = path.at(-1) as string | number;
  if (value !== undefined) inner[last] = value;
  else if (Array.isArray(inner)) inner.splice(last as number, 1);
  else delete inner[last];
  return { path: [top], value: copy };
}

/** What goes into the curve of a row now, as the studio's evaluator has it. */
function before(row: string): number | null {
  const found = why.value?.explanation.rows.find((share) => share.id === row);
  const values = found?.sources.map((source) => source.value).filter((value) => value !== null) ?? [];
  if (values.length === 0) return null;
  return values.length === 1 ? (values[0] ?? null) : null;
}

/** The id, which can be changed with all that names it where the entry is this file's own. */
function EntryName({ section, entry }: { section: Section; entry: Entry }) {
  const [open, setOpen] = useState(false);
  const rename = async (to: string) => {
    setOpen(false);
    if (!to || to === entry.id || !(await edit([{ op: "rename", section, id: entry.id, to }], "", true))) return;
    chosen.value = { section, id: to };
  };
  if (open)
    return (
      <TextField
        label={t("New id")}
        quiet
        focused
        value={entry.id}
        onChange={(to) => void rename(to)}
        onLeave={() => setOpen(false)}
      />
    );
  return (
    <h2>
      {entry.id}
      {!entry.inherited && (
        <button
          type="button"
          class="reset"
          id="rename"
          title={t("Rename it, with all that names it")}
          aria-label={t("Rename {name}", { name: entry.id })}
          onClick={() => setOpen(true)}
        >
          ✎
        </button>
      )}
    </h2>
  );
}

function EntryTools({ section, entry }: { section: Section; entry: Entry }) {
  const entries = table.value?.sheet?.sections[section].filter((other) => other.line > 0) ?? [];
  const place = entries.findIndex((other) => other.id === entry.id);
  const move = (by: number) => void edit([{ op: "move", section, id: entry.id, place: place + by }]);
  return (
    <div class="row">
      {entry.inherited && <span class="chip soft">{t("inherited")}</span>}
      <Button title={t("Earlier")} disabled={place <= 0} onClick={() => move(-1)}>
        ↑
      </Button>
      <Button title={t("Later")} disabled={place < 0 || place >= entries.length - 1} onClick={() => move(1)}>
        ↓
      </Button>
      <Button
        kind="danger"
        onClick={() => {
          chosen.value = null;
          void edit([{ op: "remove", section, id: entry.id }]);
        }}
      >
        {t("Remove")}
      </Button>
    </div>
  );
}
