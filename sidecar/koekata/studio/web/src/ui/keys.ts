import { remembered } from "./store";

/** What a key may do, with the key that it has at first. */
export const FIRST_KEYS = {
  Undo: "Mod+Z",
  Redo: "Mod+Shift+Z",
  Save: "Mod+S",
  "Output only": "Shift+F",
  "Look at the face": "Shift+C",
  Stage: "Alt+1",
  Live: "Alt+2",
  Map: "Alt+3",
  Triggers: "Alt+4",
  Calibrate: "Alt+5",
  Settings: "Alt+6",
} as const;
export type Action = keyof typeof FIRST_KEYS;

export const keys = remembered<Record<string, string>>("keys", { ...FIRST_KEYS });
/** The key that fires a trigger, by trigger. */
export const triggerKeys = remembered<Record<string, string>>("triggerKeys", {});

/** A key with its modifiers as people write it; empty for a modifier alone. */
export function keyName(event: KeyboardEvent): string {
  // While an input method composes, keys make words.
  if (event.isComposing || ["Control", "Meta", "Shift", "Alt", "Process", "Dead"].includes(event.key)) return "";
  const base = baseOf(event);
  const parts = [
    event.ctrlKey || event.metaKey ? "Mod" : "",
    event.altKey ? "Alt" : "",
    event.shiftKey ? "Shift" : "",
    base === " " ? "Space" : base.length === 1 ? base.toUpperCase() : base,
  ];
  return parts.filter(Boolean).join("+");
}

/** The letter as it is printed on the key; where the key gives another sign with Alt or Shift, its place tells. */
function baseOf(event: KeyboardEvent): string {
  if (/^[a-z0-9]$/i.test(event.key)) return event.key;
  const [, place] = /^(?:Key|Digit)(\w)$/.exec(event.code) ?? [];
  return place ?? event.key;
}

/** Whether the page itself is worked with a key: it stays with what it does. */
export function isTaken(name: string): boolean {
  return /^(Shift\+)?(Tab|Enter|Space|Escape|Arrow\w+|Home|End|PageUp|PageDown|Delete|Backspace)$/.test(name);
}

/** Give an action a key; whatever had it loses it. */
export function bindAction(action: Action, key: string): void {
  take(key);
  keys.value = { ...keys.value, [action]: key };
}

/** Give a trigger a key; whatever had it loses it. */
export function bindTrigger(trigger: string, key: string): void {
  take(key);
  const others = Object.entries(triggerKeys.value).filter(([name]) => name !== trigger);
  triggerKeys.value = Object.fromEntries(key ? [...others, [trigger, key]] : others);
}

function take(key: string): void {
  if (!key) return;
  const free = (bound: Record<string, string>) =>
    Object.entries(bound).map(([name, own]) => [name, own === key ? "" : own]);
  keys.value = Object.fromEntries(free(keys.value));
  triggerKeys.value = Object.fromEntries(free(triggerKeys.value).filter(([, own]) => own));
}

/** Call what a key stands for. Plain keys are left to fields that are being written in. */
export function listenToKeys(act: (action: Action) => void, fire: (trigger: string) => void): () => void {
  const listen = (event: KeyboardEvent) => {
    const name = keyName(event);
    if (name === "" || (isWriting(event.target) && !/Mod|Alt/.test(name))) return;
    const action = (Object.keys(FIRST_KEYS) as Action[]).find((known) => keys.value[known] === name);
    const trigger = Object.entries(triggerKeys.value).find(([, key]) => key === name)?.[0];
    if (action === undefined && trigger === undefined) return;
    if (isWriting(event.target) && (action === "Undo" || action === "Redo") && isText(event.target)) return;
    event.preventDefault();
    if (action !== undefined) act(action);
    else if (trigger !== undefined && !event.repeat) fire(trigger);
  };
  addEventListener("keydown", listen);
  return () => removeEventListener("keydown", listen);
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function isText(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement;
}
