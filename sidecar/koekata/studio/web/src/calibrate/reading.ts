import { computed, effect, signal } from "@preact/signals";
import { t } from "../i18n";
import { get, post, Refused } from "../link/api";
import { calibrationNews, connection } from "../link/live";

/** How the reading of the voice script stands. */
export interface Voice {
  phase: "idle" | "listening" | "reading" | "learning" | "done" | "useless" | "failed" | "unsaved";
  languages: string[];
  voices: string[];
  name?: string;
  language?: string;
  number?: number;
  count?: number;
  text?: string;
  reading?: string;
  again?: boolean;
  level?: number;
  hot?: boolean;
  title?: string;
  share?: number;
  before?: number;
  after?: number;
  error?: string;
  remedy?: string;
}

export interface Microphones {
  microphones: string[];
  proposed: string;
}

export const voice = signal<Voice | null>(null);
export const voiceTrouble = signal("");
const LOOK_MS = 150;
const QUIET = ["idle", "done", "useless", "failed", "unsaved"];
const busy = computed(() => voice.value !== null && !QUIET.includes(voice.value.phase));

/** Ask for something; null where it is refused, which is told. */
export async function askVoice<T = Voice>(what: string, body: object = {}): Promise<T | null> {
  return told(async () => {
    const found = await post<T>(`voice/${what}`, body);
    if (what !== "script") voice.value = found as Voice;
    return found;
  });
}

export const microphones = () => told(() => get<Microphones>("voice/microphones"));

export async function look(): Promise<void> {
  const found = await get<Voice>("voice").catch(() => null);
  if (found) voice.value = found;
}

/** Look on while something is going on. Returns what ends it. */
export function followVoice(): () => void {
  let timer = 0;
  const again = async () => {
    await look();
    clearTimeout(timer);
    if (busy.value) timer = window.setTimeout(again, LOOK_MS);
  };
  const stop = effect(() => {
    void calibrationNews.value;
    // An answer may be older than the last look, and bring back what is over.
    void busy.value;
    if (connection.value === "open") void again();
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}

async function told<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    const found = await ask();
    voiceTrouble.value = "";
    return found;
  } catch (error) {
    voiceTrouble.value =
      error instanceof Refused ? `${error.message}. ${error.remedy}` : t("The studio does not answer. Try it again.");
    return null;
  }
}
