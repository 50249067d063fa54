import { t } from "../i18n";

interface NameProps {
  id: string;
  label: string;
  value: string;
  onInput: (name: string) => void;
}

/** A name that counts with every letter, so that what it is for can be pressed at once. */
export function NameField({ id, label, value, onInput }: NameProps) {
  return (
    <label class="field text">
      <span class="label">{label}</span>
      <input
        type="text"
        id={id}
        aria-label={label}
        placeholder={t("of the performer")}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}
