/** Whether an answer is a picture after the other without an end, as cameras send them ("motion JPEG"). */
export function isStream(header: (name: string) => string | null): boolean {
  return /^\s*multipart\/x-mixed-replace\b/i.test(header('content-type') ?? '');
}
