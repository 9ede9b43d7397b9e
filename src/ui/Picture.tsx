import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Capture } from '../core/capture.ts';
import type { Region } from '../core/region.ts';
import { database } from '../db/open.ts';
import { readPicture } from '../db/read.ts';
import './Picture.css';

interface Props {
  readonly sha256: string;
  /** `''` where words beside it say as much. */
  readonly alt: string;
  /** The part of it that is shown, in the image's own pixels; all of it where there is none. */
  readonly part?: Part | undefined;
}

interface Part {
  readonly box: Region;
  readonly width: number;
  readonly height: number;
}

/** The part that a capture is about; of several, the one marked last. */
export function partOf({ regions, image: { width, height } }: Pick<Capture, 'regions' | 'image'>): Part | undefined {
  const region = regions?.at(-1);
  if (!region) return undefined;
  const box = {
    x: region.x * width,
    y: region.y * height,
    width: region.width * width,
    height: region.height * height,
  };
  return { box, width, height };
}

/** A capture's small picture, out of the database. Fills the box it is put into. */
export function Picture({ sha256, alt, part }: Props) {
  const { url, state } = usePicture(sha256);
  if (url === undefined) return <span class={`picture ${state}`} />;
  if (part) return <Cut url={url} alt={alt} part={part} />;
  return <img class="picture" src={url} alt={alt} loading="lazy" decoding="async" draggable={false} />;
}

/** The whole picture lies behind it, at the size at which the part fills the box. */
function Cut({ url, alt, part: { box, width, height } }: { url: string; alt: string; part: Part }) {
  return (
    <>
      <svg
        class="picture"
        viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
        preserveAspectRatio="xMidYMid slice"
        aria-hidden="true"
      >
        <image href={url} width={width} height={height} preserveAspectRatio="none" />
      </svg>
      {alt !== '' && <span class="unseen">{alt}</span>}
    </>
  );
}

function usePicture(sha256: string) {
  const picture = useSignal<{ url?: string; state: 'loading' | 'missing' | 'there' }>({ state: 'loading' });
  useEffect(() => {
    let url: string | undefined;
    let left = false;
    const show = async () => {
      const blob = await readPicture(await database(), sha256).catch(() => undefined);
      if (left) return;
      url = blob && URL.createObjectURL(blob);
      picture.value = url === undefined ? { state: 'missing' } : { url, state: 'there' };
    };
    void show();
    return () => {
      left = true;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [sha256]);
  return picture.value;
}
