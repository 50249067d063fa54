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
 * Makes a model cheaper to draw for a processor, which computes every point that is hidden later, too: MToon without
 * rim light, matcaps and normal maps, textures read from one size, and each vertex bent once.
 */
export class Plain {
  private readonly bends: Bend[] = [];
  private readonly outlines = new Map<MToonMaterial, number>();

  constructor(model: Model) {
    const geometries = new Set<BufferGeometry>();
    model.root.traverse((node) => {
      if (!(node instanceof Mesh)) return;
      for (const material of [node.material].flat()) if (material instanceof MToonMaterial) this.take(material);
      if (!(node instanceof SkinnedMesh) && Object.keys(node.geometry.morphAttributes).length === 0) return;
      if (geometries.has(node.geometry)) node.geometry = node.geometry.clone();
      geometries.add(node.geometry);
      this.bends.push(new Bend(node));
    });
  }

  private take(material: MToonMaterial): void {
    cheapen(material);
    if (material.isOutline) this.outlines.set(material, material.outlineWidthFactor);
  }

  /** Bend the meshes as their weights and bones are now; the world's matrices are those of this picture. */
  bend(): void {
    for (const bend of this.bends) bend.update();
  }

  /** Draw outlines wider where the picture is coarser: thinner than a point, and without smoothed edges, they break up. */
  sharpen(sharpness: number): void {
    for (const [material, width] of this.outlines) material.outlineWidthFactor = width / Math.min(1, sharpness);
  }
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
