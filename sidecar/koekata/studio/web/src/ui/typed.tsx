import { useEffect, useRef, useState } from "preact/hooks";

interface NumberProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
  step?: number;
  wrong?: boolean;
  quiet?: boolean;
}

/** A number that takes effect when it makes sense; what does not is put back when it is left. */
export function NumberField({ label, value, onChange, step = 0.01, wrong, quiet }: NumberProps) {
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? String(Math.round(value * 10000) / 10000);
  return (
    <label class="field number">
      <span class={quiet ? "unseen" : "label"}>{label}</span>
      <input
        type="number"
        aria-label={label}
        aria-invalid={wrong ?? false}
        step={step}
        value={shown}
        onInput={(event) => {
          setText(event.currentTarget.value);
          const found = Number.parseFloat(event.currentTarget.value);
          if (Number.isFinite(found)) onChange(found);
        }}
        onBlur={() => setText(null)}
      />
    </label>
  );
}

interface TextProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  list?: string;
  wrong?: boolean;
  quiet?: boolean;
  placeholder?: string;
  /** Whether it has the focus at once. */
  focused?: boolean;
  onLeave?: () => void;
}

/** A text that takes effect when it is left or Enter is pressed; Escape leaves it as it was. */
export function TextField({ label, value, onChange, list, wrong, quiet, placeholder, focused, onLeave }: TextProps) {
  const [text, show] = useState<string | null>(null);
  // What is typed, also for events that come before it is drawn.
  const typed = useRef<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) input.current?.select();
  }, [focused]);
  const type = (next: string | null) => {
    typed.current = next;
    show(next);
  };
  const done = () => {
    const next = typed.current;
    type(null);
    if (next !== null && next !== value) onChange(next);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || (typed.current === null && !onLeave)) return;
    event.stopPropagation();
    type(null);
    onLeave?.();
  };
  return (
    <label class="field text">
      <span class={quiet ? "unseen" : "label"}>{label}</span>
      <input
        type="text"
        aria-label={label}
        aria-invalid={wrong ?? false}
        list={list}
        placeholder={placeholder}
        value={text ?? value}
        ref={input}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
        onChange={done}
        onBlur={() => {
          done();
          onLeave?.();
        }}
      />
    </label>
  );
}
