import { effect, type Signal, signal } from "@preact/signals";

/** A signal that the browser remembers under a name; what it holds that makes no sense is forgotten. */
export function remembered<T>(name: string, fallback: T): Signal<T> {
  const key = `koekata.${name}`;
  const kept = signal<T>(read(key, fallback));
  effect(() => {
    try {
      localStorage.setItem(key, JSON.stringify(kept.value));
    } catch {
      // A browser without storage forgets; all else works.
    }
  });
  return kept;
}

function read<T>(key: string, fallback: T): T {
  try {
    const text = localStorage.getItem(key);
    if (text === null) return fallback;
    const found = JSON.parse(text) as T;
    if (typeof found !== typeof fallback || found === null) return fallback;
    return typeof fallback === "object" && !Array.isArray(fallback) ? { ...fallback, ...found } : found;
  } catch {
    return fallback;
  }
}
