import { remembered } from "../ui/store";

export interface StageSettings {
  background: "scene" | "colour" | "transparent";
  colour: string;
  light: number;
  lightAngle: number;
  mirror: boolean;
  sharpness: number;
  /** Whether it may be drawn coarser while a picture takes long. */
  adaptive: boolean;
}

/** How the stage looks, remembered by this browser. */
export const stageSettings = remembered<StageSettings>("stage", {
  background: "scene",
  colour: "#00b140",
  light: 1,
  lightAngle: 25,
  mirror: false,
  sharpness: 1,
  adaptive: true,
});

export function change(part: Partial<StageSettings>): void {
  stageSettings.value = { ...stageSettings.value, ...part };
}
