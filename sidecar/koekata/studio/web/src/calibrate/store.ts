import { effect, signal } from "@preact/signals";
import { get, post, Refused } from "../link/api";
import { connection } from "../link/live";

export interface Step {
  id: string;
  seconds: number;
  channels: string[];
}

export interface Adjustment {
  rest: Record<string, number>;
  channels: Record<string, number>;
  regions: Record<string, number>;
  mirror: "" | "left" | "right";
  name: string;
  created: string;
}

export interface Guide {
  steps: Step[];
  running: boolean;
  step: number;
  progress: number;
  adjustment: Adjustment;
  shown: boolean;
  can_undo: boolean;
  stored: string[];
  frames: Record<string, number>;
  neutral: boolean;
}

export const guide = signal<Guide | null>(null);
export const trouble = signal("");
const LOOK_MS = 200;

/** Ask for something of the calibration; what is refused is told. */
export async function ask(what: string, body: object = {}): Promise<boolean> {
  try {
    guide.value = await post<Guide>(`calibration/${what}`, body);
    trouble.value = "";
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    trouble.value = `${error.message}. ${error.remedy}`;
    return false;
  }
}

/** Look now and then while the calibration runs. */
export function followGuide(): () => void {
  let timer = 0;
  const look = async () => {
    const found = await get<Guide>("calibration").catch(() => null);
    if (found) guide.value = found;
    if (guide.value?.running && guide.value.step >= guide.value.steps.length) await ask("finish");
    timer = window.setTimeout(look, guide.value?.running ? LOOK_MS : 5 * LOOK_MS);
  };
  const stop = effect(() => {
    clearTimeout(timer);
    if (connection.value === "open") void look();
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
