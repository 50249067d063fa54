import { signal } from "@preact/signals";
import { t } from "../i18n";
import { SECTIONS, type Section } from "../link/types";
import { remembered } from "../ui/store";
import { EntryEditor } from "./entry";
import { FileBar } from "./files";
import { EntryList } from "./list";
import { NameLists } from "./names";
import { RulesEditor } from "./rules";
import { chosen, chosenEntry, table } from "./store";
import { TextEditor } from "./text";

type Part = Section | "rules" | "text";
const PARTS: Part[] = [...SECTIONS, "rules", "text"];
const part = remembered<Part>("map", "rows");
/** The table for which somebody chose a part: then it is shown although nothing is in it. */
const chosenFor = signal("");

export function MapPanel() {
  const now = table.value;
  const shown = shownPart();
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
              chosenFor.value = now?.path ?? "";
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

/** The part that was shown last; the first that has something where that is empty in a table that was just opened. */
function shownPart(): Part {
  const now = table.value;
  // A text that cannot be read has no entries.
  if (!now?.sheet) return "text";
  const { sections } = now.sheet;
  const empty = isSection(part.value) && sections[part.value].length === 0 && chosenFor.value !== now.path;
  return (empty && SECTIONS.find((name) => sections[name].length > 0)) || part.value;
}

function isSection(name: Part): name is Section {
  return name !== "rules" && name !== "text";
}
