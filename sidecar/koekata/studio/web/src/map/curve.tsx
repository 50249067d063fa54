import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n";
import { Button, Check, NumberField } from "../ui/controls";
import { added, at, type Key, moved, removed, valueAt } from "./shape";

const [WIDTH, HEIGHT, EDGE] = [300, 190, 16];
const STEP = 0.01;
const SETTLE_MS = 400;
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

interface Props {
  keys: Key[];
  onChange: (keys: Key[]) => void;
  /** Where the performer is now, before the curve. */
  now: number | null;
}

/** A curve that is drawn: keys are dragged, or moved with the arrow keys. */
export function CurveEditor({ keys: known, onChange: tell, now }: Props) {
  const [keys, onChange] = useAhead(known, tell);
  const [chosen, setChosen] = useState(0);
  const drawing = useRef<SVGSVGElement>(null);
  const [dragged, setDragged] = useState<Key[] | null>(null);
  const shown = dragged ?? keys;
  const scale = scaleOf(
    keys.length
      ? keys
      : [
          [0, 0],
          [1, 1],
        ],
  );
  const key = shown[chosen];

  const move = (event: PointerEvent, place: number) => {
    const box = drawing.current?.getBoundingClientRect();
    if (!box) return;
    const x = scale.back(((event.clientX - box.left) / box.width) * WIDTH, "x");
    const y = scale.back(((event.clientY - box.top) / box.height) * HEIGHT, "y");
    const next = moved(shown, place, x, y);
    setDragged(next);
    onChange(next);
  };
  const press = (event: KeyboardEvent, place: number) => {
    const step = event.shiftKey ? STEP * 10 : STEP;
    const [dx, dy] = ARROWS[event.key] ?? [0, 0];
    const point = keys[place];
    if (event.key === "Delete" || event.key === "Backspace") onChange(removed(keys, place));
    else if ((dx || dy) && point) onChange(moved(keys, place, at(point, 0) + dx * step, at(point, 1) + dy * step));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="curve">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset. */}
      <svg
        ref={drawing}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="group"
        aria-label={t("Curve")}
        onDblClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          onChange(added(keys, scale.back(((event.clientX - box.left) / box.width) * WIDTH, "x")));
        }}
      >
        <Grid scale={scale} />
        <path class="curve-line" d={pathOf(shown, scale)} />
        {now !== null && (
          <circle class="curve-now" cx={scale.x(now)} cy={scale.y(shown.length ? valueAt(shown, now) : now)} r={4} />
        )}
        {shown.map((point, place) => (
          <circle
            key={place}
            class={`curve-key ${place === chosen ? "chosen" : ""}`}
            cx={scale.x(at(point, 0))}
            cy={scale.y(at(point, 1))}
            r={6}
            tabIndex={0}
            role="slider"
            aria-label={t("Key {number}", { number: place + 1 })}
            aria-valuetext={`${at(point, 0)}, ${at(point, 1)}`}
            aria-valuenow={at(point, 1)}
            onFocus={() => setChosen(place)}
            onKeyDown={(event) => press(event, place)}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              setChosen(place);
              setDragged(keys);
            }}
            onPointerMove={(event) => {
              if (event.currentTarget.hasPointerCapture(event.pointerId)) move(event, place);
            }}
            onPointerUp={() => setDragged(null)}
          />
        ))}
      </svg>
      <div class="curve-side">
        <Button onClick={() => onChange(added(keys, middle(keys)))}>{t("Add a key")}</Button>
        {key && (
          <>
            <NumberField
              label={t("In")}
              value={at(key, 0)}
              onChange={(x) => onChange(moved(keys, chosen, x, at(key, 1)))}
            />
            <NumberField
              label={t("Out")}
              value={at(key, 1)}
              onChange={(y) => onChange(moved(keys, chosen, at(key, 0), y))}
            />
            <Check
              label={t("Smooth")}
              value={key.length > 2}
              onChange={(smooth) => onChange(sloped(keys, chosen, smooth ? 0 : null))}
            />
            {key.length > 2 && (
              <NumberField
                label={t("Slope")}
                value={at(key, 2)}
                onChange={(slope) => onChange(sloped(keys, chosen, slope))}
              />
            )}
            <Button kind="danger" onClick={() => onChange(removed(keys, chosen))}>
              {keys.length <= 2 ? t("No curve") : t("Remove the key")}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

/** What was just drawn, until the studio has it: quick keys must not begin from what is old. */
function useAhead(known: Key[], tell: (keys: Key[]) => void): [Key[], (keys: Key[]) => void] {
  const latest = useRef(known);
  const [, redraw] = useState(0);
  useEffect(() => {
    // The studio has the last word, once nothing more was drawn for a while.
    const timer = setTimeout(() => {
      latest.current = known;
      redraw((count) => count + 1);
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [JSON.stringify(known)]);
  const change = (keys: Key[]) => {
    latest.current = keys;
    redraw((count) => count + 1);
    tell(keys);
  };
  return [latest.current, change];
}

function sloped(keys: Key[], place: number, slope: number | null): Key[] {
  return keys.map((key, index) => (index === place ? [...key.slice(0, 2), ...(slope === null ? [] : [slope])] : key));
}

/** In the widest gap. */
function middle(keys: Key[]): number {
  const gaps = keys
    .slice(1)
    .map((key, index) => [at(key, 0) - at(keys[index] as Key, 0), (at(key, 0) + at(keys[index] as Key, 0)) / 2]);
  return gaps.sort((a, b) => (b[0] ?? 0) - (a[0] ?? 0))[0]?.[1] ?? 0.5;
}

interface Scale {
  low: [number, number];
  high: [number, number];
  x: (value: number) => number;
  y: (value: number) => number;
  back: (place: number, axis: "x" | "y") => number;
}

function scaleOf(keys: Key[]): Scale {
  const low: [number, number] = [
    Math.min(0, ...keys.map((key) => at(key, 0))),
    Math.min(0, ...keys.map((key) => at(key, 1))),
  ];
  const high: [number, number] = [
    Math.max(1, ...keys.map((key) => at(key, 0))),
    Math.max(1, ...keys.map((key) => at(key, 1))),
  ];
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

function pathOf(keys: Key[], scale: Scale): string {
  const points = Array.from({ length: 121 }, (_, step) => {
    const x = scale.low[0] + ((scale.high[0] - scale.low[0]) * step) / 120;
    return `${scale.x(x).toFixed(1)} ${scale.y(keys.length ? valueAt(keys, x) : x).toFixed(1)}`;
  });
  return `M${points.join("L")}`;
}

function Grid({ scale }: { scale: Scale }) {
  const lines = [0, 0.25, 0.5, 0.75, 1];
  return (
    <g class="curve-grid">
      {lines.map((share) => {
        const x = scale.x(scale.low[0] + share * (scale.high[0] - scale.low[0]));
        const y = scale.y(scale.low[1] + share * (scale.high[1] - scale.low[1]));
        return (
          <g key={share}>
            <line x1={x} x2={x} y1={EDGE} y2={HEIGHT - EDGE} />
            <line x1={EDGE} x2={WIDTH - EDGE} y1={y} y2={y} />
          </g>
        );
      })}
      <text x={EDGE} y={HEIGHT - 3}>
        {scale.low[0]}
      </text>
      <text x={WIDTH - EDGE - 6} y={HEIGHT - 3}>
        {scale.high[0]}
      </text>
    </g>
  );
}
