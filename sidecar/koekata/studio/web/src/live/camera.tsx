import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n";
import { known, picture } from "../link/live";
import { askPicture } from "../link/socket";
import { Check } from "../ui/controls";

/** Nobody's picture is shown before somebody asked for it, and it is asked anew each time. */
const wanted = signal(false);

export function CameraView() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const shown = picture.value;
  useEffect(() => {
    askPicture(wanted.value);
    return () => askPicture(false);
  }, [wanted.value]);
  useEffect(() => {
    if (!shown || !canvas.current || !wanted.value) return;
    void draw(canvas.current, shown.jpeg, shown.width, shown.height, shown.faces);
  }, [shown]);
  if (known.value && !known.value.picture) {
    return <p class="hint">{t("The configuration forbids to show the camera's picture.")}</p>;
  }
  return (
    <section class="part">
      <h2>{t("Camera")}</h2>
      <Check
        label={t("Show the picture; it stays on this machine")}
        value={wanted.value}
        onChange={(on) => {
          wanted.value = on;
          if (!on) picture.value = null;
        }}
      />
      {wanted.value && (
        <canvas ref={canvas} class="camera" width={320} height={240} aria-label={t("Camera with landmarks")} />
      )}
    </section>
  );
}

async function draw(
  canvas: HTMLCanvasElement,
  jpeg: Uint8Array<ArrayBuffer>,
  width: number,
  height: number,
  faces: number[][],
): Promise<void> {
  const image = await createImageBitmap(new Blob([jpeg], { type: "image/jpeg" }));
  const context = canvas.getContext("2d");
  if (!context) return;
  canvas.width = width;
  canvas.height = height;
  context.drawImage(image, 0, 0);
  image.close();
  context.fillStyle = getComputedStyle(canvas).getPropertyValue("--accent");
  for (const points of faces) {
    for (let at = 0; at + 1 < points.length; at += 2)
      context.fillRect((points[at] ?? 0) - 0.5, (points[at + 1] ?? 0) - 0.5, 1.3, 1.3);
  }
}
