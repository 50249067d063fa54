import { useRef, useState } from "preact/hooks";
import { t } from "../i18n";
import { useAhead } from "./ahead";
import { KeyFields } from "./key";
import { EDGE, HEIGHT, pathOf, placeOf, type Scale, scaleOf, WIDTH } from "./scale";
import { added, at, type Key, moved, removed, valueAt } from "./shape";
import { refused } from "./store";

const STEP = 0.01;
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

interface Props {
  keys: Key[];
  /** Resolves to whether the studio took the curve. */
  onChange: (keys: Key[]) => Promise<boolean>;
  /** Where the performer is now, before the curve. */
  now: number | null;
}

/** A curve that is drawn: keys are dragged, or moved with the arrow keys. */
export function CurveEditor({ keys: known, onChange: tell, now }: Props) {
  const [keys, change] = useAhead(known, tell);
  const [chosen, setChosen] = useState(0);
  const [wrong, setWrong] = useState<typeof refused.value>(null);
  const [dragged, setDragged] = useState<Key[] | null>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const shown = dragged ?? keys;
  const scale = scaleOf(keys);
  const onChange = async (next: Key[]) => setWrong((await change(next)) ? null : refused.peek());

  const move = (event: PointerEvent, place: number) => {
    if (!drawing.current) return;
    const next = moved(shown, place, ...placeOf(event, drawing.current, scale));
    setDragged(next);
    void onChange(next);
  };
  const press = (event: KeyboardEvent, place: number) => {
    const step = event.shiftKey ? STEP * 10 : STEP;
    const [dx, dy] = ARROWS[event.key] ?? [0, 0];
    const point = keys[place];
    if (event.key === "Delete" || event.key === "Backspace") void onChange(removed(keys, place));
    else if ((dx || dy) && point) void onChange(moved(keys, place, at(point, 0) + dx * step, at(point, 1) + dy * step));
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
        onDblClick={(event) => void onChange(added(keys, placeOf(event, event.currentTarget, scale)[0]))}
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
            onPointerCancel={() => setDragged(null)}
          />
        ))}
      </svg>
      <KeyFields keys={shown} chosen={chosen} onChange={(next) => void onChange(next)} />
      {wrong && (
        <p class="fault" role="alert">
          {wrong.message}. <span>{wrong.remedy}</span>
        </p>
      )}
    </div>
  );
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
