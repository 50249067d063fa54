/** A small drawn face that does what is asked. */
interface Look {
  brows?: number;
  eyes?: number;
  mouth?: string;
  filled?: boolean;
  arrows?: boolean;
  puffed?: boolean;
}

/** What is to be done in each step, one after the other. */
const LOOKS: Record<string, Look[]> = {
  neutral: [{}],
  turn: [{ arrows: true }],
  brows: [{ brows: -7 }, { brows: 5 }],
  eyes: [{ eyes: 0 }, { eyes: 1.35, brows: -3 }],
  smile: [
    { mouth: "M32 62q18 18 36 0", brows: -1 },
    { mouth: "M36 70q14-12 28 0", brows: 2 },
  ],
  jaw: [
    { mouth: "M38 60q12-4 24 0q2 20-12 20t-12-20z", filled: true },
    { mouth: "M46 66q9 3 18 0" },
    { mouth: "M36 66q9 3 18 0" },
  ],
  pucker: [{ mouth: "M45 66a5 5 0 1 0 10 0a5 5 0 1 0-10 0" }, { mouth: "M45 66q5 2 10 0", puffed: true }],
  a: [{ mouth: "M38 60q12-4 24 0q2 18-12 18t-12-18z", filled: true }],
  i: [{ mouth: "M33 64q17 4 34 0q-17 10-34 0z", filled: true }],
  u: [{ mouth: "M46 66a4 4 0 1 0 8 0a4 4 0 1 0-8 0", filled: true }],
  e: [{ mouth: "M35 61q15 0 30 0q-3 11-15 11t-15-11z", filled: true }],
  o: [{ mouth: "M42 66a8 9 0 1 0 16 0a8 9 0 1 0-16 0", filled: true }],
};
const ROUNDS = 2;

/** `progress` of the step, in [0, 1], shows its looks in turn, twice. */
export function FacePicture({ step, progress }: { step: string; progress: number }) {
  const looks = LOOKS[step] ?? [];
  const look = looks[Math.floor(progress * ROUNDS * looks.length) % looks.length] ?? {};
  const { brows = 0, eyes = 1, mouth = "M41 66q9 3 18 0", filled = false, arrows = false, puffed = false } = look;
  return (
    <svg class="face-picture" viewBox="0 0 100 100" aria-hidden="true">
      <path class="face-skin" d="M18 40q0-30 32-30t32 30q0 34-32 48q-32-14-32-48z" />
      <g class="face-line">
        <path d={`M27 ${32 + brows}q8-6 16-2M57 ${30 + brows}q8-4 16 2`} />
        {eyes > 0 ? (
          <>
            <ellipse cx={35} cy={43} rx={6} ry={7 * eyes} class="face-fill" />
            <ellipse cx={65} cy={43} rx={6} ry={7 * eyes} class="face-fill" />
          </>
        ) : (
          <path d="M28 44q7 5 14 0M58 44q7 5 14 0" />
        )}
        <path d={mouth} class={filled ? "face-fill" : ""} />
        {puffed && <path d="M25 58q-6 8 2 15M75 58q6 8-2 15" />}
        {arrows && <path d="M10 94h16m-6-4 6 4-6 4M90 94H74m6-4-6 4 6 4" />}
      </g>
    </svg>
  );
}
