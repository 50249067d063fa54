/** The parts of the face, in the order in which they are shown. */
export const REGIONS = ["eyes", "gaze", "brows", "jaw", "mouth", "cheeks", "voice"] as const;
export type Region = (typeof REGIONS)[number];

const PREFIXES: [string, Region][] = [
  ["eyeLook", "gaze"],
  ["eye", "eyes"],
  ["brow", "brows"],
  ["jaw", "jaw"],
  ["mouth", "mouth"],
  ["cheek", "cheeks"],
  ["nose", "cheeks"],
  ["tongue", "cheeks"],
];

/** The region of a channel; what is no part of the face is heard. */
export function regionOf(name: string): Region {
  return PREFIXES.find(([prefix]) => name.startsWith(prefix))?.[1] ?? "voice";
}

/** Channels by region, each with its place in the weights. */
export function byRegion(channels: string[]): [Region, { name: string; place: number }[]][] {
  return REGIONS.map((region): [Region, { name: string; place: number }[]] => [
    region,
    channels.map((name, place) => ({ name, place })).filter(({ name }) => regionOf(name) === region),
  ]).filter(([, names]) => names.length > 0);
}
