import { MeshoptSimplifier } from "meshoptimizer/simplifier";
import { BufferAttribute, type BufferGeometry } from "three";
import { flat } from "./bend";

/** How far a surface may come to lie beside where it was, as a share of the mesh's extent. */
const FAR = 0.003;
/** What a turned normal costs beside that: it moves the edge of the shade. */
const TURNED = 0.05;

/**
 * Draws a surface of fewer triangles: a processor pays for each as much as for the points in it. Vertices stay, so that
 * bones and morphs are what they were, and what a morph moves keeps all its triangles.
 */
export async function fewer(geometry: BufferGeometry): Promise<void> {
  const { index, groups } = geometry;
  const { position, normal } = geometry.attributes;
  if (!index || !position || !normal) return;
  // More than one part in one list cannot be told apart afterwards.
  if (groups.some(({ start, count }) => start > 0 || count < index.count)) return;
  await MeshoptSimplifier.ready;
  const [found] = MeshoptSimplifier.simplifyWithAttributes(
    Uint32Array.from(index.array),
    flat(position as BufferAttribute),
    3,
    flat(normal as BufferAttribute),
    3,
    [TURNED, TURNED, TURNED],
    moving(geometry, position.count),
    0,
    FAR,
  );
  geometry.setIndex(new BufferAttribute(index.array instanceof Uint16Array ? Uint16Array.from(found) : found, 1));
  for (const group of groups) group.count = found.length;
}

/** 1 for each vertex that a morph moves. */
function moving(geometry: BufferGeometry, count: number): Uint8Array {
  const found = new Uint8Array(count);
  for (const morph of geometry.morphAttributes.position ?? [])
    for (let vertex = 0; vertex < count; vertex += 1)
      if (morph.getX(vertex) !== 0 || morph.getY(vertex) !== 0 || morph.getZ(vertex) !== 0) found[vertex] = 1;
  return found;
}
