import { MToonMaterial } from "@pixiv/three-vrm";
import { type BufferGeometry, LinearMipmapNearestFilter, Mesh, SkinnedMesh, type Texture } from "three";
import { Bend } from "./bend";
import type { Model } from "./load";
import fragment from "./plain.frag?raw";

/** Names by which programs tell that they draw without a graphics card. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Whether pictures are drawn by the processor. */
export function isSoftware(): boolean {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) return false;
  const names = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return SOFTWARE.test(name);
}

/**
 * Make a model cheaper to draw for a processor, which computes every point that is hidden later, too: MToon without
 * rim light, matcaps and normal maps, and textures read from one size. Returns what bends its meshes.
 */
export function simplify(model: Model): Bend[] {
  const bends: Bend[] = [];
  const geometries = new Set<BufferGeometry>();
  model.root.traverse((node) => {
    if (!(node instanceof Mesh)) return;
    for (const material of [node.material].flat()) if (material instanceof MToonMaterial) cheapen(material);
    if (!(node instanceof SkinnedMesh) && Object.keys(node.geometry.morphAttributes).length === 0) return;
    if (geometries.has(node.geometry)) node.geometry = node.geometry.clone();
    geometries.add(node.geometry);
    bends.push(new Bend(node));
  });
  return bends;
}

function cheapen(material: MToonMaterial): void {
  const { map, shadeMultiplyTexture } = material;
  material.fragmentShader = fragment;
  // A texture that is both the light's and the shade's is looked up once.
  if (map && shadeMultiplyTexture?.source === map.source) material.defines = { ...material.defines, SHADED_BY_MAP: 1 };
  for (const texture of [map, shadeMultiplyTexture]) if (texture) fromOneSize(texture);
  material.needsUpdate = true;
}

function fromOneSize(texture: Texture): void {
  texture.minFilter = LinearMipmapNearestFilter;
  texture.needsUpdate = true;
}
