import { useRef, useState } from "preact/hooks";
import { t } from "../i18n";
import { performers, shownPerformer, targets } from "../link/live";
import type { Entry, Section } from "../link/types";
import { TextField } from "../ui/controls";
import { useFrame } from "../ui/frame";
import { beginning, summary } from "./fields";
import { chosen, edit, faultsOf, table } from "./store";

/** The entries of a section, each with what it does now. */
export function EntryList({ section }: { section: Section }) {
  const [wanted, setWanted] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const entries = table.value?.sheet?.sections[section] ?? [];
  const shown = entries.filter((entry) =>
    `${entry.id} ${summary(entry.properties)}`.toLowerCase().includes(wanted.toLowerCase()),
  );
  useLiveBars(box);
  const add = async (id: string) => {
    if (!id || !(await edit([{ op: "add", section, entry: beginning(section, id, table.value?.sources ?? null) }])))
      return;
    chosen.value = { section, id };
  };
  return (
    <section class="part list-part">
      <div class="row">
        <input
          type="text"
          class="filter"
          aria-label={t("Filter")}
          placeholder={t("filter …")}
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
        <TextField
          label={t("New entry")}
          quiet
          placeholder={t("new: its name …")}
          value=""
          onChange={(id) => void add(id)}
        />
      </div>
      <div class="list" ref={box} role="listbox" aria-label={t(section)} tabIndex={shown.length ? -1 : 0}>
        {shown.map((entry) => (
          <EntryLine key={entry.id} section={section} entry={entry} />
        ))}
        {shown.length === 0 && <p class="hint">{t("Nothing here.")}</p>}
      </div>
    </section>
  );
}

function EntryLine({ section, entry }: { section: Section; entry: Entry }) {
  const open = chosen.value?.section === section && chosen.value.id === entry.id;
  const wrong = faultsOf(section, entry.id).length > 0;
  return (
    <button
      type="button"
      role="option"
      id={`${section}-${entry.id}`}
      class={`line ${wrong ? "wrong" : ""}`}
      aria-selected={open}
      data-target={section === "rows" ? String(entry.properties.to ?? "") : section === "targets" ? entry.id : ""}
      onClick={() => {
        chosen.value = open ? null : { section, id: entry.id };
      }}
      onKeyDown={(event) => {
        const to = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key] as
          | "nextElementSibling"
          | undefined;
        if (!to) return;
        event.preventDefault();
        (event.currentTarget[to] as HTMLElement | null)?.focus();
      }}
    >
      <b>{entry.id}</b>
      <span>{summary(entry.properties)}</span>
      {wrong && <em>!</em>}
      <i />
    </button>
  );
}

/** A bar for each line: the value of its target now. */
function useLiveBars(box: { current: HTMLDivElement | null }): void {
  useFrame(() => {
    const character = performers.get(shownPerformer.value)?.character;
    if (!character || !box.current || character.layout !== targets.value.layout) return;
    const places = new Map(targets.value.targets.map((target, place) => [target.id, place]));
    for (const line of box.current.querySelectorAll<HTMLElement>("[data-target]")) {
      const value = character.values[places.get(line.dataset.target ?? "") ?? -1] ?? 0;
      line.style.setProperty("--value", Math.min(1, Math.abs(value)).toFixed(3));
    }
  }, 12);
}
