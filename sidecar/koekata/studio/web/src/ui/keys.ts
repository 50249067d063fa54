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
/** The trigger that a key fires, by key. */
export const triggerKeys = remembered<Record<string, string>>("triggerKeys", {});

/** A key with its modifiers as people write it; empty for a modifier alone. */
export function keyName(event: KeyboardEvent): string {
  if (["Control", "Meta", "Shift", "Alt"].includes(event.key)) return "";
  const base = event.code.startsWith("Key")
    ? event.code.slice(3)
    : event.code.startsWith("Digit")
      ? event.code.slice(5)
      : event.key;
  const parts = [
    event.ctrlKey || event.metaKey ? "Mod" : "",
    event.altKey ? "Alt" : "",
    event.shiftKey ? "Shift" : "",
    base === " " ? "Space" : base.length === 1 ? base.toUpperCase() : base,
  ];
  return parts.filter(Boolean).join("+");
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
