import type { Project } from '../core/project.ts';
import type { Written } from './entries.ts';

/**
 * The `README.md` inside an export. In English whatever the person's language: it travels with the data to people and
 * tools that never saw Foil. The names in it are code spans, so that no name is read as markup.
 */
export function exportReadme({ name, target }: Project, { positives, negatives, missing }: Written, at: Date): string {
  const lost = missing === 0 ? '' : `\n${missing} captures are left out: their bytes were no longer in the browser.\n`;
  return `# Images exported from Foil

Project: ${code(name)}. Target: ${code(target)}. Exported ${at.toISOString()}.

- \`positives/\`: ${positives} images that show the target, at least in part.
- \`negatives/\`: ${negatives} images in which a person saw no target.
- \`metadata.jsonl\`: one JSON object a line for each image.
${lost}
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
\`height\` in pixels as shown, \`size\` in bytes, \`created_at\`, \`collector\` (a random id of the installation), \`history\` of tags,
\`provenance\` (where it was found: addresses, title and alt text, as the page said them) and \`sync\` (where it stands
towards the project's destination).

The images belong to whoever made them. \`provenance\` tells you whom to ask.
`;
}

/** Text between backticks more numerous than any inside it (CommonMark, 6.1), on one line. */
function code(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text.replace(/\s+/g, ' ')}${pad}${fence}`;
}
