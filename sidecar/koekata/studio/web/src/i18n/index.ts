import { computed } from "@preact/signals";
import { remembered } from "../ui/store";
import ja from "./ja.json";
import zh from "./zh.json";

export const LANGUAGES = { en: "English", ja: "日本語", zh: "简体中文" } as const;
export type Language = keyof typeof LANGUAGES;

const words: Record<Language, Record<string, string>> = { en: {}, ja, zh };

function preferred(): Language {
  const found = navigator.languages.map((name) => name.slice(0, 2)).find((name) => name in LANGUAGES);
  return (found as Language | undefined) ?? "en";
}

export const language = remembered<Language>("language", preferred());
const book = computed(() => words[language.value] ?? {});

/** A text in the language of the page; `{name}` stands for a value. English is the key. */
export function t(text: string, values: Record<string, string | number> = {}): string {
  let found = book.value[text] ?? text;
  for (const [name, value] of Object.entries(values)) found = found.replaceAll(`{${name}}`, String(value));
  return found;
}
