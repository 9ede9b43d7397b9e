import { isImageAddress } from '../../core/found.ts';
import { type Finder, type Showing, showing } from './finder.ts';

/** A video: the poster until it has been played or wound, then the frame that is seen (HTML, "show poster flag"). */
export const findVideo: Finder = (element) => {
  if (!(element instanceof HTMLVideoElement)) return [];
  const poster = showing(element.poster);
  const frame = frameOf(element);
  const hasStarted = !element.paused || element.currentTime > 0 || element.played.length > 0;
  return hasStarted ? [...frame, ...poster] : [...poster, ...frame];
};

function frameOf(video: HTMLVideoElement): Showing[] {
  const { readyState, videoWidth: width, videoHeight: height, currentTime: moment, currentSrc } = video;
  if (readyState < HTMLMediaElement.HAVE_CURRENT_DATA || width === 0) return [];
  const url = isImageAddress(currentSrc) ? currentSrc : '';
  return [{ kind: 'video', url, width, height, decoded: true, moment, larger: [] }];
}
