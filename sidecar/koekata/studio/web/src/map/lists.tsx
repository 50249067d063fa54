import { t } from "../i18n";
import type { Json } from "../link/types";
import { Button, NumberField, TextField } from "../ui/controls";

export interface ListProps {
  value: Json;
  change: (value: Json | undefined) => void;
  wrong: boolean;
}

export function listOf(value: Json): Json[] {
  return Array.isArray(value) ? value : value === "" || value === null ? [] : [value];
}

/** One where there is one, as people write it. */
export function shortest(values: Json[]): Json | undefined {
  return values.length === 0 ? undefined : values.length === 1 ? (values[0] as Json) : values;
}

export function without<T>(values: T[], place: number): T[] {
  return values.filter((_, index) => index !== place);
}

export function NamesEditor({ value, change, wrong, label, list }: ListProps & { label: string; list: string }) {
  const names = listOf(value).map(String);
  return (
    <div class="row">
      {names.map((name, place) => (
        <span class="chip" key={name}>
          {name}
          <button
            type="button"
            aria-label={t("Remove {name}", { name })}
            onClick={() => change(shortest(without(names, place)))}
          >
            ✕
          </button>
        </span>
      ))}
      <TextField
        label={label}
        quiet
        wrong={wrong}
        list={`names-${list}`}
        placeholder={t("add …")}
        value=""
        onChange={(name) => name && !names.includes(name) && change(shortest([...names, name]))}
      />
    </div>
  );
}

export function NumbersEditor({ value, change, wrong, label, pair }: ListProps & { label: string; pair: boolean }) {
  const numbers = (value as number[]) ?? [];
  return (
    <div class="row">
      {numbers.map((number, place) => (
        <NumberField
          key={place}
          label={`${label} ${place + 1}`}
          quiet
          wrong={wrong}
          value={number}
          onChange={(next) => change(numbers.map((old, index) => (index === place ? next : old)))}
        />
      ))}
      {(!pair || numbers.length === 0) && <Button onClick={() => change(pair ? [0, 1] : [...numbers, 1])}>+</Button>}
      {numbers.length > 0 && <Button onClick={() => change(pair ? [] : numbers.slice(0, -1))}>−</Button>}
    </div>
  );
}
