import { t } from "../i18n";
import { SECTIONS, type Section } from "../link/types";
import { remembered } from "../ui/store";
import { EntryEditor } from "./entry";
import { NameLists } from "./field";
import { FileBar } from "./files";
import { EntryList } from "./list";
import { RulesEditor } from "./rules";
import { chosen, chosenEntry, table } from "./store";
import { TextEditor } from "./text";

type Part = Section | "rules" | "text";
const PARTS: Part[] = [...SECTIONS, "rules", "text"];
const part = remembered<Part>("map", "rows");

export function MapPanel() {
  const now = table.value;
  // A text that cannot be read has no entries.
  const shown = now?.sheet ? part.value : "text";
  const entry = chosenEntry.value;
  return (
    <>
      <FileBar />
      <nav class="sections" aria-label={t("Parts of the table")}>
        {PARTS.map((name) => (
          <button
            type="button"
            key={name}
            id={`part-${name}`}
            class="button small"
            aria-pressed={shown === name}
            onClick={() => {
              part.value = name;
            }}
          >
            {t(name)}
            {isSection(name) && now?.sheet ? <small> {now.sheet.sections[name].length}</small> : null}
          </button>
        ))}
      </nav>
      {shown === "text" ? <TextEditor /> : shown === "rules" ? <RulesEditor /> : <EntryList section={shown} />}
      {isSection(shown) && entry && chosen.value?.section === shown && (
        <EntryEditor key={`${shown}/${entry.id}`} section={shown} entry={entry} />
      )}
      <NameLists />
    </>
  );
}

function isSection(name: Part): name is Section {
  return name !== "rules" && name !== "text";
}
