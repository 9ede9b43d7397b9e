import { type Capture, formOf, type Provenance } from './capture.ts';
import type { Json, JsonObject } from './json.ts';
import type { Project } from './project.ts';
import { isSha256 } from './sha256.ts';
import { standing } from './sync.ts';
import { isNegative } from './tag.ts';

/**
 * Where an original lies in an export: `positives/<sha256>.jpg`. Made of nothing that a page chose, so that no name can
 * climb out of the folder it is unpacked in.
 */
export function exportPath({ tag, sha256, image }: Capture): string {
  const folder = isNegative(tag) ? 'negatives' : 'positives';
  const name = isSha256(sha256) ? sha256 : 'unknown';
  const extension = /^[a-z0-9]{1,5}$/.test(image.extension) ? image.extension : 'bin';
  return `${folder}/${name}.${extension}`;
}

/**
 * One line of an export's `metadata.jsonl`, without its line end: all that is known of a capture, `file_name` first, as
 * Hugging Face's ImageFolder wants it. Every line has the same keys, so that a reader can infer one schema for all.
 */
export function exportLine(capture: Capture, { name, target }: Pick<Project, 'name' | 'target'>): string {
  const { tag, sha256, image, history, collector, createdAt, regions = [] } = capture;
  const line: JsonObject = {
    file_name: exportPath(capture),
    label: isNegative(tag) ? 'negative' : 'positive',
    tag,
    target,
    project: name,
    sha256,
    media_type: image.mediaType,
    width: image.width,
    height: image.height,
    size: image.size,
    regions: regions.map(({ x, y, width, height }) => ({ x, y, width, height })),
    created_at: isoTime(createdAt),
    collector,
    history: history.map((tagged) => ({ tag: tagged.tag, at: isoTime(tagged.at) })),
    provenance: provenanceOf(capture.provenance),
    sync: syncOf(capture),
  };
  return JSON.stringify(line);
}

function provenanceOf(provenance: Provenance): JsonObject {
  const { title, alt, caption = '', linkUrl = '', way, status, moment = null, rights = [] } = provenance;
  return {
    image_url: withoutUser(provenance.imageUrl),
    page_url: withoutUser(provenance.pageUrl),
    frame_url: withoutUser(provenance.frameUrl),
    link_url: withoutUser(linkUrl),
    title,
    alt,
    caption,
    tagged_at: isoTime(provenance.taggedAt),
    way,
    form: formOf(way),
    http_status: status,
    moment,
    rights: rights.map(({ kind, source, value }) => ({ kind, source, value })),
  };
}

function syncOf(capture: Capture): JsonObject {
  const { receipt, failure } = capture.sync;
  return {
    standing: standing(capture),
    receipt_id: receipt?.id ?? null,
    receipt_tag: receipt?.tag ?? null,
    failure: failure?.kind ?? null,
  };
}

/** A name and password before the host are the person's own, not the picture's. */
function withoutUser(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1');
}

/** `null` for what is no point in time: one bad row must not stop an export. */
function isoTime(ms: number): Json {
  return Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : null;
}
