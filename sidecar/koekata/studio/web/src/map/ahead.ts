import { useEffect, useRef, useState } from "preact/hooks";

const SETTLE_MS = 400;

/**
 * What was just drawn, until the studio has it: quick keys must not begin from what is old. What the studio refuses
 * goes back to what is in force.
 */
export function useAhead<T>(known: T, tell: (value: T) => Promise<boolean>): [T, (value: T) => Promise<boolean>] {
  const latest = useRef(known);
  const inForce = useRef(known);
  const asked = useRef(0);
  const [, redraw] = useState(0);
  const show = (value: T) => {
    latest.current = value;
    redraw((count) => count + 1);
  };
  inForce.current = known;
  useEffect(() => {
    // The studio has the last word, once nothing more was drawn for a while.
    const timer = setTimeout(() => show(known), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [JSON.stringify(known)]);
  const change = async (value: T) => {
    asked.current += 1;
    const mine = asked.current;
    show(value);
    const done = await tell(value);
    if (!done && mine === asked.current) show(inForce.current);
    return done;
  };
  return [latest.current, change];
}
