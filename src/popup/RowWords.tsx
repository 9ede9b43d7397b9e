import type { Capture } from '../core/capture.ts';
import { standing } from '../core/sync.ts';
import { tagName, words } from '../platform/words.ts';
import { RightsMark } from '../ui/RightsMark.tsx';
import { Since } from './Since.tsx';
import { StandingMark } from './StandingMark.tsx';
import { titleOf } from './title-of.ts';

/** What an image is called, and where it stands. */
export function About({ capture }: { capture: Capture }) {
  return (
    <span class="row-about">
      <span class="row-title" dir="auto">
        {titleOf(capture)}
      </span>
      <span class="unseen">{tagName(capture.tag)}</span>
      {capture.regions && <span class="unseen">{words('fact_part')}</span>}
      <span class="row-standing">
        <StandingMark standing={standing(capture)} />
        <Since at={capture.createdAt} />
        <RightsMark rights={capture.provenance.rights} />
      </span>
    </span>
  );
}

/** What stands in its place once it was taken back. */
export function TakenBack({ capture }: { capture: Capture }) {
  return (
    <span class="row-about">
      <span class="unseen">{titleOf(capture)}</span>
      <span class="row-title">{words('taken_back')}</span>
      <span class="row-put-back">{words('popup_put_back')}</span>
    </span>
  );
}

/** Why it failed, and what to do. */
export function Problem({ text, remedy }: { text: string; remedy: string }) {
  return (
    <p class="row-problem">
      <strong>{text}</strong> {remedy}
    </p>
  );
}
