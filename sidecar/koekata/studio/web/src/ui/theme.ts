import { effect } from "@preact/signals";
import { language } from "../i18n";
import { remembered } from "./store";

export type Theme = "auto" | "dark" | "light";
export const theme = remembered<Theme>("theme", "auto");

/** Keep the page in step with the chosen theme and language. */
export function followTheme(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const chosen = theme.value === "auto" ? (dark.matches ? "dark" : "light") : theme.value;
    document.documentElement.dataset.theme = chosen;
    document.documentElement.lang = language.value === "zh" ? "zh-Hans" : language.value;
  };
  dark.addEventListener("change", apply);
  effect(apply);
}
