import { useState } from "preact/hooks";
import { LANGUAGES, language, t } from "../i18n";
import { known } from "../link/live";
import { Button, Choice } from "../ui/controls";
import { type Action, bindAction, FIRST_KEYS, isTaken, keyName, keys } from "../ui/keys";
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
          {t("Press a button, then the keys. Mod is Ctrl, or Command on a Mac. Escape takes a key away.")}{" "}
          {t("Triggers have their keys under Triggers.")}
        </p>
        <div class="keys">
          {(Object.keys(FIRST_KEYS) as Action[]).map((action) => (
            <KeyRow key={action} action={action} />
          ))}
        </div>
        <div class="row">
          <Button
            onClick={() => {
              for (const action of Object.keys(FIRST_KEYS) as Action[]) bindAction(action, FIRST_KEYS[action]);
            }}
          >
            {t("As at first")}
          </Button>
        </div>
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
  return <KeyButton label={t(action)} value={keys.value[action] ?? ""} onKey={(key) => bindAction(action, key)} />;
}

interface KeyButtonProps {
  label: string;
  value: string;
  onKey: (key: string) => void;
  /** What the key is for, where the label does not say it. */
  of?: string;
}

/** A button that waits for a key, and then shows it. */
export function KeyButton({ label, value, onKey, of }: KeyButtonProps) {
  const [waiting, setWaiting] = useState(false);
  const [refused, setRefused] = useState("");
  const told = waiting ? t("Press the keys …") : value || "—";
  return (
    <>
      <span>{label}</span>
      <button
        type="button"
        class={`button key ${waiting ? "waiting" : ""}`}
        aria-label={`${of ? `${of}, ${label}` : label}: ${waiting ? told : value || t("no key")}`}
        title={refused && t("{key} works the page itself. Add Ctrl, Alt or Shift, or take another.", { key: refused })}
        onClick={() => {
          setRefused("");
          setWaiting(true);
        }}
        onBlur={() => setWaiting(false)}
        onKeyDown={(event) => {
          // Tab leaves, as everywhere.
          if (!waiting || event.key === "Tab") return;
          event.preventDefault();
          event.stopPropagation();
          const name = keyName(event);
          if (name === "") return;
          const leaves = name === "Escape" || name === "Delete" || name === "Backspace";
          if (leaves) onKey("");
          else if (isTaken(name)) setRefused(name);
          else onKey(name);
          setWaiting(!leaves && isTaken(name));
        }}
      >
        {refused && waiting ? t("Not {key}", { key: refused }) : told}
      </button>
    </>
  );
}
