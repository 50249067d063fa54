import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n";

export { NumberField, TextField } from "./typed";

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
