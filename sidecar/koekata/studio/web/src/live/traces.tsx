import { useRef } from "preact/hooks";
import { t } from "../i18n";
import { performers, shownPerformer } from "../link/live";
import { useFrame } from "../ui/frame";
import { remembered } from "../ui/store";

export const traced = remembered<string[]>("traced", ["jawOpen", "eyeBlinkLeft"]);
const SECONDS = 6;

interface Trace {
  time: number[];
  before: number[];
  after: number[];
}

/** What a channel did in the last seconds, before smoothing and after it. */
export function Traces() {
  return (
    <div class="traces">
      {traced.value.map((name) => (
        <TraceView key={name} name={name} />
      ))}
      <p class="hint">
        <span class="before-line" /> {t("before smoothing")} <span class="after-line" /> {t("after")}
      </p>
    </div>
  );
}

function TraceView({ name }: { name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const trace = useRef<Trace>({ time: [], before: [], after: [] });
  const last = useRef(-1);
  useFrame(() => {
    const performer = performers.get(shownPerformer.value);
    const place = performer?.channels.indexOf(name) ?? -1;
    const frame = performer?.frame;
    if (!performer || !frame || place < 0) return;
    if (frame.sequence !== last.current) {
      last.current = frame.sequence;
      add(trace.current, frame.timeline_s, performer.before?.[place] ?? Number.NaN, frame.weights[place] ?? 0);
    }
    if (canvas.current) draw(canvas.current, trace.current);
  }, 30);
  return (
    <figure>
      <figcaption>{name}</figcaption>
      <canvas ref={canvas} width={480} height={56} aria-label={t("Trace of {name}", { name })} />
    </figure>
  );
}

function add(trace: Trace, time: number, before: number, after: number): void {
  const newest = trace.time.at(-1) ?? time;
  if (time < newest || time - newest > SECONDS) {
    trace.time.length = trace.before.length = trace.after.length = 0;
  }
  trace.time.push(time);
  trace.before.push(before);
  trace.after.push(after);
  while (time - (trace.time[0] ?? time) > SECONDS) {
    trace.time.shift();
    trace.before.shift();
    trace.after.shift();
  }
}

function draw(canvas: HTMLCanvasElement, trace: Trace): void {
  const context = canvas.getContext("2d");
  const style = getComputedStyle(canvas);
  if (!context) return;
  context.clearRect(0, 0, canvas.width, canvas.height);
  line(context, canvas, trace.time, trace.before, style.getPropertyValue("--before"));
  line(context, canvas, trace.time, trace.after, style.getPropertyValue("--accent"));
}

function line(
  context: CanvasRenderingContext2D,
  canvas: HTMLCanvasElement,
  times: number[],
  values: number[],
  colour: string,
): void {
  const end = times.at(-1) ?? 0;
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.beginPath();
  let under = false;
  times.forEach((time, index) => {
    const value = values[index] ?? Number.NaN;
    if (Number.isNaN(value)) return;
    const x = canvas.width * (1 - (end - time) / SECONDS);
    const y = (canvas.height - 4) * (1 - value) + 2;
    if (under) context.lineTo(x, y);
    else context.moveTo(x, y);
    under = true;
  });
  context.stroke();
}
