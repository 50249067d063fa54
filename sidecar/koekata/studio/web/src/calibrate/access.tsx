import { useRef } from "preact/hooks";
import { t } from "../i18n";
import { type Performer, performers, shownPerformer } from "../link/live";
import { REGIONS, type Region, regionOf } from "../live/regions";
import { Button, Check, Slider } from "../ui/controls";
import { useFrame } from "../ui/frame";
import { adjust, inUse } from "./store";

const REMEMBERED_MS = 3000;
const LEAST = 0.05;

/** Small motion can drive a full expression; one side can move both; a face that is held can fire a trigger. */
export function AccessPart() {
  const { mirror } = inUse().adjustment;
  return (
    <section class="part" id="access">
      <h2>{t("Range and sides")}</h2>
      <p class="hint">
        {t("The gain makes a region stronger. Under “range” stands which motion counts as none and which as all.")}
      </p>
      {REGIONS.filter((region) => region !== "voice").map((region) => (
        <RegionRow key={region} region={region} />
      ))}
      <div class="row">
        <Check
          label={t("My left side moves both")}
          value={mirror === "left"}
          onChange={(on) => adjust("mirror", { mirror: on ? "left" : "" })}
        />
        <Check
          label={t("My right side moves both")}
          value={mirror === "right"}
          onChange={(on) => adjust("mirror", { mirror: on ? "right" : "" })}
        />
      </div>
      <p class="hint">{t("A face that is held can fire a trigger: see Triggers.")}</p>
    </section>
  );
}

function RegionRow({ region }: { region: Region }) {
  const { regions, ranges } = inUse().adjustment;
  const [low, high] = ranges[region] ?? [0, 1];
  const recent = useRef<[number, number][]>([]);
  const bar = useRef<HTMLDivElement>(null);
  useFrame((now) => {
    const value = widest(performers.get(shownPerformer.value), region);
    recent.current = [...recent.current.filter(([at]) => now - at < REMEMBERED_MS), [now, value]];
    bar.current?.style.setProperty("--weight", value.toFixed(3));
  }, 15);
  const set = (from: number, to: number) => {
    const first = Math.min(from, 1 - LEAST);
    adjust(`range ${region}`, { ranges: { [region]: [first, Math.max(to, first + LEAST)] } });
  };
  return (
    <div class="region" data-region={region}>
      <Slider
        label={t(region)}
        value={regions[region] ?? 1}
        min={0}
        max={4}
        step={0.05}
        onInput={(gain) => adjust(`gain ${region}`, { regions: { [region]: gain } })}
      />
      <details open={low > 0 || high < 1}>
        <summary>
          {t("range")}: {low.toFixed(2)}–{high.toFixed(2)}
        </summary>
        <div class="range-bar" ref={bar} style={{ "--low": low, "--high": high }} aria-hidden="true" />
        <Slider label={t("none up to")} value={low} min={0} max={0.95} onInput={(from) => set(from, high)} />
        <Slider label={t("all from")} value={high} min={LEAST} max={1} onInput={(to) => set(low, to)} />
        <div class="row">
          <Button onClick={() => set(low, Math.max(...recent.current.map(([, value]) => value), LEAST))}>
            {t("What I just did is all")}
          </Button>
          <Button kind="quiet" onClick={() => set(0, 1)}>
            {t("The whole range")}
          </Button>
        </div>
      </details>
    </div>
  );
}

/** The strongest channel of a region as it was seen, before anything is done to it. */
function widest(performer: Performer | undefined, region: Region): number {
  let most = 0;
  performer?.channels.forEach((name, place) => {
    if (regionOf(name) === region) most = Math.max(most, performer.before?.[place] ?? 0);
  });
  return most;
}
