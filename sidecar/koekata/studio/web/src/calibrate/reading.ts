import { computed, effect, signal } from "@preact/signals";
import { t } from "../i18n";
import { get, post, Refused } from "../link/api";
import { calibrationNews, connection } from "../link/live";
import { Turns } from "../link/turns";

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

export interface Script {
  sentences: { text: string; reading: string }[];
}

export const voice = signal<Voice | null>(null);
export const voiceTrouble = signal("");
const LOOK_MS = 150;
const QUIET = ["idle", "done", "useless", "failed", "unsaved"];
const busy = computed(() => voice.value !== null && !QUIET.includes(voice.value.phase));

const answers = new Turns<Voice>((found) => {
  voice.value = found;
});

/** Ask for something; null where it is refused, which is told. */
export const askVoice = (what: "start" | "stop" | "save", body: object = {}) =>
  told(() => answers.ask(() => post<Voice>(`voice/${what}`, body)));

export const scriptIn = (language: string) => told(() => post<Script>("voice/script", { language }));

export const microphones = () => told(() => get<Microphones>("voice/microphones"));

/** Look on while something is going on. Returns what ends it. */
export function followVoice(): () => void {
  let timer = 0;
  const again = async () => {
    await answers.ask(() => get<Voice>("voice")).catch(() => null);
    clearTimeout(timer);
    if (busy.value) timer = window.setTimeout(again, LOOK_MS);
  };
  const stop = effect(() => {
    void calibrationNews.value;
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
