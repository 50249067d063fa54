import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n";
import { performers } from "../link/live";
import { CameraView } from "../live/camera";
import { REGIONS } from "../live/regions";
import { shownModel } from "../stage/store";
import { Button, Check, Choice, Slider, TextField } from "../ui/controls";
import { useFrame } from "../ui/frame";
import { FacePicture } from "./picture";
import { ask, followGuide, type Guide, guide, trouble } from "./store";

const TOLD: Record<string, string> = {
  neutral: "Look straight at the camera. Relax: lips together, eyes open.",
  turn: "Keep the face relaxed. Turn the head slowly left, right, up, down.",
  brows: "Raise the brows as high as you can, then lower them. Again.",
  eyes: "Shut the eyes tight, then open them wide. Again.",
  smile: "Your biggest smile, then the corners of the mouth down.",
  jaw: "Open the mouth wide. Then move the jaw to both sides.",
  pucker: "Lips forward as for a kiss, then puff the cheeks.",
  a: "Say a long “a”.",
  i: "Say a long “i”.",
  u: "Say a long “u”.",
  e: "Say a long “e”.",
  o: "Say a long “o”.",
};

export function CalibratePanel() {
  useEffect(followGuide, []);
  const now = guide.value;
  if (!now) return null;
  return (
    <>
      {now.running ? <Running now={now} /> : <Beginning now={now} />}
      {trouble.value && (
        <p class="note wrong" role="alert">
          {trouble.value}
        </p>
      )}
      {!now.running && <Result now={now} />}
      <Access now={now} />
      <CameraView />
    </>
  );
}

function Beginning({ now }: { now: Guide }) {
  const seconds = now.steps.reduce((sum, step) => sum + step.seconds, 0);
  return (
    <section class="part">
      <h2>{t("Calibrate")}</h2>
      <p>
        {t("In {seconds} seconds the studio learns your resting face and how far you move. It shows what to do.", {
          seconds,
        })}
      </p>
      <div class="row">
        <Button kind="main" id="calibrate" onClick={() => void ask("start")}>
          {t("Begin")}
        </Button>
        <Button onClick={() => void ask("start", { pace: 2 })}>{t("Slowly: twice the time")}</Button>
      </div>
    </section>
  );
}

function Running({ now }: { now: Guide }) {
  const step = now.steps[now.step];
  return (
    <section class="part guide" aria-live="polite">
      {step ? (
        <>
          <FacePicture step={step.id} />
          <div class="stack">
            <h2 id="step">{t(TOLD[step.id] ?? step.id)}</h2>
            <progress max={1} value={now.progress} aria-label={t("Time of this step")} />
            <p class="hint">{t("Step {step} of {steps}", { step: now.step + 1, steps: now.steps.length })}</p>
            {step.channels.map((name) => (
              <LiveBar key={name} name={name} />
            ))}
            <div class="row">
              <Button onClick={() => void ask("stop")}>{t("Give up")}</Button>
            </div>
          </div>
        </>
      ) : (
        <p>{t("Working it out …")}</p>
      )}
    </section>
  );
}

function LiveBar({ name }: { name: string }) {
  const bar = useRef<HTMLDivElement>(null);
  useFrame(() => {
    const performer = performers.get(0);
    const weight = performer?.frame?.weights[performer.channels.indexOf(name)] ?? 0;
    bar.current?.style.setProperty("--weight", weight.toFixed(3));
    bar.current?.style.setProperty("--trust", "1");
  });
  return (
    <div class="meter" ref={bar}>
      <span class="meter-name">{name}</span>
      <span class="meter-bar" />
    </div>
  );
}

function Result({ now }: { now: Guide }) {
  const [name, setName] = useState(now.adjustment.name);
  const gains = Object.entries(now.adjustment.channels);
  return (
    <section class="part">
      <div class="row spread">
        <h2>{t("Result")}</h2>
        <div class="row">
          <Button pressed={now.shown} onClick={() => void ask("show", { on: true })}>
            {t("A: with it")}
          </Button>
          <Button pressed={!now.shown} onClick={() => void ask("show", { on: false })}>
            {t("B: without")}
          </Button>
          <Button disabled={!now.can_undo} onClick={() => void ask("undo")}>
            {t("Undo")}
          </Button>
        </div>
      </div>
      {gains.length > 0 ? (
        <details>
          <summary>{t("{count} channels are made stronger", { count: gains.length })}</summary>
          <p class="hint">{gains.map(([channel, gain]) => `${channel} ×${gain.toFixed(2)}`).join(", ")}</p>
        </details>
      ) : (
        <p class="hint">{t("No channel is changed by a calibration yet.")}</p>
      )}
      {now.neutral && <p class="good">{t("The resting face was found anew, and is in use.")}</p>}
      <div class="row">
        <TextField label={t("Name")} value={name} placeholder={t("of the performer")} onChange={setName} />
        <Button
          kind="main"
          id="keep"
          disabled={!name}
          onClick={() => void ask("save", { name, character: shownModel.value?.name ?? "" })}
        >
          {t("Keep")}
        </Button>
        <Choice
          label={t("Use another")}
          value={now.stored.includes(now.adjustment.name) ? now.adjustment.name : ""}
          options={[["", t("none")], ...now.stored.map((each) => [each, each] as const)]}
          onChange={(stored) => void ask("use", { name: stored })}
        />
      </div>
      {now.adjustment.created && (
        <p class="hint">{t("Kept {when}.", { when: new Date(now.adjustment.created).toLocaleString() })}</p>
      )}
      <p class="hint">
        {t(
          "`koekata run --calibration NAME` uses it without the studio. An older one of that name is kept with its date.",
        )}
      </p>
    </section>
  );
}

/** Small motion can drive a full expression; one side can move both; a face that is held can fire a trigger. */
function Access({ now }: { now: Guide }) {
  const { regions, mirror } = now.adjustment;
  return (
    <section class="part">
      <h2>{t("Range and sides")}</h2>
      {REGIONS.filter((region) => region !== "voice").map((region) => (
        <Slider
          key={region}
          label={t(region)}
          value={regions[region] ?? 1}
          min={0}
          max={4}
          step={0.05}
          onInput={(gain) => void ask("adjust", { regions: { [region]: gain } })}
        />
      ))}
      <div class="row">
        <Check
          label={t("My left side moves both")}
          value={mirror === "left"}
          onChange={(on) => void ask("adjust", { mirror: on ? "left" : "" })}
        />
        <Check
          label={t("My right side moves both")}
          value={mirror === "right"}
          onChange={(on) => void ask("adjust", { mirror: on ? "right" : "" })}
        />
      </div>
      <p class="hint">{t("A face that is held can fire a trigger: see Triggers.")}</p>
    </section>
  );
}
