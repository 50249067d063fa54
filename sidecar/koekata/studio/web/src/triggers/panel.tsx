import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n";
import { performers, shownPerformer, targets } from "../link/live";
import { fire } from "../link/socket";
import type { Entry } from "../link/types";
import { table } from "../map/store";
import { KeyButton } from "../settings/panel";
import { Button, Choice, Slider } from "../ui/controls";
import { useFrame } from "../ui/frame";
import { keys, triggerKeys } from "../ui/keys";
import { remembered } from "../ui/store";

/** A face that is held fires a trigger: for who cannot press keys. */
interface Dwell {
  channel: string;
  above: number;
  seconds: number;
}

export const dwells = remembered<Record<string, Dwell>>("dwells", {});
const fired = signal<string[]>([]);

export function TriggersPanel() {
  const conditions = table.value?.sheet?.sections.conditions ?? [];
  const triggers = conditions.filter((entry) => entry.properties.trigger === true);
  return (
    <>
      <section class="part">
        <h2>{t("Triggers")}</h2>
        {triggers.length === 0 && (
          <p class="hint">
            {t("This table has no triggers. Add a condition with a trigger in Map: it is fired by its id.")}
          </p>
        )}
        {triggers.map((entry) => (
          <TriggerRow key={entry.id} entry={entry} />
        ))}
        <p class="hint">
          {t("Keys work while this page has the focus. Other programs fire them over OSC: see `--triggers-port`.")}
        </p>
      </section>
      <Events />
    </>
  );
}

function TriggerRow({ entry }: { entry: Entry }) {
  const dwell = dwells.value[entry.id];
  return (
    <div class="trigger">
      <div class="row spread">
        <Button kind="main" onClick={() => fire(entry.id, "toggle")}>
          {entry.id}
        </Button>
        <div class="row">
          <Button onClick={() => fire(entry.id, "on")}>{t("On")}</Button>
          <Button onClick={() => fire(entry.id, "off")}>{t("Off")}</Button>
          <KeyButton
            label={t("Key")}
            value={triggerKeys.value[entry.id] ?? ""}
            onKey={(key) => setKey(entry.id, key)}
          />
        </div>
      </div>
      {entry.note && <p class="hint">{entry.note}</p>}
      <details open={dwell !== undefined}>
        <summary>{t("By a face that is held")}</summary>
        <DwellPart id={entry.id} dwell={dwell} />
      </details>
    </div>
  );
}

function DwellPart({ id, dwell }: { id: string; dwell: Dwell | undefined }) {
  const channels = performers.get(shownPerformer.value)?.channels ?? [];
  const set = (part: Partial<Dwell>) => {
    dwells.value = { ...dwells.value, [id]: { channel: "jawOpen", above: 0.6, seconds: 1, ...dwell, ...part } };
  };
  return (
    <div class="dwell">
      <Choice
        label={t("Channel")}
        value={dwell?.channel ?? ""}
        options={[["", t("none")], ...channels.map((name) => [name, name] as const)]}
        onChange={(channel) => {
          if (channel) set({ channel });
          else dwells.value = Object.fromEntries(Object.entries(dwells.value).filter(([name]) => name !== id));
        }}
      />
      {dwell && (
        <>
          <Slider label={t("Above")} value={dwell.above} min={0.1} max={1} onInput={(above) => set({ above })} />
          <Slider
            label={t("For so long")}
            value={dwell.seconds}
            min={0.2}
            max={4}
            step={0.1}
            unit=" s"
            onInput={(seconds) => set({ seconds })}
          />
        </>
      )}
    </div>
  );
}

function setKey(id: string, key: string): void {
  const others = Object.entries(triggerKeys.value).filter(([name, known]) => name !== id && known !== key);
  triggerKeys.value = Object.fromEntries(key ? [...others, [id, key]] : others);
  if (key)
    keys.value = Object.fromEntries(
      Object.entries(keys.value).map(([name, known]) => [name, known === key ? "" : known]),
    );
}

/** Watches the held faces wherever the user is; shows nothing. */
export function DwellWatch() {
  const [since] = useState(() => new Map<string, number>());
  useFrame((now) => {
    const performer = performers.get(shownPerformer.value);
    for (const [id, dwell] of Object.entries(dwells.value)) {
      const value = performer?.frame?.weights[performer.channels.indexOf(dwell.channel)] ?? 0;
      if (value < dwell.above) since.delete(id);
      else if (!since.has(id)) since.set(id, now);
      else if (now - (since.get(id) ?? now) >= dwell.seconds * 1000) {
        // Not again before the face was let go.
        since.set(id, Number.POSITIVE_INFINITY);
        fire(id, "toggle");
      }
    }
  }, 20);
  return null;
}

function Events() {
  const known = targets.value.targets.filter((target) => target.kind === "event");
  useFrame(() => {
    const events = performers.get(shownPerformer.value)?.character?.events ?? [];
    if (events.length > 0) fired.value = [...events, ...fired.value].slice(0, 8);
  });
  useEffect(() => {
    fired.value = [];
  }, []);
  if (known.length === 0) return null;
  return (
    <section class="part">
      <h2>{t("Events of the table")}</h2>
      <p class="hint">{known.map((target) => target.id).join(", ")}</p>
      <p>{fired.value.join(", ")}</p>
    </section>
  );
}
