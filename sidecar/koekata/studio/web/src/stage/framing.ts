import { Box3, MathUtils, type PerspectiveCamera, Vector3 } from "three";
import type { OrbitControls } from "three/examples/jsm/controls/OrbitControls.js";
import type { Model } from "./load";

/** Degrees from the top to the bottom of the picture. */
export const FIELD = 24;
const FACE_HEIGHT = 0.46;
const EYES_ABOVE_HEAD = new Vector3(0, 0.06, 0);

/** Look at the face of a model, `turn` degrees from the front to its left; at all of it where it has no head. */
export function frameFace(model: Model, camera: PerspectiveCamera, controls: OrbitControls, turn = 0): void {
  model.root.updateWorldMatrix(true, true);
  const head = model.vrm?.humanoid.getRawBoneNode("head") ?? model.bones.get("head");
  if (head) {
    look(head.getWorldPosition(new Vector3()).add(EYES_ABOVE_HEAD), FACE_HEIGHT, turn, camera, controls);
    return;
  }
  const box = new Box3().setFromObject(model.root);
  const size = box.getSize(new Vector3());
  look(box.getCenter(new Vector3()), Math.max(size.x, size.y, 0.1) * 1.15, turn, camera, controls);
}

function look(at: Vector3, height: number, turn: number, camera: PerspectiveCamera, controls: OrbitControls): void {
  const distance = height / 2 / Math.tan((FIELD * Math.PI) / 360);
  // The swing of the last drag ends here.
  controls.enableDamping = false;
  controls.update();
  controls.target.copy(at);
  const angle = MathUtils.degToRad(turn);
  camera.position.set(at.x + Math.sin(angle) * distance, at.y, at.z + Math.cos(angle) * distance);
  controls.update();
  controls.enableDamping = true;
}
