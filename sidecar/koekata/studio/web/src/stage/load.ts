import { type VRM, VRMLoaderPlugin, VRMUtils } from "@pixiv/three-vrm";
import { Bone, type Material, Mesh, type Object3D } from "three";
import { type GLTF, GLTFLoader } from "three/examples/jsm/loaders/GLTFLoader.js";

/** One morph of one mesh. */
export interface MorphPlace {
  mesh: Mesh;
  index: number;
}

/** A model with everything that a table may name, by name in lower case: programs differ in how they write it. */
export interface Model {
  name: string;
  format: "VRM 1.0" | "VRM 0.x" | "glTF";
  root: Object3D;
  vrm: VRM | null;
  morphs: Map<string, MorphPlace[]>;
  expressions: Map<string, string>;
  bones: Map<string, Object3D>;
  materials: Map<string, Material[]>;
  nodes: Map<string, Object3D>;
}

/** Read a .vrm (0.x, 1.0) or .glb. Throws where it is none. */
export async function loadModel(data: ArrayBuffer, name: string): Promise<Model> {
  const loader = new GLTFLoader();
  loader.register((parser) => new VRMLoaderPlugin(parser));
  const gltf = await loader.parseAsync(data, "");
  const vrm = (gltf.userData.vrm as VRM | undefined) ?? null;
  if (vrm !== null) {
    VRMUtils.rotateVRM0(vrm);
    vrm.scene.traverse((node) => {
      node.frustumCulled = false;
    });
  }
  const root = vrm?.scene ?? gltf.scene;
  const model: Model = {
    name,
    format: vrm === null ? "glTF" : vrm.meta.metaVersion === "0" ? "VRM 0.x" : "VRM 1.0",
    root,
    vrm,
    morphs: new Map(),
    expressions: expressionsOf(vrm, gltf),
    bones: new Map(),
    materials: new Map(),
    nodes: new Map(),
  };
  root.traverse((node) => register(model, node));
  registerHumanoid(model);
  return model;
}

/** Free what the graphics card holds for a model. */
export function dispose(model: Model): void {
  model.root.removeFromParent();
  VRMUtils.deepDispose(model.root);
}

function register(model: Model, node: Object3D): void {
  model.nodes.set(node.name.toLowerCase(), node);
  if (node instanceof Bone) model.bones.set(node.name.toLowerCase(), node);
  if (!(node instanceof Mesh)) return;
  for (const [name, index] of Object.entries(node.morphTargetDictionary ?? {}))
    add(model.morphs, name, { mesh: node, index });
  for (const material of Array.isArray(node.material) ? node.material : [node.material]) {
    const called = material.name.replace(/ \(Outline\)$/, "");
    if (!model.materials.get(called.toLowerCase())?.includes(material)) add(model.materials, called, material);
  }
}

function add<T>(map: Map<string, T[]>, name: string, value: T): void {
  const key = name.toLowerCase();
  const found = map.get(key);
  if (found) found.push(value);
  else map.set(key, [value]);
}

function registerHumanoid(model: Model): void {
  for (const name of Object.keys(model.vrm?.humanoid.humanBones ?? {})) {
    const node = model.vrm?.humanoid.getRawBoneNode(name as never);
    if (node) model.bones.set(name.toLowerCase(), node);
  }
}

interface OldGroup {
  name?: string;
  presetName?: string;
}

/** Every name of an expression: those of VRM 1.0, and those that a model of VRM 0.x has itself. */
function expressionsOf(vrm: VRM | null, gltf: GLTF): Map<string, string> {
  const found = new Map<string, string>();
  const manager = vrm?.expressionManager;
  if (!manager) return found;
  for (const name of Object.keys(manager.expressionMap)) found.set(name.toLowerCase(), name);
  const extensions = gltf.parser.json.extensions as { VRM?: { blendShapeMaster?: { blendShapeGroups?: OldGroup[] } } };
  for (const group of extensions?.VRM?.blendShapeMaster?.blendShapeGroups ?? []) {
    const name = ofOld(group, found);
    for (const alias of [group.name, group.presetName]) {
      if (name && alias && alias !== "unknown") found.set(alias.toLowerCase(), name);
    }
  }
  return found;
}

const OLD_PRESETS: Record<string, string> = {
  joy: "happy",
  angry: "angry",
  sorrow: "sad",
  fun: "relaxed",
  a: "aa",
  i: "ih",
  u: "ou",
  e: "ee",
  o: "oh",
  blink_l: "blinkLeft",
  blink_r: "blinkRight",
};

function ofOld(group: OldGroup, known: Map<string, string>): string | undefined {
  const preset = group.presetName?.toLowerCase() ?? "";
  return known.get((OLD_PRESETS[preset] ?? preset).toLowerCase()) ?? known.get((group.name ?? "").toLowerCase());
}
