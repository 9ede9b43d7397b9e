import type { Project } from '../core/project.ts';
import type { Written } from './entries.ts';

/**
 * The `README.md` inside an export. In English whatever the person's language: it travels with the data to people and
 * tools that never saw Foil. The names in it are code spans, so that no name is read as markup.
 */
export function exportReadme({ name, target }: Project, written: Written, at: Date): string {
  const { positives, negatives, missing, reserved } = written;
  const lost = missing === 0 ? '' : `\n${missing} captures are left out: their bytes were no longer in the browser.\n`;
  const held = reserved === 0 ? '' : `\n${reserved} captures are left out: their makers reserve such use.\n`;
  return `# Images exported from Foil

Project: ${code(name)}. Target: ${code(target)}. Exported ${at.toISOString()}.

- \`positives/\`: ${positives} images that show the target, at least in part.
- \`negatives/\`: ${negatives} images in which a person saw no target.
- \`metadata.jsonl\`: one JSON object a line for each image.
${lost}${held}
Each file holds the bytes as they were captured and is named after their SHA-256.

## What a negative says

Each negative denies the target of this project, and nothing else: other things may well be in the picture. There are two
kinds, told apart by \`tag\` in \`metadata.jsonl\`: a \`context-negative\` shows the target's surroundings without it, a
\`distractor\` shows something that looks like the target and is not.

**Training has to count them.** An image without annotation is often taken for one that nobody has labelled yet, and left
out. So when you bring this into a format or a tool:

- COCO: an entry in \`images\` without annotations. Detectron2 drops these unless
  \`DATALOADER.FILTER_EMPTY_ANNOTATIONS=False\`.
- YOLO: an empty \`.txt\` beside the image.
- Pascal VOC: an XML file without \`<object>\`.
- LVIS: the target in the image's \`neg_category_ids\`.
- Open Images: a human-verified row for the target with \`Confidence\` 0.
- EyePop: an approved ground truth with an empty list of objects, or a folder upload with the folder \`negatives\`. Only
  where the dataset has no other label, or none of them is in the picture.
- Hugging Face: \`load_dataset("imagefolder", data_dir=".")\` reads \`metadata.jsonl\`; \`label\` says \`positive\` or \`negative\`.

**A positive has no box here.** Draw boxes, or auto-label and review, before you train a detector; never load a positive as
an empty image.

## metadata.jsonl

\`file_name\`, \`label\`, \`tag\` (positive, context-negative, distractor), \`target\`, \`project\`, \`sha256\`, \`media_type\`, \`width\` and
\`height\` in pixels as shown, \`size\` in bytes, \`regions\` (the parts that the tag is about, as shares of width and height; the whole where there are none),
\`created_at\`, \`collector\` (a random id of the installation), \`history\` of tags, \`provenance\` and \`sync\` (where it stands
towards the project's destination).

\`provenance\` says where it was found: \`image_url\`, \`page_url\`, \`frame_url\`, \`link_url\` (where a link around it leads), \`title\`,
\`alt\` and \`caption\`, as the page said them; \`tagged_at\`; \`way\` (how the bytes were had) and \`form\` (\`original\`, \`re-encoded\` or
\`screenshot\`); \`http_status\`; \`moment\` (of a video's frame, in seconds); and \`rights\`.

## Rights

The images belong to whoever made them. \`provenance.rights\` lists what page, server (\`header\`) and file (\`iptc\`, \`xmp\`, \`exif\`) say of
them; nobody has checked it, and where nothing is said nothing is allowed by that. Each entry has a \`source\`, a \`value\` in the
words of the source, and a \`kind\`:

- \`licence\`, \`creative-commons\` (its name; \`NC\` forbids commercial use, \`ND\` changes), \`copyright\`, \`creator\`, \`credit\`;
- \`no-ai\` and \`tdm-reserved\`: the maker reserves the use for AI, or for text and data mining;
- \`ai-made\`: a model made the image, in whole or in part.
`;
}

/** Text between backticks more numerous than any inside it (CommonMark, 6.1), on one line. */
function code(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text.replace(/\s+/g, ' ')}${pad}${fence}`;
}
