import { t } from "../i18n";
import { performerIds, shownPerformer } from "../link/live";
import { Choice } from "../ui/controls";

/** Which performer the page shows; nothing where there is one alone. */
export function PerformerChoice() {
  if (performerIds.value.length < 2) return null;
  return (
    <Choice
      label={t("Performer")}
      hidden
      value={String(shownPerformer.value)}
      options={performerIds.value.map((id) => [String(id), t("Performer {id}", { id: id + 1 })] as const)}
      onChange={(id) => {
        shownPerformer.value = Number(id);
      }}
    />
  );
}
