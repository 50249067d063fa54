import { effect, signal } from "@preact/signals";
import { t } from "../i18n";
import { get, post, Refused } from "../link/api";
import { calibrationNews, connection, shownPerformer } from "../link/live";
import { Turns } from "../link/turns";

export interface Step {
  id: string;
  seconds: number;
  channels: string[];
}

/** A face that fires a trigger once it has been held. */
export interface Dwell {
  channel: string;
  above: number;
  seconds: number;
}

export interface Adjustment {
  rest: Record<string, number>;
  channels: Record<string, number>;
  regions: Record<string, number>;
  ranges: Record<string, [number, number]>;
  mirror: "" | "left" | "right";
  dwells: Record<string, Dwell>;
  name: string;
  created: string;
  camera: string;
  character: string;
}

export interface InUse {
  adjustment: Adjustment;
  shown: boolean;
  other: string;
  can_undo: boolean;
  can_redo: boolean;
}

export interface Kept {
  name: string;
  created: string;
  camera: string;
  character: string;
  face: boolean;
  trouble: string;
}

export interface Guide {
  steps: Step[];
  running: boolean;
  performer: number;
  step: number;
  progress: number;
  waiting: boolean;
  learnt: { neutral?: boolean; still?: string[]; error?: string; remedy?: string };
  camera: string;
  kept: Kept[];
  performers: Record<string, InUse>;
}

/** What the page changes by itself before the studio has answered. */
export type Change = Partial<Pick<Adjustment, "regions" | "ranges" | "mirror">> & {
  dwells?: Record<string, Dwell | null>;
};

export const guide = signal<Guide | null>(null);
export const trouble = signal("");
const LOOK_MS = 200;

const NOTHING: InUse = {
  adjustment: {
    rest: {},
    channels: {},
    regions: {},
    ranges: {},
    mirror: "",
    dwells: {},
    name: "",
    created: "",
    camera: "",
    character: "",
  },
  shown: true,
  other: "",
  can_undo: false,
  can_redo: false,
};

/** What is in use for the performer that is shown. */
export const inUse = () => guide.value?.performers[String(shownPerformer.value)] ?? NOTHING;

const waiting = new Map<string, object>();

/** Ask for something of the performer that is shown; what is refused is told. */
export function ask(what: string, body: object = {}): Promise<boolean> {
  const full = { performer: shownPerformer.value, ...body };
  return answered(() => post<Guide>(`calibration/${what}`, full));
}

/** Change something at once, and tell the studio: of quick changes of one thing only the newest. */
export function adjust(key: string, change: Change): void {
  const now = guide.value;
  if (!now) return;
  const number = String(shownPerformer.value);
  const used = inUse();
  guide.value = {
    ...now,
    performers: { ...now.performers, [number]: { ...used, shown: true, adjustment: merged(used.adjustment, change) } },
  };
  const fresh = !waiting.has(key);
  waiting.set(key, { ...change, key });
  if (!fresh) return;
  void answered(() => {
    const body = { performer: Number(number), ...waiting.get(key) };
    waiting.delete(key);
    return post<Guide>("calibration/adjust", body);
  });
}

function merged(adjustment: Adjustment, change: Change): Adjustment {
  const dwells = { ...adjustment.dwells, ...change.dwells };
  return {
    ...adjustment,
    regions: { ...adjustment.regions, ...change.regions },
    ranges: { ...adjustment.ranges, ...change.ranges },
    mirror: change.mirror ?? adjustment.mirror,
    dwells: Object.fromEntries(Object.entries(dwells).filter((entry): entry is [string, Dwell] => entry[1] !== null)),
  };
}

async function answered(request: () => Promise<Guide>): Promise<boolean> {
  try {
    await answers.ask(request);
    trouble.value = "";
    return true;
  } catch (error) {
    // Without an answer nothing is known to be lost: the connection tells how it stands, and what is so is asked anew.
    trouble.value =
      error instanceof Refused ? `${error.message}. ${error.remedy}` : t("The studio does not answer. Try it again.");
    return false;
  }
}

/** What the page has changed meanwhile, and not told yet, is newer than any answer. */
const answers = new Turns<Guide>((found) => {
  if (waiting.size === 0) guide.value = found;
});

/** Know how the calibration stands for as long as the page is open. */
export function followGuide(): void {
  let timer = 0;
  const look = async () => {
    clearTimeout(timer);
    // Without an answer, the connection tells how it stands.
    await answers.ask(() => get<Guide>("calibration")).catch(() => null);
    clearTimeout(timer);
    if (guide.value?.running) timer = window.setTimeout(look, LOOK_MS);
  };
  effect(() => {
    void calibrationNews.value;
    if (connection.value === "open") void look();
  });
}
