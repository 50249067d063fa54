import { t } from "../i18n";
import type { Json, JsonObject } from "../link/types";
import { NumberField, RemoveButton, TextField } from "../ui/controls";
import { without } from "./lists";

interface TargetListProps {
  /** Targets, each with its number. */
  entries: [string, number][];
  /** Of the number, where it is not told by the name of the target. */
  label?: string;
  whole?: boolean;
  wrong: boolean;
  change: (target: string, number: number) => void;
  remove: (target: string) => void;
  add: (target: string) => void;
}

/** Targets, each with a number, and a field for another one. */
function TargetList({ entries, label, whole, wrong, change, remove, add }: TargetListProps) {
  return (
    <div class="stack">
      {entries.map(([target, number]) => (
        <div class="row" key={target}>
          <span class="pose-name" title={target}>
            {target}
          </span>
          <NumberField
            label={label ?? target}
            quiet={label === undefined}
            wrong={wrong}
            step={whole ? 1 : 0.01}
            value={number}
            onChange={(next) => change(target, whole ? Math.round(next) : next)}
          />
          <RemoveButton onClick={() => remove(target)} />
        </div>
      ))}
      <TextField
        label={t("Add a target")}
        quiet
        list="names-targets"
        placeholder={t("add a target …")}
        value=""
        onChange={(target) => target && !entries.some(([known]) => known === target) && add(target)}
      />
    </div>
  );
}

interface PoseProps {
  value: JsonObject;
  wrong: boolean;
  change: (value: Json) => void;
  /** Sets the number of one target; undefined takes it away. */
  set: (target: string, number: number | undefined) => void;
}

/** What a condition or a choice sets. */
export function PoseEditor({ value, wrong, change, set }: PoseProps) {
  return (
    <TargetList
      entries={Object.entries(value).map(([target, number]) => [target, Number(number)])}
      wrong={wrong}
      change={set}
      remove={(target) => set(target, undefined)}
      add={(target) => change({ ...value, [target]: 1 })}
    />
  );
}

/** The targets of a group. */
export function MembersEditor({
  value,
  wrong,
  change,
}: {
  value: Json[];
  wrong: boolean;
  change: (value: Json) => void;
}) {
  const members = value.map((member): [string, number] =>
    typeof member === "string"
      ? [member, 0]
      : [String((member as JsonObject).target), Number((member as JsonObject).priority ?? 0)],
  );
  // A priority of 0 is not written, as people do.
  const put = (next: [string, number][]) =>
    change(next.map(([target, priority]) => (priority === 0 ? target : { target, priority })));
  const place = (target: string) => members.findIndex(([name]) => name === target);
  return (
    <TargetList
      entries={members}
      label={t("priority")}
      whole
      wrong={wrong}
      change={(target, priority) => put(members.map((old) => (old[0] === target ? [target, priority] : old)))}
      remove={(target) => put(without(members, place(target)))}
      add={(target) => put([...members, [target, 0]])}
    />
  );
}
