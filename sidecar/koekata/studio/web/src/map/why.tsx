import { useEffect } from "preact/hooks";
import { t } from "../i18n";
import { figures, known, shownPerformer, why } from "../link/live";
import { askWhy } from "../link/socket";
import type { Explanation, RowShare, SourceValue } from "../link/types";
import { regionOf } from "../live/regions";

/** "Why is this shape on?": the chain from the performer to the target, each step with its value and its delay. */
export function WhyPart({ target }: { target: string }) {
  const performer = shownPerformer.value;
  useEffect(() => {
    askWhy(target || null, performer);
    return () => askWhy(null);
  }, [target, performer]);
  const found = why.value?.explanation.target === target ? why.value : null;
  return (
    <details class="why" open>
      <summary>{t("Why has {target} its value?", { target })}</summary>
      {found ? (
        <>
          <ol class="chain">
            {found.explanation.rows.map((row) => (
              <RowStep key={row.id} row={row} />
            ))}
            <Steps found={found.explanation} />
          </ol>
          {found.reasons.length > 0 && (
            <ul class="reasons">
              {found.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          )}
          <Delays found={found.explanation} />
        </>
      ) : (
        <p class="hint">{t("Nothing is known yet: it is asked for with the next picture.")}</p>
      )}
    </details>
  );
}

function number(value: number | null): string {
  return value === null ? t("absent") : value.toFixed(3);
}

function Step({ name, value, told }: { name: string; value: number | null; told?: string }) {
  return (
    <div class="step">
      <span>{name}</span>
      <b>{number(value)}</b>
      <i style={{ width: `${Math.min(1, Math.abs(value ?? 0)) * 100}%` }} />
      {told && <small>{told}</small>}
    </div>
  );
}

function SourceStep({ source }: { source: SourceValue }) {
  const raw = source.raw !== null && source.raw !== source.value ? `${t("raw")} ${number(source.raw)}` : "";
  return (
    <li>
      <Step name={source.name} value={source.value} told={[raw, source.why].filter(Boolean).join("; ")} />
      {source.sources.length > 0 && (
        <ul>
          {source.sources.map((below) => (
            <SourceStep key={below.name} source={below} />
          ))}
        </ul>
      )}
    </li>
  );
}

function RowStep({ row }: { row: RowShare }) {
  return (
    <li>
      <Step
        name={t("row {id}", { id: row.id })}
        value={row.value}
        told={row.weight < 1 ? t("counts {share} %", { share: Math.round(row.weight * 100) }) : ""}
      />
      <ul>
        {row.sources.map((source) => (
          <SourceStep key={source.name} source={source} />
        ))}
        {row.conditions.map((condition) => (
          <li key={condition.use + condition.id} class="step-note">
            {t(condition.use)} {condition.id}: {condition.on ? t("on") : t("off")} ({Math.round(condition.weight * 100)}{" "}
            %)
          </li>
        ))}
      </ul>
    </li>
  );
}

function Steps({ found }: { found: Explanation }) {
  const steps: [string, number | null, string][] = [];
  if (found.rows.length > 0)
    steps.push([t("rows together"), found.combined, found.rows.length > 1 ? t(found.combine) : ""]);
  if (found.switch)
    steps.push([t("switch {id}", { id: found.switch.id }), found.switch.value, found.switch.shown ?? ""]);
  for (const pose of found.poses.filter(({ weight }) => weight > 0)) {
    steps.push([
      t("pose of {id}", { id: pose.condition }),
      found.posed,
      `${pose.blend} ${pose.wanted}, ${Math.round(pose.weight * 100)} %`,
    ]);
  }
  if (found.ranged !== found.posed) steps.push([t("range"), found.ranged, ""]);
  if (found.damped !== found.ranged) steps.push([t("VRM overrides"), found.damped, ""]);
  for (const group of found.groups)
    steps.push([
      t("group {id}", { id: group.group.id }),
      group.after,
      group.before === group.after ? "" : `${number(group.before)} →`,
    ]);
  const { region, eased, held } = found.timing;
  if (region && eased !== null)
    steps.push([
      t("region {id}", { id: region.id }),
      held ?? eased,
      region.hold_frames > 1 ? t("held {count} frames", { count: region.hold_frames }) : "",
    ]);
  steps.push([t("on the character"), found.final, ""]);
  return (
    <>
      {steps.map(([name, value, told]) => (
        <li key={name}>
          <Step name={name} value={value} told={told} />
        </li>
      ))}
    </>
  );
}

/** What each step costs in time, from the camera to the character. */
function Delays({ found }: { found: Explanation }) {
  const first = firstSource(found.rows.flatMap((row) => row.sources));
  const smoothing = known.value?.smoothing.delays[first ? regionOf(first) : ""] ?? 0;
  const steps = Object.entries(figures.value?.stages ?? {}).map(([name, times]): [string, string] => [
    t(name),
    `${times.p50.toFixed(1)} ms`,
  ]);
  steps.push([t("filter"), `${smoothing.toFixed(0)} ms`]);
  const { region } = found.timing;
  if (region && (region.attack || region.release)) {
    steps.push([
      t("attack, release"),
      `${(region.attack * 1000).toFixed(0)}, ${(region.release * 1000).toFixed(0)} ms`,
    ]);
  }
  if (region && region.hold_frames > 1)
    steps.push([t("held up to"), `${((1000 * region.hold_frames) / region.rate).toFixed(0)} ms`]);
  return (
    <p class="delays">
      <span class="label">{t("Delay")}</span>
      {steps.map(([name, time]) => (
        <span class="chip soft" key={name}>
          {name} {time}
        </span>
      ))}
    </p>
  );
}

function firstSource(sources: SourceValue[]): string | null {
  const [first] = sources;
  if (!first) return null;
  return first.sources.length > 0 ? firstSource(first.sources) : first.name;
}
