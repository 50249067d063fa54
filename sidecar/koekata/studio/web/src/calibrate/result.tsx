import { useState } from "preact/hooks";
import { t } from "../i18n";
import { shownPerformer } from "../link/live";
import { shownModel } from "../stage/store";
import { Button, Choice } from "../ui/controls";
import { NameField } from "./name";
import { ask, type Guide, inUse, type Kept } from "./store";

/** What is in use, compared with something else, and kept under a name. */
export function ResultPart({ now }: { now: Guide }) {
  const used = inUse();
  const gains = Object.entries(used.adjustment.channels);
  return (
    <section class="part">
      <div class="row spread">
        <h2>{t("In use")}</h2>
        <div class="row">
          <Button id="undo-calibration" disabled={!used.can_undo} onClick={() => void ask("undo")}>
            {t("Undo")}
          </Button>
          <Button disabled={!used.can_redo} onClick={() => void ask("redo")}>
            {t("Redo")}
          </Button>
        </div>
      </div>
      <Compare now={now} />
      {gains.length > 0 ? (
        <details>
          <summary>{t("{count} channels are made stronger", { count: gains.length })}</summary>
          <p class="hint">{gains.map(([channel, gain]) => `${channel} ×${gain.toFixed(2)}`).join(", ")}</p>
        </details>
      ) : (
        <p class="hint">{t("No channel is changed by a calibration yet.")}</p>
      )}
      <Keep key={`${shownPerformer.value}/${used.adjustment.name}`} now={now} />
      <KeptList now={now} />
    </section>
  );
}

function Compare({ now }: { now: Guide }) {
  const used = inUse();
  return (
    <fieldset class="row bare" aria-label={t("Compare")}>
      <Button id="show-a" pressed={used.shown} onClick={() => void ask("show", { on: true })}>
        {used.adjustment.name ? t("A: {name}", { name: used.adjustment.name }) : t("A: with it")}
      </Button>
      <Button id="show-b" pressed={!used.shown} onClick={() => void ask("show", { on: false })}>
        {used.other ? t("B: {name}", { name: used.other }) : t("B: without")}
      </Button>
      {now.kept.length > 0 && (
        <Choice
          label={t("B is")}
          value={used.other}
          options={[["", t("without")], ...now.kept.map(({ name }) => [name, name] as const)]}
          onChange={(other) => void ask("show", { on: false, other })}
        />
      )}
    </fieldset>
  );
}

function Keep({ now }: { now: Guide }) {
  const [name, setName] = useState(inUse().adjustment.name);
  const character = shownModel.value?.name ?? "";
  const older = now.kept.find((kept) => kept.name === name);
  const isElse = older && (older.camera !== now.camera || older.character !== character);
  const other = `${name} ${character.replace(/\.[^.]*$/, "")}`.trim();
  return (
    <>
      <div class="row">
        <NameField id="keep-name" label={t("Name")} value={name} onInput={setName} />
        <Button kind="main" id="keep" disabled={!name} onClick={() => void ask("save", { name, character })}>
          {t("Keep")}
        </Button>
      </div>
      {isElse && other !== name && (
        <p class="hint">
          {t("“{name}” was kept for another camera or character. It would stay beside the new one with its date.", {
            name,
          })}{" "}
          <Button kind="quiet" onClick={() => setName(other)}>
            {t("Keep both: “{name}”", { name: other })}
          </Button>
        </p>
      )}
      <p class="hint">
        {t(
          "`koekata run --calibration NAME` uses it without the studio. An older one of that name is kept with its date.",
        )}
      </p>
    </>
  );
}

function KeptList({ now }: { now: Guide }) {
  if (now.kept.length === 0) return null;
  const used = inUse().adjustment;
  return (
    <details open={now.kept.length < 5}>
      <summary>{t("Kept: {count}", { count: now.kept.length })}</summary>
      <ul class="kept">
        {now.kept.map((kept) => (
          <KeptRow
            key={kept.name}
            kept={kept}
            used={kept.name === used.name && kept.created === used.created}
            fits={kept.camera === now.camera && kept.character === shownModel.value?.name}
          />
        ))}
      </ul>
      <Button kind="quiet" onClick={() => void ask("use", { name: "" })}>
        {t("Use none")}
      </Button>
    </details>
  );
}

function KeptRow({ kept, used, fits }: { kept: Kept; used: boolean; fits: boolean }) {
  return (
    <li>
      <Button pressed={used} disabled={kept.trouble !== ""} onClick={() => void ask("use", { name: kept.name })}>
        {kept.name}
      </Button>
      <span class={kept.trouble ? "wrong" : "hint"}>
        {kept.trouble || described(kept)}
        {fits ? ` ✓ ${t("this camera and character")}` : ""}
      </span>
    </li>
  );
}

function described({ created, camera, character, face }: Kept): string {
  const date = created ? new Date(created).toLocaleString() : "";
  return [date, character, camera.replace(/^.*[\\/]/, ""), face ? "" : t("without a resting face")]
    .filter(Boolean)
    .join(" · ");
}
