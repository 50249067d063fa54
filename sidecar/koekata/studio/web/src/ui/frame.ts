import { useEffect, useRef } from "preact/hooks";

const drawing = new Set<(now: number) => void>();
let running = false;

/** Call something for every picture of the screen. Returns what ends it. */
export function everyFrame(draw: (now: number) => void): () => void {
  drawing.add(draw);
  if (!running) {
    running = true;
    requestAnimationFrame(step);
  }
  return () => drawing.delete(draw);
}

function step(now: number): void {
  for (const draw of drawing) draw(now);
  running = drawing.size > 0;
  if (running) requestAnimationFrame(step);
}

/** Whether a processor is at a picture of the stage: what is written on the page meanwhile holds that up. */
export const atPicture = new Set<() => boolean>();
const PATIENCE_MS = 200;

/** The same while a component is shown, at most so often a second, and after the picture that is being drawn. */
export function useFrame(draw: (now: number) => void, rate = 30): void {
  const latest = useRef(draw);
  latest.current = draw;
  useEffect(() => {
    let due = 0;
    return everyFrame((now) => {
      if (now < due) return;
      if (now < due + PATIENCE_MS && [...atPicture].some((drawing) => drawing())) return;
      due = now + 1000 / rate - 4;
      latest.current(now);
    });
  }, [rate]);
}
