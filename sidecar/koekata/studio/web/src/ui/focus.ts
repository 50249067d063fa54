import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * For an element with tabIndex -1 that comes in the place of others: where what had the focus is gone, it takes it. So
 * the keyboard goes on from here, and a key that is pressed once too often does nothing.
 */
export function useFocusHandedOn<T extends HTMLElement>(): RefObject<T> {
  const element = useRef<T>(null);
  useEffect(() => {
    if (document.activeElement === document.body) element.current?.focus({ preventScroll: true });
  }, []);
  return element;
}
