/** A beat between two looks at something that tells nobody when it changes. */
const BEAT_MS = 40;

/**
 * Looks again and again until `look` gives something truthy, and returns that. For conditions that raise no event
 * (windows of an X display, a process that goes): where there is an event, wait for the event.
 * @throws after `deadlineMs`, naming `what` was awaited
 */
export async function until<T>(what: string, look: () => T | Promise<T>, deadlineMs = 10_000): Promise<NonNullable<T>> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > end) throw new Error(`gave up after ${deadlineMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, BEAT_MS));
  }
}
