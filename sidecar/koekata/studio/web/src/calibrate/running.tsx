import { useRef } from "preact/hooks";
import { t } from "../i18n";
import { performers, status } from "../link/live";
import { Button } from "../ui/controls";
import { useFocusHandedOn } from "../ui/focus";
import { useFrame } from "../ui/frame";
import { FacePicture } from "./picture";
import { ask, type Guide } from "./store";

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

/** The step that is asked for now, with its picture. */
export function Running({ now }: { now: Guide }) {
  const step = now.steps[now.step];
  const part = useFocusHandedOn<HTMLElement>();
  return (
    <section class="part guide" ref={part} tabIndex={-1}>
      {step ? <FacePicture step={step.id} progress={now.progress} /> : <span />}
      <div class="stack">
        <h2 id="step" aria-live="polite">
          {step ? t(TOLD[step.id] ?? step.id) : t("Working it out …")}
        </h2>
        {step && (
          <>
            <progress max={1} value={now.progress} aria-label={t("Time of this step")} />
            <p class="hint">{t("Step {step} of {steps}", { step: now.step + 1, steps: now.steps.length })}</p>
          </>
        )}
        {step && now.waiting && <Waiting />}
        {step?.channels.map((name) => (
          <LiveBar key={name} name={name} performer={now.performer} />
        ))}
        <div class="row">{step && <Button onClick={() => void ask("stop")}>{t("Give up")}</Button>}</div>
      </div>
    </section>
  );
}

/** Nothing is lost meanwhile: the time of the step goes on with the face. */
function Waiting() {
  const state = status.value?.state ?? "running";
  return (
    <p class="note warn" id="waiting" role="alert">
      {state === "running"
        ? t("No face is seen. Look at the camera: it goes on from here.")
        : t("The camera delivers nothing. Plug it in again: it goes on from here.")}
    </p>
  );
}

/** A channel with the furthest that it went in this step. */
function LiveBar({ name, performer }: { name: string; performer: number }) {
  const bar = useRef<HTMLDivElement>(null);
  const most = useRef(0);
  useFrame(() => {
    const found = performers.get(performer);
    const place = found?.channels.indexOf(name) ?? -1;
    const weight = found?.before?.[place] ?? found?.frame?.weights[place] ?? 0;
    most.current = Math.max(most.current, weight);
    bar.current?.style.setProperty("--weight", weight.toFixed(3));
    bar.current?.style.setProperty("--most", most.current.toFixed(3));
  });
  return (
    <div class="meter asked" ref={bar}>
      <span class="meter-name">{name}</span>
      <span class="meter-bar">
        <i />
      </span>
    </div>
  );
}
