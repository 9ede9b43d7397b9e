/** Foil's mark (icons/foil.svg): the target, and the look-alike behind it. Beside its name, so it needs none itself. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg viewBox="0 0 128 128" width={size} height={size} aria-hidden="true">
      <path
        fill="#dc40a2"
        d="M44.42 36.06A42 42 0 1 1 91.94 83.58A50 50 0 0 0 88.6 67.87A26 26 0 1 0 60.13 39.4A50 50 0 0 0 44.42 36.06z"
      />
      <circle cx="42" cy="86" r="42" fill="#18924f" />
    </svg>
  );
}
