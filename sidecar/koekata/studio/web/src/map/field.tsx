import { t } from "../i18n";
import type { Json, JsonObject } from "../link/types";
import { Button, Check, Choice, NumberField, TextField } from "../ui/controls";
import { CurveEditor } from "./curve";
import { FIELDS, type Field } from "./fields";
import { NamesEditor, NumbersEditor } from "./lists";
import type { Key } from "./shape";
import { SourceEditor, SourcesEditor } from "./sources";
import { MembersEditor, PoseEditor } from "./targets";

export type Path = (string | number)[];
/**
 * Sets the value at a path within the entry; undefined takes it away. With `right`, only if the table is right then.
 * Resolves to whether it was done.
 */
export type Set = (path: Path, value: Json | undefined, right?: boolean) => Promise<boolean>;

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
  const change = (next: Json | undefined) => void set(path, next);
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
        <CurveEditor
          keys={found as Key[]}
          now={now}
          onChange={(keys) => set(path, keys.length ? keys : undefined, true)}
        />
      );
    case "pose":
      return (
        <PoseEditor
          value={found as JsonObject}
          set={(target, number) => void set([...path, target], number)}
          wrong={wrong}
          change={change}
        />
      );
    case "choices":
      return <ChoicesEditor value={found as JsonObject[]} set={set} path={path} change={change} />;
    case "members":
      return <MembersEditor value={found as Json[]} change={change} wrong={wrong} />;
  }
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
            <Button kind="danger" onClick={() => void set([...path, place], undefined)}>
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
