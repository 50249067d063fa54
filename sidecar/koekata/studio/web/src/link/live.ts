import { signal } from "@preact/signals";
import type { Character, Figures, Frame, Picture, State, Status, Target, Why } from "./types";

/** What is known of one performer now. */
export interface Performer {
  channels: string[];
  frame: Frame | null;
  before: number[] | null;
  character: Character | null;
  /** When the frame came, by `performance.now()`. */
  receivedAt: number;
}

/** The newest of each performer: read by whatever draws, many times a second, so it is no signal. */
export const performers = new Map<number, Performer>();

/** Called when something newer has come. */
export const arriving = new Set<() => void>();

/** By performer and trigger: how much of its time the face that fires it has been held. */
export const held = new Map<number, Record<string, number>>();

export const connection = signal<"connecting" | "open" | "lost" | "refused">("connecting");
export const known = signal<State | null>(null);
export const performerIds = signal<number[]>([]);
export const shownPerformer = signal(0);
export const targets = signal<{ layout: number; targets: Target[] }>({ layout: -1, targets: [] });
export const status = signal<Status | null>(null);
export const figures = signal<Figures | null>(null);
export const why = signal<Why | null>(null);
export const picture = signal<Picture | null>(null);
export const tableRevision = signal(-1);
export const calibrationNews = signal(0);

/** Counts of the page itself. */
export const counts = {
  received: 0,
  lost: 0,
  shown: 0,
  /** Milliseconds from receiving a frame until its picture was finished, of the last frames. */
  ages: [] as number[],
  /** Milliseconds by which it was received before the newest one that was there by then. */
  behind: [] as number[],
  /** Milliseconds from capture until its picture was finished, of the last frames. */
  delays: [] as number[],
};

/** The picture of a frame is finished; `receivedAt` and `now` by `performance.now()`. */
export function showed(frame: Frame, receivedAt: number, now: number): void {
  counts.shown += 1;
  note(counts.ages, now - receivedAt);
  note(counts.behind, (performers.get(frame.performer)?.receivedAt ?? receivedAt) - receivedAt);
  note(counts.delays, Date.now() - Number(frame.wall_ns) / 1e6);
}

export function performer(id: number): Performer {
  let found = performers.get(id);
  if (found === undefined) {
    found = { channels: [], frame: null, before: null, character: null, receivedAt: 0 };
    performers.set(id, found);
    performerIds.value = [...performers.keys()].sort((a, b) => a - b);
  }
  return found;
}

/** Add to a list of the last `most` values. */
export function note(list: number[], value: number, most = 120): void {
  list.push(value);
  if (list.length > most) list.splice(0, list.length - most);
}
