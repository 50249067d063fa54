import { signal } from "@preact/signals";
import { modelAddress, post, Refused } from "../link/api";
import { known } from "../link/live";
import type { State } from "../link/types";
import { openTable, table } from "../map/store";
import type { Stage } from "./scene";

export interface Fit {
  table: string;
  path: string;
  found: number;
  missing: string[];
}

export interface Shown {
  name: string;
  format: string;
  fits: Fit[];
}

export const stage = signal<Stage | null>(null);
export const shownModel = signal<Shown | null>(null);
export const stageError = signal("");
export const missing = signal<string[]>([]);
export const loading = signal(false);
const KEPT = "model";

/** Load a file that was dropped or chosen; it stays in this browser, and nothing is sent anywhere. */
export async function showFile(file: File): Promise<void> {
  if (!/\.(vrm|glb)$/i.test(file.name)) {
    stageError.value = "Drop a .vrm or .glb file.";
    return;
  }
  const data = await file.arrayBuffer();
  if (await show(data, file.name)) await keep({ name: file.name, data }).catch(() => undefined);
}

/** Load a model that the studio serves. */
export async function showServed(name: string): Promise<void> {
  await forget().catch(() => undefined);
  loading.value = true;
  const response = await fetch(modelAddress(name));
  if (!response.ok) {
    loading.value = false;
    stageError.value = `${name}: ${response.status}`;
    return;
  }
  await show(await response.arrayBuffer(), name);
}

/** Load what was there last, or what the studio begins with. */
export async function showFirst(): Promise<void> {
  const kept = await recall().catch(() => null);
  const [first] = (await isKnown()).models;
  if (kept && (await show(kept.data, kept.name))) return;
  if (first) await showServed(first);
}

/** What the studio says of itself, which may come after the stage stands. */
function isKnown(): Promise<State> {
  return new Promise((resolve) => {
    const stop = known.subscribe((found) => {
      if (found === null) return;
      resolve(found);
      // Not before `subscribe` has returned.
      queueMicrotask(() => stop());
    });
  });
}

async function show(data: ArrayBuffer, name: string): Promise<boolean> {
  const on = stage.value;
  if (!on) return false;
  loading.value = true;
  stageError.value = "";
  try {
    const model = await on.show(data, name);
    const names = {
      name,
      morphs: [...model.morphs.keys()],
      expressions: [...model.expressions.keys()],
      bones: [...model.bones.keys()],
    };
    const { fits } = await post<{ fits: Fit[] }>("fit", names);
    shownModel.value = { name, format: model.format, fits };
    await take(fits);
    return true;
  } catch (error) {
    stageError.value = error instanceof Refused ? error.message : `${name}: ${(error as Error).message}`;
    return false;
  } finally {
    loading.value = false;
  }
}

/** Take the table that fits best, as long as nobody chose one of their own. */
async function take(fits: Fit[]): Promise<void> {
  const [best] = fits;
  const now = table.value;
  if (best && best.found > 0 && now?.preset && !now.dirty && now.title !== best.table) await openTable(best.path);
}

// --- what this browser keeps -------------------------------------------------------------------------------------------

interface Kept {
  name: string;
  data: ArrayBuffer;
}

function storage(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("koekata", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("models");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await storage();
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = act(database.transaction("models", mode).objectStore("models"));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    database.close();
  }
}

const keep = (model: Kept) => inStore("readwrite", (store) => store.put(model, KEPT));
const forget = () => inStore("readwrite", (store) => store.delete(KEPT));
const recall = () => inStore<Kept | undefined>("readonly", (store) => store.get(KEPT));
