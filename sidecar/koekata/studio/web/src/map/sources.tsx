import { t } from "../i18n";
import type { Json, JsonObject } from "../link/types";
import { Check, NumberField, RemoveButton, TextField } from "../ui/controls";
import { type ListProps, listOf, shortest, without } from "./lists";

export function SourceEditor({ value, change, wrong, label }: ListProps & { label: string }) {
  const source = typeof value === "object" && value !== null ? (value as JsonObject) : { of: value ?? "" };
  const put = (part: JsonObject) => {
    const next = { ...source, ...part };
    if (next.weight === 1) delete next.weight;
    if (next.invert === false) delete next.invert;
    change(next.of === "" ? undefined : Object.keys(next).length === 1 ? (next.of as Json) : next);
  };
  return (
    <div class="row source-row">
      <TextField
        label={label}
        quiet
        wrong={wrong}
        list="names-sources"
        value={String(source.of ?? "")}
        onChange={(of) => put({ of })}
      />
      <NumberField
        label={t("weight")}
        value={Number(source.weight ?? 1)}
        step={0.05}
        onChange={(weight) => put({ weight })}
      />
      <Check label={t("invert")} value={source.invert === true} onChange={(invert) => put({ invert })} />
    </div>
  );
}

export function SourcesEditor({ value, change, wrong }: ListProps) {
  const sources = listOf(value);
  return (
    <div class="stack">
      {sources.map((source, place) => (
        <div class="row" key={place}>
          <SourceEditor
            label={t("Source {number}", { number: place + 1 })}
            value={source}
            wrong={wrong}
            change={(next) =>
              change(
                shortest(
                  next === undefined
                    ? without(sources, place)
                    : sources.map((old, index) => (index === place ? next : old)),
                ),
              )
            }
          />
          <RemoveButton onClick={() => change(shortest(without(sources, place)))} />
        </div>
      ))}
      <TextField
        label={t("Add a source")}
        quiet
        list="names-sources"
        placeholder={t("add a source …")}
        value=""
        onChange={(name) => name && change(shortest([...sources, name]))}
      />
    </div>
  );
}
