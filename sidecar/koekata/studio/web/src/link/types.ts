// The messages of the studio, as `sidecar/koekata/studio/wire.py` and `mappings/STREAM.md` have them.

export interface Layout {
  type: "layout";
  performer: number;
  layout: number;
  channels: string[];
}

export interface Frame {
  type: "frame";
  performer: number;
  layout: number;
  sequence: number;
  timeline_s: number;
  wall_ns: number | bigint;
  tracked: boolean;
  confidence: number;
  weights: number[];
  channel_confidence: number[];
  head_ypr: number[];
  head_translation: number[];
  gaze: number[];
}

export interface Before {
  type: "before";
  performer: number;
  weights: number[];
}

export interface Target {
  id: string;
  kind: "morph" | "expression" | "bone" | "material" | "uv" | "sprite" | "event";
  region: string | null;
  rest: number;
  range: [number, number] | null;
  address: Record<string, string | number>;
}

export interface Targets {
  type: "targets";
  layout: number;
  targets: Target[];
}

export interface Character {
  type: "character";
  performer: number;
  layout: number;
  values: (number | null)[];
  events: string[];
  pose: Record<string, number>;
}

export interface Times {
  p50: number;
  p99: number;
}

export interface Figures {
  type: "figures";
  stages: Record<string, Times>;
  delay: Times;
  frames: number;
  tracked: number;
  dropped: number;
  rejected: number;
  rate: number;
  drift: string;
  calibrated: boolean;
}

export interface Status {
  type: "status";
  state: string;
  detail: string;
}

export interface Picture {
  type: "picture";
  jpeg: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
  faces: number[][];
}

export interface SourceValue {
  name: string;
  raw: number | null;
  value: number | null;
  sources: SourceValue[];
  why: string;
}

export interface ConditionShare {
  id: string;
  use: string;
  on: boolean;
  weight: number;
  source: SourceValue | null;
}

export interface RowShare {
  id: string;
  sources: SourceValue[];
  unclamped: number | null;
  value: number | null;
  weight: number;
  conditions: ConditionShare[];
}

export interface Explanation {
  target: string;
  combine: string;
  rest: number;
  rows: RowShare[];
  combined: number | null;
  switch: { id: string; shown: string | null; scores: [string, number | null][]; value: number | null } | null;
  poses: { condition: string; blend: string; wanted: number; weight: number }[];
  posed: number | null;
  ranged: number | null;
  damped: number | null;
  groups: { group: { id: string; limit: number }; before: number; after: number }[];
  excluded: number | null;
  timing: {
    region: { id: string; attack: number; release: number; hold_frames: number; rate: number } | null;
    eased: number | null;
    pose: number | null;
    held: number | null;
  };
  final: number | null;
}

export interface Why {
  type: "why";
  performer: number;
  explanation: Explanation;
  reasons: string[];
}

export interface Held {
  type: "held";
  performer: number;
  shares: Record<string, number>;
}

export interface TableNews {
  type: "table";
  revision: number;
}

export interface CalibrationNews {
  type: "calibration";
}

export type Message =
  | Layout
  | Frame
  | Before
  | Targets
  | Character
  | Figures
  | Status
  | Picture
  | Why
  | Held
  | TableNews
  | CalibrationNews;

/** What `/api/state` says. */
export interface State {
  version: string;
  source: string;
  outputs: Record<string, string>;
  models: string[];
  presets: string[];
  smoothing: { preset: string; delays: Record<string, number> };
  picture: boolean;
  voice: string;
  home: string;
}

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

export interface Fault {
  code: string;
  message: string;
  remedy: string;
  file: string;
  pointer: string;
  line: number;
  column: number;
}

export interface Entry {
  id: string;
  properties: JsonObject;
  note: string | null;
  own: string[];
  inherited: boolean;
  line: number;
}

export const SECTIONS = [
  "rows",
  "signals",
  "conditions",
  "targets",
  "switches",
  "groups",
  "regions",
  "inputs",
] as const;
export type Section = (typeof SECTIONS)[number];

export interface Sheet {
  sections: Record<Section, Entry[]>;
  eyes: JsonObject;
  lost: JsonObject;
  metadata: JsonObject;
  chain: string[];
}

export interface Names {
  inputs: string[];
  signals: string[];
  conditions: string[];
  targets: string[];
  regions: string[];
}

/** What `/api/table` says. */
export interface Table {
  revision: number;
  path: string;
  title: string;
  preset: boolean;
  presets: string[];
  dirty: boolean;
  conflict: boolean;
  can_undo: boolean;
  can_redo: boolean;
  faults: Fault[];
  text: string;
  sheet: Sheet | null;
  /** Why drafts cannot be kept for a crash; mostly empty. */
  unkept: string;
  draft: { made: string } | null;
  sources: Names | null;
}

export type Edit =
  | { op: "set"; section: Section; id: string; path: (string | number)[]; value?: Json }
  | { op: "add"; section: Section; entry: JsonObject; place?: number }
  | { op: "remove"; section: Section; id: string }
  | { op: "move"; section: Section; id: string; place: number }
  | { op: "rename"; section: Section; id: string; to: string }
  | { op: "property"; path: string[]; value?: Json };
