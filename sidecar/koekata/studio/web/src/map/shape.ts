/** A key of a curve: x, y, and maybe one or two slopes, as `mappings/SPEC.md` has them. */
export type Key = number[];

/** The value of a curve, step 5.5 of the specification. */
export function valueAt(keys: Key[], x: number): number {
  const [first, last] = [keys[0], keys.at(-1)];
  if (!first || !last) return x;
  if (x <= at(first, 0)) return at(first, 1);
  if (x >= at(last, 0)) return at(last, 1);
  const right = keys.findIndex((key) => x < at(key, 0));
  return between(keys[right - 1] as Key, keys[right] as Key, x);
}

function between(left: Key, right: Key, x: number): number {
  const h = at(right, 0) - at(left, 0);
  const s = (x - at(left, 0)) / h;
  const y = at(left, 1);
  const d = at(right, 1) - y;
  const [out, into] = [left.length > 2 ? left.at(-1) : undefined, right.length > 2 ? right[2] : undefined];
  if (out === undefined && into === undefined) return y + d * s;
  const p = out === undefined ? d : h * out;
  const q = into === undefined ? d : h * into;
  return y + s * (p + s * (3 * d - 2 * p - q + s * (p + q - 2 * d)));
}

/** A number of a key; one that is missing is 0. */
export function at(key: Key, place: number): number {
  return key[place] ?? 0;
}

/** Move a key, kept between its neighbours: x must rise. */
export function moved(keys: Key[], place: number, x: number, y: number): Key[] {
  const low = place > 0 ? at(keys[place - 1] as Key, 0) + 0.01 : Number.NEGATIVE_INFINITY;
  const high = place < keys.length - 1 ? at(keys[place + 1] as Key, 0) - 0.01 : Number.POSITIVE_INFINITY;
  return keys.map((key, index) =>
    index === place ? [round(Math.min(high, Math.max(low, x))), round(y), ...key.slice(2)] : key,
  );
}

/** Add a key on the curve; without any, begin with a straight line. */
export function added(keys: Key[], x: number): Key[] {
  if (keys.length < 2)
    return [
      [0, 0],
      [1, 1],
    ];
  if (keys.length >= 32 || keys.some((key) => Math.abs(at(key, 0) - x) < 0.01)) return keys;
  return [...keys, [round(x), round(valueAt(keys, x))]].sort((a, b) => at(a, 0) - at(b, 0));
}

/** Take a key away; a curve has two at least, so that the last two go together. */
export function removed(keys: Key[], place: number): Key[] {
  return keys.length <= 2 ? [] : keys.filter((_, index) => index !== place);
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
