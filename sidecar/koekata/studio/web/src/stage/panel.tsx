import { useRef } from "preact/hooks";
import { output } from "../app";
import { t } from "../i18n";
import { known } from "../link/live";
import { openTable, table } from "../map/store";
import { Button, Check, Choice, Slider } from "../ui/controls";
import { change, stageSettings } from "./settings";
import { missing, showFile, shownModel, showServed, stage } from "./store";

export function StagePanel() {
  return (
    <>
      <ModelPart />
      <LookPart />
      <OutputPart />
    </>
  );
}

function ModelPart() {
  const input = useRef<HTMLInputElement>(null);
  const served = known.value?.models ?? [];
  return (
    <section class="part">
      <h2>{t("Character")}</h2>
      <div class="row">
        {served.length > 0 && (
          <Choice
            label={t("Comes along")}
            hidden
            value={served.includes(shownModel.value?.name ?? "") ? (shownModel.value?.name ?? "") : ""}
            options={[["", t("Choose …")], ...served.map((name) => [name, name] as const)]}
            onChange={(name) => name && void showServed(name)}
          />
        )}
        <Button onClick={() => input.current?.click()}>{t("Open a .vrm or .glb …")}</Button>
        <input
          ref={input}
          id="model-file"
          class="unseen"
          type="file"
          accept=".vrm,.glb"
          aria-label={t("Model file")}
          tabIndex={-1}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) void showFile(file);
          }}
        />
      </div>
      <p class="hint">{t("You can also drop a file on the stage. It stays in this browser.")}</p>
      <FitPart />
    </section>
  );
}

function FitPart() {
  const model = shownModel.value;
  const now = table.value;
  if (!model || !now) return null;
  const [best] = model.fits;
  const used = now.preset ? model.fits.find((fit) => fit.table === now.title) : undefined;
  return (
    <div class="fit">
      <p id="fit">
        <strong>{model.name}</strong>: {model.format}.{" "}
        {best && best.found > 0
          ? t("Of the tables that come along, {table} fits best: {found} of its shapes are there.", {
              table: best.table,
              found: best.found,
            })
          : t("None of the tables that come along fits; `koekata mapping init` drafts one from its shapes.")}
      </p>
      <p>
        {t("In force: {table}.", { table: now.title })}{" "}
        {used && used === best ? t("It was chosen by the model.") : null}
      </p>
      {best && best.found > 0 && now.title !== best.table && (
        <Button onClick={() => void openTable(best.path)}>{t("Use {table}", { table: best.table })}</Button>
      )}
      {missing.value.length > 0 && (
        <details>
          <summary>{t("{count} targets of the table are not on this model", { count: missing.value.length })}</summary>
          <p class="hint">{missing.value.join(", ")}</p>
        </details>
      )}
    </div>
  );
}

function LookPart() {
  const settings = stageSettings.value;
  return (
    <section class="part">
      <h2>{t("Camera and light")}</h2>
      <div class="row">
        <Button onClick={() => stage.value?.frameFace()}>{t("Look at the face")}</Button>
        <Check label={t("Mirror image")} value={settings.mirror} onChange={(mirror) => change({ mirror })} />
      </div>
      <Slider label={t("Light")} value={settings.light} min={0} max={2} onInput={(light) => change({ light })} />
      <Slider
        label={t("Light from the side")}
        value={settings.lightAngle}
        min={-90}
        max={90}
        step={1}
        unit="°"
        onInput={(lightAngle) => change({ lightAngle })}
      />
      <Slider
        label={t("Sharpness")}
        value={settings.sharpness}
        min={0.25}
        max={1}
        step={0.05}
        onInput={(sharpness) => change({ sharpness })}
      />
      <Check
        label={t("Coarser while drawing is slow")}
        value={settings.adaptive}
        onChange={(adaptive) => change({ adaptive })}
      />
      <p class="hint">{t("Drag turns, the wheel comes nearer, the right button moves.")}</p>
    </section>
  );
}

function OutputPart() {
  const settings = stageSettings.value;
  return (
    <section class="part">
      <h2>{t("Background and output")}</h2>
      <div class="row">
        <Choice
          label={t("Background")}
          value={settings.background}
          options={[
            ["scene", t("Plain")],
            ["colour", t("Colour")],
            ["transparent", t("Transparent")],
          ]}
          onChange={(background) => change({ background })}
        />
        {settings.background === "colour" && (
          <label class="field">
            <span class="unseen">{t("Colour")}</span>
            <input
              type="color"
              aria-label={t("Colour")}
              value={settings.colour}
              onInput={(event) => change({ colour: event.currentTarget.value })}
            />
          </label>
        )}
      </div>
      <div class="row">
        <Button
          onClick={() => {
            output.value = true;
          }}
        >
          {t("Output only")}
        </Button>
        <Button onClick={() => void document.documentElement.requestFullscreen()}>{t("Full screen")}</Button>
      </div>
      <p class="hint">
        {t(
          "For OBS: a browser source with this address. Its background is transparent unless a colour is chosen. Shift+F comes back.",
        )}
      </p>
      <input
        class="address"
        readOnly
        aria-label={t("Address for OBS")}
        value={`${location.origin}/${location.search}&view=output`}
      />
    </section>
  );
}
