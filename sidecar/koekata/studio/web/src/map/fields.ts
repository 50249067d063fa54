import type { Json, JsonObject, Names, Section } from "../link/types";

export type FieldKind =
  | "number"
  | "whole"
  | "switch"
  | "text"
  | "choice"
  | "name"
  | "names"
  | "pair"
  | "numbers"
  | "source"
  | "sources"
  | "curve"
  | "pose"
  | "choices"
  | "members";

/** A property of an entry: how it is edited, and what it is where it is not stated. */
export interface Field {
  name: string;
  kind: FieldKind;
  fallback: Json;
  options?: readonly string[];
  list?: keyof Names;
  step?: number;
  /** Shown although it is not stated. */
  always?: boolean;
}

const FORMULA: Field[] = [
  { name: "from", kind: "sources", fallback: [], always: true },
  { name: "op", kind: "choice", fallback: "sum", options: ["sum", "product", "min", "max", "average"] },
  { name: "dead_zone", kind: "number", fallback: 0 },
  { name: "invert", kind: "switch", fallback: false },
  { name: "curve", kind: "curve", fallback: [], always: true },
  { name: "gain", kind: "number", fallback: 1, step: 0.05, always: true },
  { name: "offset", kind: "number", fallback: 0 },
  { name: "clamp", kind: "pair", fallback: [] },
];

const GATES: Field[] = [
  { name: "while", kind: "names", fallback: [], list: "conditions" },
  { name: "unless", kind: "names", fallback: [], list: "conditions" },
];

/** The language of `mappings/SPEC.md`, as far as it is edited with fields; the text has all of it. */
export const FIELDS: Record<Section | "choice", Field[]> = {
  rows: [
    { name: "to", kind: "name", fallback: "", list: "targets", always: true },
    ...FORMULA,
    ...GATES,
    { name: "region", kind: "name", fallback: "", list: "regions" },
    { name: "priority", kind: "whole", fallback: 0 },
  ],
  signals: FORMULA,
  conditions: [
    { name: "when", kind: "source", fallback: "", always: true },
    { name: "on", kind: "number", fallback: 0.5 },
    { name: "off", kind: "number", fallback: 0.5 },
    { name: "trigger", kind: "switch", fallback: false, always: true },
    { name: "duration", kind: "number", fallback: 0, step: 0.1 },
    { name: "fade", kind: "number", fallback: 0, always: true },
    { name: "fade_out", kind: "number", fallback: 0 },
    { name: "suppress", kind: "names", fallback: [], list: "regions" },
    { name: "set", kind: "pose", fallback: {}, always: true },
    { name: "blend", kind: "choice", fallback: "override", options: ["override", "add", "max"] },
    { name: "priority", kind: "whole", fallback: 0 },
  ],
  targets: [
    {
      name: "kind",
      kind: "choice",
      fallback: "morph",
      options: ["morph", "expression", "bone", "material", "uv", "sprite", "event"],
      always: true,
    },
    { name: "name", kind: "text", fallback: "" },
    { name: "mesh", kind: "text", fallback: "" },
    { name: "bone", kind: "text", fallback: "" },
    { name: "property", kind: "text", fallback: "" },
    { name: "axis", kind: "choice", fallback: "x", options: ["x", "y", "z", "u", "v"] },
    { name: "material", kind: "text", fallback: "" },
    { name: "component", kind: "choice", fallback: "value", options: ["value", "r", "g", "b", "a"] },
    { name: "count", kind: "whole", fallback: 1 },
    {
      name: "combine",
      kind: "choice",
      fallback: "sum",
      options: ["sum", "max", "min", "average", "override"],
      always: true,
    },
    { name: "rest", kind: "number", fallback: 0 },
    { name: "range", kind: "pair", fallback: [] },
    { name: "region", kind: "name", fallback: "", list: "regions" },
    { name: "binary", kind: "switch", fallback: false },
    { name: "override_blink", kind: "choice", fallback: "none", options: ["none", "block", "blend"] },
    { name: "override_look_at", kind: "choice", fallback: "none", options: ["none", "block", "blend"] },
    { name: "override_mouth", kind: "choice", fallback: "none", options: ["none", "block", "blend"] },
    { name: "on", kind: "number", fallback: 0.5 },
    { name: "off", kind: "number", fallback: 0.5 },
  ],
  switches: [
    { name: "hysteresis", kind: "number", fallback: 0, always: true },
    { name: "hold", kind: "number", fallback: 0, always: true },
    { name: "choices", kind: "choices", fallback: [], always: true },
  ],
  choice: [
    { name: "set", kind: "pose", fallback: {}, always: true },
    ...FORMULA,
    { name: "hold", kind: "number", fallback: 0 },
    ...GATES,
  ],
  groups: [
    { name: "members", kind: "members", fallback: [], always: true },
    { name: "limit", kind: "number", fallback: 1, always: true },
    { name: "remainder", kind: "choice", fallback: "limit", options: ["limit", "scale"] },
    ...GATES,
  ],
  regions: [
    { name: "attack", kind: "number", fallback: 0, always: true },
    { name: "release", kind: "number", fallback: 0, always: true },
    { name: "hold_frames", kind: "whole", fallback: 1, always: true },
    { name: "rate", kind: "number", fallback: 24, step: 1 },
    { name: "phase", kind: "number", fallback: 0 },
    { name: "snap", kind: "numbers", fallback: [] },
    { name: "snap_within", kind: "number", fallback: 0.1 },
    { name: "snap_leave", kind: "number", fallback: 0.1 },
  ],
  inputs: [
    { name: "rest", kind: "number", fallback: 0, always: true },
    { name: "range", kind: "pair", fallback: [0, 1], always: true },
    { name: "face", kind: "switch", fallback: false },
  ],
};

/** What a new entry has, so that it is right from the start. */
export function beginning(section: Section, id: string, names: Names | null): JsonObject {
  const [first = "a", second = "b"] = names?.targets ?? [];
  const source = names?.inputs.includes("jawOpen") ? "jawOpen" : (names?.inputs[0] ?? "jawOpen");
  const more: Record<Section, JsonObject> = {
    rows: { from: source, to: id },
    signals: { from: source },
    conditions: { trigger: true },
    targets: { kind: "morph" },
    switches: { choices: [{ id: "rest", offset: 0.1, set: { [id]: 0 } }] },
    groups: { members: [first, second] },
    regions: {},
    inputs: {},
  };
  return { id, ...more[section] };
}

/** One line about an entry. */
export function summary(properties: JsonObject): string {
  const source = (value: Json): string =>
    Array.isArray(value)
      ? value.map(source).join(" + ")
      : typeof value === "object" && value !== null
        ? String(value.of ?? "")
        : String(value ?? "");
  const parts = [source(properties.from ?? properties.when ?? "")];
  if (properties.to) parts.push(`→ ${String(properties.to)}`);
  if (properties.trigger) parts.push("⚡");
  if (Array.isArray(properties.choices))
    parts.push(properties.choices.map((choice) => String((choice as JsonObject).id)).join(" | "));
  if (Array.isArray(properties.members))
    parts.push(
      properties.members
        .map((member) => (typeof member === "string" ? member : String((member as JsonObject).target)))
        .join(", "),
    );
  if (properties.kind) parts.push(String(properties.kind));
  return parts.filter(Boolean).join(" ");
}
