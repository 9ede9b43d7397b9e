import type { Capture } from '../src/core/capture.ts';

/** A capture as the background makes it, not sent anywhere yet. A changed tag is its history too. */
export function makeCapture(changes: Partial<Capture> = {}): Capture {
  const { tag = 'positive', createdAt = 1_000 } = changes;
  return {
    id: 'capture-1',
    project: 'project-1',
    sha256: sha256Of(1),
    tag,
    history: [{ tag, at: createdAt }],
    collector: 'collector-1',
    createdAt,
    image: { mediaType: 'image/png', extension: 'png', width: 640, height: 480, size: 33 },
    provenance: {
      imageUrl: 'https://images.example/a.png',
      pageUrl: 'https://pages.example/',
      frameUrl: 'https://pages.example/',
      title: 'A page',
      alt: '',
      taggedAt: createdAt,
      way: 'frame',
      status: 200,
    },
    removed: false,
    sync: { attempts: 0 },
    ...changes,
  };
}

/** What looks like the SHA-256 of something, another for each number. */
export function sha256Of(number: number): string {
  return number.toString(16).padStart(64, '0');
}
