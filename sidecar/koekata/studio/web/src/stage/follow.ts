import { MathUtils, Quaternion, Vector3 } from "three";
import type { Model } from "./load";

const NECK_SHARE = 0.35;
const EYES_MOST = 25;
/** What turns the eyes: VRM's expressions, its bones, ARKit's shapes. */
const LOOKS = ["lookleft", "lookright", "lookup", "lookdown", "lefteye", "righteye", "eyelookinleft", "eyelookoutleft"];
const [X, Y, Z] = [new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1)];
const turn = new Quaternion();

/**
 * Let head and eyes follow the performer where the table does not move them itself.
 *
 * The stream's axes are those of a model of VRM 1.0: +x its left, +y up, +z out of its face. R = Ry(yaw) Rx(-pitch)
 * Rz(roll). A model of VRM 0.x looks the other way, so that its x and z are turned round.
 */
export function follow(model: Model, pose: Record<string, number>, own: Set<string>): void {
  if (!own.has("head")) {
    rotate(model, "neck", pose, NECK_SHARE);
    rotate(model, "head", pose, model.vrm?.humanoid.getNormalizedBoneNode("neck") ? 1 - NECK_SHARE : 1);
  }
  if (!LOOKS.some((name) => own.has(name))) look(model, pose);
}

function rotate(model: Model, bone: "neck" | "head", pose: Record<string, number>, share: number): void {
  const node = model.vrm?.humanoid.getNormalizedBoneNode(bone) ?? (model.vrm ? null : model.bones.get(bone));
  if (!node) return;
  const round = model.format === "VRM 0.x" ? -1 : 1;
  const angle = (name: string) => MathUtils.degToRad((pose[name] ?? 0) * share);
  node.quaternion.setFromAxisAngle(Y, angle("headYaw"));
  node.quaternion.multiply(turn.setFromAxisAngle(X, -angle("headPitch") * round));
  node.quaternion.multiply(turn.setFromAxisAngle(Z, angle("headRoll") * round));
}

function look(model: Model, pose: Record<string, number>): void {
  const lookAt = model.vrm?.lookAt;
  if (!lookAt) return;
  const yaw = ((pose.gazeYawLeft ?? 0) + (pose.gazeYawRight ?? 0)) / 2;
  const pitch = ((pose.gazePitchLeft ?? 0) + (pose.gazePitchRight ?? 0)) / 2;
  lookAt.autoUpdate = false;
  lookAt.yaw = MathUtils.clamp(yaw, -EYES_MOST, EYES_MOST);
  // three-vrm counts down as positive.
  lookAt.pitch = MathUtils.clamp(-pitch, -EYES_MOST, EYES_MOST);
}
