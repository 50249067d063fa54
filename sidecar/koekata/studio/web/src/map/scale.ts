import { at, type Key, valueAt } from "./shape";

/** Of the drawing of a curve, in units of its own. */
export const [WIDTH, HEIGHT, EDGE] = [300, 190, 16];
const POINTS = 120;

/** Between the values of a curve and places in its drawing. */
export interface Scale {
  low: [number, number];
  high: [number, number];
  x: (value: number) => number;
  y: (value: number) => number;
  back: (place: number, axis: "x" | "y") => number;
}

/** So that 0 to 1 and every key are seen. */
export function scaleOf(keys: Key[]): Scale {
  const all = (axis: number) => [0, 1, ...keys.map((key) => at(key, axis))];
  const low: [number, number] = [Math.min(...all(0)), Math.min(...all(1))];
  const high: [number, number] = [Math.max(...all(0)), Math.max(...all(1))];
  const [wide, tall] = [high[0] - low[0], high[1] - low[1]];
  return {
    low,
    high,
    x: (value) => EDGE + ((Math.min(high[0], Math.max(low[0], value)) - low[0]) / wide) * (WIDTH - 2 * EDGE),
    y: (value) => HEIGHT - EDGE - ((Math.min(high[1], Math.max(low[1], value)) - low[1]) / tall) * (HEIGHT - 2 * EDGE),
    back: (place, axis) =>
      axis === "x"
        ? low[0] + ((place - EDGE) / (WIDTH - 2 * EDGE)) * wide
        : low[1] + ((HEIGHT - EDGE - place) / (HEIGHT - 2 * EDGE)) * tall,
  };
}

/** The curve as an SVG path; without keys a straight line. */
export function pathOf(keys: Key[], scale: Scale): string {
  const points = Array.from({ length: POINTS + 1 }, (_, step) => {
    const x = scale.low[0] + ((scale.high[0] - scale.low[0]) * step) / POINTS;
    return `${scale.x(x).toFixed(1)} ${scale.y(keys.length ? valueAt(keys, x) : x).toFixed(1)}`;
  });
  return `M${points.join("L")}`;
}

/** A place on the screen, as x and y of the curve. */
export function placeOf(event: MouseEvent, drawing: Element, scale: Scale): [number, number] {
  const box = drawing.getBoundingClientRect();
  return [
    scale.back(((event.clientX - box.left) / box.width) * WIDTH, "x"),
    scale.back(((event.clientY - box.top) / box.height) * HEIGHT, "y"),
  ];
}
