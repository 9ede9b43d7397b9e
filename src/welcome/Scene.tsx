/** A dog before hills: flat shapes in the page's own colours. */
export function Scene() {
  return (
    <svg class="scene" viewBox="0 0 360 220" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect class="sky" width="360" height="220" />
      <circle class="sun" cx="128" cy="46" r="22" />
      <path class="far" d="M0 150 74 92l62 46 60-58 96 76 68-36v90H0z" />
      <path class="near" d="M0 172c60-26 118-20 180-4s120 12 180-10v62H0z" />
      <path
        class="dog"
        d="M62 190v-44c-8-2-14-10-15-20 0-3 4-4 6-1 4 8 10 11 18 11h42c8-2 12-8 14-16l4-16c1-4 5-5 7-2l8 10 16 4c5 1 8 4 7 8-1 6-6 10-13 10h-8l-6 24c-1 5-3 8-6 10v22h-13v-20H84l-8 6v14z"
      />
    </svg>
  );
}
