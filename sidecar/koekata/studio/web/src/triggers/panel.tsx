import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { adjust, type Dwell, inUse } from "../calibrate/store";
import { t } from "../i18n";
import { held, performers, shownPerformer, targets } from "../link/live";
import { fire } from "../link/socket";
import type { Entry } from "../link/types";
import { table } from "../map/store";
import { KeyButton } from "../settings/panel";
import { Button, Choice, Slider } from "../ui/controls";
import { useFrame } from "../ui/frame";
import { bindTrigger, triggerKeys } from "../ui/keys";
import "../calibrate/style.css";

const fired = signal<string[]>([]);
const FIRST = { channel: "jawOpen", above: 0.6, seconds: 1 };

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
  const dwell = inUse().adjustment.dwells[entry.id];
  return (
    <div class="trigger">
      <div class="row spread">
        <Button kind="main" onClick={() => fire(entry.id, "toggle")}>
          {entry.id}
        </Button>
        <div class="row">
          <Button label={`${entry.id}: ${t("On")}`} onClick={() => fire(entry.id, "on")}>
            {t("On")}
          </Button>
          <Button label={`${entry.id}: ${t("Off")}`} onClick={() => fire(entry.id, "off")}>
            {t("Off")}
          </Button>
          <KeyButton
            label={t("Key")}
            of={entry.id}
            value={triggerKeys.value[entry.id] ?? ""}
            onKey={(key) => bindTrigger(entry.id, key)}
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

/** Kept with the performer's calibration: it fires without this page, too. */
function DwellPart({ id, dwell }: { id: string; dwell: Dwell | undefined }) {
  const channels = performers.get(shownPerformer.value)?.channels ?? [];
  const set = (part: Partial<Dwell>) => adjust(`dwell ${id}`, { dwells: { [id]: { ...FIRST, ...dwell, ...part } } });
  return (
    <div class="dwell">
      <Choice
        label={t("Channel")}
        value={dwell?.channel ?? ""}
        options={[["", t("none")], ...channels.map((name) => [name, name] as const)]}
        onChange={(channel) => {
          if (channel) set({ channel });
          else adjust(`dwell ${id}`, { dwells: { [id]: null } });
        }}
      />
      {dwell && (
        <>
          <DwellBar id={id} dwell={dwell} />
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
          <p class="hint">{t("Keep it with the calibration, and `koekata run --calibration NAME` knows it, too.")}</p>
        </>
      )}
    </div>
  );
}

/** How strong the face is now against its limit, and how much of its time it has been held. */
function DwellBar({ id, dwell }: { id: string; dwell: Dwell }) {
  const box = useRef<HTMLDivElement>(null);
  useFrame(() => {
    const performer = performers.get(shownPerformer.value);
    const weight = performer?.frame?.weights[performer.channels.indexOf(dwell.channel)] ?? 0;
    box.current?.style.setProperty("--weight", weight.toFixed(3));
    box.current?.style.setProperty("--held", (held.get(shownPerformer.value)?.[id] ?? 0).toFixed(3));
  }, 20);
  return (
    <div ref={box} aria-hidden="true">
      <div class="range-bar" style={{ "--low": dwell.above, "--high": 1 }} />
      <div class="held">
        <i />
      </div>
    </div>
  );
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
