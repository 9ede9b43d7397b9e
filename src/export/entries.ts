import type { Capture } from '../core/capture.ts';
import { exportLine, exportPath } from '../core/export-line.ts';
import type { Project } from '../core/project.ts';
import { isReserved } from '../core/rights/reserve.ts';
import { isNegative } from '../core/tag.ts';
import type { FoilDatabase } from '../db/open.ts';
import { eachCapture, readOriginal } from '../db/read.ts';
import { exportReadme } from './readme.ts';

/** What an export holds so far. */
export interface Written {
  readonly positives: number;
  readonly negatives: number;
  /** Of the originals. */
  readonly bytes: number;
  /** Captures whose original is gone. */
  readonly missing: number;
  /** The first of these, to be named. */
  readonly lost: readonly Capture[];
  /** Left out since their makers reserve such use. */
  readonly reserved: number;
}

export interface Source {
  readonly db: FoilDatabase;
  readonly project: Project;
  /** Whether images whose makers reserve such use stay out of it. */
  readonly leaveOut: boolean;
  readonly signal: AbortSignal;
  onProgress(written: Written): void;
}

interface Entry {
  readonly name: string;
  readonly lastModified: Date;
  readonly input: Uint8Array | Blob | string;
}

export const NOTHING: Written = { positives: 0, negatives: 0, bytes: 0, missing: 0, lost: [], reserved: 0 };

/** So many missing captures are named; of the rest there is the count. */
const NAMED = 50;

/** Lines joined into one blob at a time: the browser may keep blobs on the disk. */
const LINES = 1_000;

/** The earliest date a ZIP can say. */
const ZIP_START = Date.UTC(1980, 0, 2);

/** The files of an export, one in memory at a time: originals as they come, then what is known of them, and a README. */
export async function* exportEntries({ db, project, leaveOut, signal, onProgress }: Source): AsyncGenerator<Entry> {
  let written = NOTHING;
  const lines: Lines = { blobs: [], open: [] };
  for await (const capture of eachCapture(db, project.id)) {
    signal.throwIfAborted();
    if (leaveOut && isReserved(capture.provenance.rights)) {
      written = { ...written, reserved: written.reserved + 1 };
      continue;
    }
    const bytes = await readBytes(db, capture.sha256);
    written = bytes ? count(written, capture, bytes.byteLength) : lose(written, capture);
    if (bytes) yield { name: exportPath(capture), lastModified: dateOf(capture), input: bytes };
    if (bytes) addLine(lines, exportLine(capture, project));
    onProgress(written);
  }
  const lastModified = new Date();
  yield { name: 'metadata.jsonl', lastModified, input: new Blob([...lines.blobs, ...lines.open]) };
  yield { name: 'README.md', lastModified, input: exportReadme(project, written, lastModified) };
}

/** `undefined` where the row is gone, or a browser has lost the file behind it: seen as an error only when it is read. */
async function readBytes(db: FoilDatabase, sha256: string): Promise<Uint8Array | undefined> {
  const original = await readOriginal(db, sha256);
  try {
    return original && new Uint8Array(await original.bytes.arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

function count(written: Written, { tag }: Capture, bytes: number): Written {
  const key = isNegative(tag) ? 'negatives' : 'positives';
  return { ...written, [key]: written[key] + 1, bytes: written.bytes + bytes };
}

function lose(written: Written, capture: Capture): Written {
  const lost = written.lost.length < NAMED ? [...written.lost, capture] : written.lost;
  return { ...written, missing: written.missing + 1, lost };
}

interface Lines {
  readonly blobs: Blob[];
  open: string[];
}

function addLine(lines: Lines, line: string): void {
  lines.open.push(`${line}\n`);
  if (lines.open.length < LINES) return;
  lines.blobs.push(new Blob(lines.open));
  lines.open = [];
}

function dateOf({ createdAt }: Capture): Date {
  return new Date(Math.max(ZIP_START, createdAt));
}
