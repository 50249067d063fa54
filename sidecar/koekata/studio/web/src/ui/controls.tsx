import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n";

interface ButtonProps {
  children: ComponentChildren;
  onClick: () => void;
  title?: string;
  disabled?: boolean;
  pressed?: boolean;
  kind?: "plain" | "main" | "quiet" | "danger";
  id?: string;
  /** For who does not see what it stands beside. */
  label?: string;
}

export function Button({ children, onClick, title, disabled, pressed, kind = "plain", id, label }: ButtonProps) {
  return (
    <button
      type="button"
      id={id}
      class={`button ${kind}`}
      title={title}
      disabled={disabled ?? false}
      aria-pressed={pressed}
      aria-label={label}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
  hidden?: boolean;
}

export function Choice<T extends string>({ label, value, options, onChange, hidden }: ChoiceProps<T>) {
  return (
    <label class="field">
      <span class={hidden ? "unseen" : "label"}>{label}</span>
      <select
        aria-label={label}
        value={value}
        onChange={(event: JSX.TargetedEvent<HTMLSelectElement>) => onChange(event.currentTarget.value as T)}
      >
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

interface SwitchProps {
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
  title?: string;
}

export function Check({ label, value, onChange, title }: SwitchProps) {
  return (
    <label class="check" title={title}>
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

interface SliderProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  onInput: (value: number) => void;
  unit?: string;
}

export function Slider({ label, value, min, max, step = 0.01, onInput, unit = "" }: SliderProps) {
  return (
    <label class="field slider">
      <span class="label">{label}</span>
      <input
        type="range"
        aria-label={label}
        min={min}
        max={max}
        step={step}
        value={value}
        onInput={(event) => onInput(Number(event.currentTarget.value))}
      />
      <output>
        {value.toFixed(step < 1 ? 2 : 0)}
        {unit}
      </output>
    </label>
  );
}

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
}

/** A text that takes effect when it is left or Enter is pressed. */
export function TextField({ label, value, onChange, list, wrong, quiet, placeholder }: TextProps) {
  const [text, setText] = useState<string | null>(null);
  const done = () => {
    if (text !== null && text !== value) onChange(text);
    setText(null);
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
        onInput={(event) => setText(event.currentTarget.value)}
        onChange={done}
        onBlur={done}
      />
    </label>
  );
}

/** A dialog of the browser: keeps the focus inside, and Escape closes it. */
export function Dialog({
  title,
  children,
  onClose,
}: {
  title: string;
  children: ComponentChildren;
  onClose: () => void;
}) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    element.current?.showModal();
  }, []);
  return (
    <dialog ref={element} aria-label={title} onClose={onClose}>
      <header>
        <h2>{title}</h2>
        <button type="button" class="button quiet" aria-label="✕" onClick={() => element.current?.close()}>
          ✕
        </button>
      </header>
      {children}
    </dialog>
  );
}

/** The small cross beside an entry of a list. */
export function RemoveButton({ onClick }: { onClick: () => void }) {
  return (
    <button type="button" class="button quiet small" aria-label={t("Remove")} onClick={onClick}>
      ✕
    </button>
  );
}
