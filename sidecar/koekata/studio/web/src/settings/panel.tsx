import { useState } from "preact/hooks";
import { LANGUAGES, language, t } from "../i18n";
import { known } from "../link/live";
import { Button, Choice } from "../ui/controls";
import { type Action, FIRST_KEYS, keyName, keys } from "../ui/keys";
import { theme } from "../ui/theme";

export function SettingsPanel() {
  return (
    <>
      <section class="part">
        <h2>{t("Appearance")}</h2>
        <div class="row">
          <Choice
            label={t("Language")}
            value={language.value}
            options={Object.entries(LANGUAGES) as [keyof typeof LANGUAGES, string][]}
            onChange={(value) => {
              language.value = value;
            }}
          />
          <Choice
            label={t("Theme")}
            value={theme.value}
            options={[
              ["auto", t("As the system")],
              ["dark", t("Dark")],
              ["light", t("Light")],
            ]}
            onChange={(value) => {
              theme.value = value;
            }}
          />
        </div>
      </section>
      <section class="part">
        <h2>{t("Keys")}</h2>
        <p class="hint">
          {t("Press a button, then the keys. Mod is Ctrl, or Command on a Mac. Escape takes a key away.")}
        </p>
        <div class="keys">
          {(Object.keys(FIRST_KEYS) as Action[]).map((action) => (
            <KeyRow key={action} action={action} />
          ))}
        </div>
        <Button
          onClick={() => {
            keys.value = { ...FIRST_KEYS };
          }}
        >
          {t("As at first")}
        </Button>
      </section>
      <section class="part">
        <h2>{t("This session")}</h2>
        <dl class="facts">
          <dt>{t("Source")}</dt>
          <dd>{known.value?.source}</dd>
          <dt>{t("Voice")}</dt>
          <dd>{known.value?.voice || t("not heard")}</dd>
          {Object.entries(known.value?.outputs ?? {}).map(([name, address]) => (
            <>
              <dt>{name}</dt>
              <dd>{address}</dd>
            </>
          ))}
          <dt>Koekata</dt>
          <dd>{known.value?.version}</dd>
        </dl>
      </section>
    </>
  );
}

function KeyRow({ action }: { action: Action }) {
  return (
    <KeyButton
      label={t(action)}
      value={keys.value[action] ?? ""}
      onKey={(key) => {
        const others = Object.entries(keys.value).map(([name, known]) => [name, known === key && key ? "" : known]);
        keys.value = { ...Object.fromEntries(others), [action]: key };
      }}
    />
  );
}

/** A button that waits for a key, and then shows it. */
export function KeyButton({ label, value, onKey }: { label: string; value: string; onKey: (key: string) => void }) {
  const [waiting, setWaiting] = useState(false);
  return (
    <>
      <span>{label}</span>
      <button
        type="button"
        class={`button key ${waiting ? "waiting" : ""}`}
        aria-label={`${label}: ${value || t("no key")}`}
        onClick={() => setWaiting(true)}
        onBlur={() => setWaiting(false)}
        onKeyDown={(event) => {
          if (!waiting) return;
          event.preventDefault();
          event.stopPropagation();
          const name = keyName(event);
          if (name === "") return;
          onKey(name === "Escape" ? "" : name);
          setWaiting(false);
        }}
      >
        {waiting ? t("Press the keys …") : value || "—"}
      </button>
    </>
  );
}
