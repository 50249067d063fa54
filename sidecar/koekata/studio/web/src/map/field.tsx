import { t } from "../i18n";
import type { Json, JsonObject } from "../link/types";
import { Button, Check, Choice, NumberField, RemoveButton, TextField } from "../ui/controls";
import { CurveEditor } from "./curve";
import { FIELDS, type Field } from "./fields";
import type { Key } from "./shape";
import { table } from "./store";

export type Path = (string | number)[];
/** Sets the value at a path within the entry; undefined takes it away. */
export type Set = (path: Path, value: Json | undefined) => void;

interface Props {
  field: Field;
  value: Json | undefined;
  set: Set;
  path: Path;
  wrong: boolean;
  now: number | null;
}

/** One property, edited as its kind is. */
export function FieldEditor({ field, value, set, path, wrong, now }: Props) {
  const found = value ?? field.fallback;
  const label = t(field.name);
  const change = (next: Json | undefined) => set(path, next);
  switch (field.kind) {
    case "number":
    case "whole":
      return (
        <NumberField
          label={label}
          quiet
          wrong={wrong}
          step={field.kind === "whole" ? 1 : (field.step ?? 0.01)}
          value={typeof found === "number" ? found : 0}
          onChange={(number) => change(field.kind === "whole" ? Math.round(number) : number)}
        />
      );
    case "switch":
      return <Check label={label} value={found === true} onChange={(on) => change(on ? true : undefined)} />;
    case "choice":
      return (
        <Choice
          label={label}
          hidden
          value={String(found)}
          options={(field.options ?? []).map((option) => [option, t(option)] as const)}
          onChange={change}
        />
      );
    case "text":
    case "name":
      return (
        <TextField
          label={label}
          quiet
          wrong={wrong}
          {...(field.list ? { list: `names-${field.list}` } : {})}
          value={String(found)}
          onChange={(text) => change(text === "" ? undefined : text)}
        />
      );
    case "names":
      return (
        <NamesEditor label={label} list={field.list ?? "conditions"} value={found} change={change} wrong={wrong} />
      );
    case "pair":
    case "numbers":
      return <NumbersEditor label={label} value={found} pair={field.kind === "pair"} change={change} wrong={wrong} />;
    case "source":
      return <SourceEditor value={found} change={change} wrong={wrong} label={label} />;
    case "sources":
      return <SourcesEditor value={found} change={change} wrong={wrong} />;
    case "curve":
      return (
        <CurveEditor keys={found as Key[]} now={now} onChange={(keys) => change(keys.length ? keys : undefined)} />
      );
    case "pose":
      return <PoseEditor value={found as JsonObject} set={set} path={path} wrong={wrong} change={change} />;
    case "choices":
      return <ChoicesEditor value={found as JsonObject[]} set={set} path={path} change={change} />;
    case "members":
      return <MembersEditor value={found as Json[]} change={change} wrong={wrong} />;
  }
}

interface ListProps {
  value: Json;
  change: (value: Json | undefined) => void;
  wrong: boolean;
}

function listOf(value: Json): Json[] {
  return Array.isArray(value) ? value : value === "" || value === null ? [] : [value];
}

/** One where there is one, as people write it. */
function shortest(values: Json[]): Json | undefined {
  return values.length === 0 ? undefined : values.length === 1 ? (values[0] as Json) : values;
}

function without<T>(values: T[], place: number): T[] {
  return values.filter((_, index) => index !== place);
}

function NamesEditor({ value, change, wrong, label, list }: ListProps & { label: string; list: string }) {
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
        onChange={(name) => name && change(shortest([...names, name]))}
      />
    </div>
  );
}

function NumbersEditor({ value, change, wrong, label, pair }: ListProps & { label: string; pair: boolean }) {
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

function SourceEditor({ value, change, wrong, label }: ListProps & { label: string }) {
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

function SourcesEditor({ value, change, wrong }: ListProps) {
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

function PoseEditor({
  value,
  set,
  path,
  wrong,
  change,
}: {
  value: JsonObject;
  set: Set;
  path: Path;
  wrong: boolean;
  change: (value: Json) => void;
}) {
  return (
    <div class="stack">
      {Object.entries(value).map(([target, number]) => (
        <div class="row" key={target}>
          <span class="pose-name">{target}</span>
          <NumberField
            label={target}
            quiet
            wrong={wrong}
            value={Number(number)}
            onChange={(next) => set([...path, target], next)}
          />
          <RemoveButton onClick={() => set([...path, target], undefined)} />
        </div>
      ))}
      <TextField
        label={t("Add a target")}
        quiet
        list="names-targets"
        placeholder={t("add a target …")}
        value=""
        onChange={(target) => target && change({ ...value, [target]: 1 })}
      />
    </div>
  );
}

function ChoicesEditor({
  value,
  set,
  path,
  change,
}: {
  value: JsonObject[];
  set: Set;
  path: Path;
  change: (value: Json) => void;
}) {
  return (
    <div class="stack">
      {value.map((choice, place) => (
        <details class="choice" key={String(choice.id)}>
          <summary>{String(choice.id)}</summary>
          {FIELDS.choice.map((field) => (
            <div class="property" key={field.name}>
              <span class="label">{t(field.name)}</span>
              <FieldEditor
                field={field}
                value={choice[field.name]}
                set={set}
                path={[...path, place, field.name]}
                wrong={false}
                now={null}
              />
            </div>
          ))}
          {value.length > 1 && (
            <Button kind="danger" onClick={() => set([...path, place], undefined)}>
              {t("Remove")}
            </Button>
          )}
        </details>
      ))}
      <TextField
        label={t("Add a choice")}
        quiet
        placeholder={t("add a choice …")}
        value=""
        onChange={(id) =>
          id && change([...value, { id, offset: 0, set: { ...((value[0]?.set as JsonObject) ?? {}) } }])
        }
      />
    </div>
  );
}

function MembersEditor({ value, change, wrong }: { value: Json[]; change: (value: Json) => void; wrong: boolean }) {
  const members = value.map((member) =>
    typeof member === "string" ? { target: member, priority: 0 } : (member as JsonObject),
  );
  const put = (next: JsonObject[]) =>
    change(
      next.map((member) =>
        member.priority
          ? { target: member.target as Json, priority: member.priority as Json }
          : (member.target as Json),
      ),
    );
  return (
    <div class="stack">
      {members.map((member, place) => (
        <div class="row" key={String(member.target)}>
          <span class="pose-name">{String(member.target)}</span>
          <NumberField
            label={t("priority")}
            step={1}
            wrong={wrong}
            value={Number(member.priority ?? 0)}
            onChange={(priority) =>
              put(members.map((old, index) => (index === place ? { ...old, priority: Math.round(priority) } : old)))
            }
          />
          <RemoveButton onClick={() => put(without(members, place))} />
        </div>
      ))}
      <TextField
        label={t("Add a target")}
        quiet
        list="names-targets"
        placeholder={t("add a target …")}
        value=""
        onChange={(target) => target && put([...members, { target }])}
      />
    </div>
  );
}

/** What the fields may be filled with. */
export function NameLists() {
  const names = table.value?.sources;
  if (!names) return null;
  const lists = { ...names, sources: [...names.inputs, ...names.signals] };
  return (
    <>
      {Object.entries(lists).map(([name, values]) => (
        <datalist key={name} id={`names-${name}`}>
          {values.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      ))}
    </>
  );
}
