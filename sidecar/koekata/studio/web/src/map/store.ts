import { computed, effect, signal } from "@preact/signals";
import { get, post, Refused } from "../link/api";
import { tableRevision } from "../link/live";
import type { Edit, Entry, Fault, Section, Table } from "../link/types";

export const table = signal<Table | null>(null);
/** The entry that is being edited. */
export const chosen = signal<{ section: Section; id: string } | null>(null);
/** What the studio refused, with what to do about it. */
export const refused = signal<{ message: string; remedy: string; status: number } | null>(null);
export const diff = signal<string[] | null>(null);

export const chosenEntry = computed<Entry | null>(() => {
  const { value } = chosen;
  if (!value) return null;
  return table.value?.sheet?.sections[value.section].find((entry) => entry.id === value.id) ?? null;
});

/** Keep the table in step with the studio. */
export function followTable(): void {
  effect(() => {
    const revision = tableRevision.value;
    if (revision >= 0 && revision !== table.peek()?.revision) void call(() => get<Table>("table"));
  });
}

/** With `right`, what would put faults into a table that has none is refused. Resolves to whether it was done. */
export const edit = (edits: Edit[], key = "", right = false) =>
  call(() => post<Table>("table/edit", { edits, key, right }));
export const writeText = (text: string) => call(() => post<Table>("table/text", { text, key: "text" }));
export const undo = () => call(() => post<Table>("table/undo"));
export const redo = () => call(() => post<Table>("table/redo"));
export const revert = () => call(() => post<Table>("table/revert"));
export const restore = () => call(() => post<Table>("table/restore"));
export const discard = () => call(() => post<Table>("table/discard"));
export const save = (force = false) => call(() => post<Table>("table/save", { force }));
export const saveAs = (path: string, force = false) => call(() => post<Table>("table/save-as", { path, force }));
export const openTable = (name: string) => call(() => post<Table>("table/open", { table: name }));

export async function showDiff(): Promise<void> {
  diff.value = (await get<{ lines: string[] }>("table/diff")).lines;
}

let last = Promise.resolve(true);

/** One request after the other, so that no answer overtakes a newer one. Resolves to whether it was done. */
function call(ask: () => Promise<Table>): Promise<boolean> {
  last = last.then(async () => {
    try {
      table.value = await ask();
      refused.value = null;
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused.value = { message: error.message, remedy: error.remedy, status: error.status };
      return false;
    }
  });
  return last;
}

/** The faults of an entry, or of one of its properties. */
export function faultsOf(section: Section, id: string, property?: string): Fault[] {
  const shown = table.value;
  if (!shown || shown.faults.length === 0) return [];
  const place = places.value.get(`${section}/${id}`);
  if (place === undefined) return [];
  const pointer = `/${section}/${place}`;
  const wanted = property === undefined ? pointer : `${pointer}/${property}`;
  return shown.faults.filter((fault) => fault.pointer === wanted || fault.pointer.startsWith(`${wanted}/`));
}

/** Where each entry stands in the text of this file. */
const places = computed(() => {
  const found = new Map<string, number>();
  try {
    const parsed = JSON.parse(table.value?.text ?? "{}") as Record<string, { id?: string }[]>;
    for (const [section, entries] of Object.entries(parsed)) {
      if (!Array.isArray(entries)) continue;
      for (const [place, entry] of entries.entries()) found.set(`${section}/${entry?.id}`, place);
    }
  } catch {
    // A text that is broken has no places; its fault is shown with its line.
  }
  return found;
});
