import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { database } from '../db/open.ts';
import { readPicture } from '../db/read.ts';
import './Picture.css';

interface Props {
  readonly sha256: string;
  /** `''` where words beside it say as much. */
  readonly alt: string;
}

/** A capture's small picture, out of the database. Fills the box it is put into. */
export function Picture({ sha256, alt }: Props) {
  const { url, state } = usePicture(sha256);
  if (url === undefined) return <span class={`picture ${state}`} />;
  return <img class="picture" src={url} alt={alt} loading="lazy" decoding="async" draggable={false} />;
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
