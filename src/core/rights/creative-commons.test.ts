import { expect, test } from 'vitest';
import { creativeCommonsIn } from './creative-commons.ts';

test.each<[text: string, name: string | undefined]>([
  ['https://creativecommons.org/licenses/by/4.0/', 'CC BY 4.0'],
  ['http://creativecommons.org/licenses/by-sa/3.0/de/deed.en', 'CC BY-SA 3.0 DE'],
  ['https://creativecommons.org/licenses/by-nc-nd/3.0/igo/', 'CC BY-NC-ND 3.0 IGO'],
  ['//www.creativecommons.org/licences/by-nc-sa/2.5', 'CC BY-NC-SA 2.5'],
  ['https://creativecommons.org/licenses/by-sa/4.0/deed.de', 'CC BY-SA 4.0'],
  ['https://creativecommons.org/licenses/BY-NC/4.0/', 'CC BY-NC 4.0'],
  ['https://creativecommons.org/licenses/nd-nc/1.0/', 'CC NC-ND 1.0'],
  ['https://creativecommons.org/licenses/by', 'CC BY'],
  ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0 1.0'],
  ['https://creativecommons.org/publicdomain/mark/1.0/', 'Public Domain Mark 1.0'],
  ['https://creativecommons.org/licenses/publicdomain/', 'Public Domain'],
  ['This work is under <a href="http://creativecommons.org/licenses/by-nd/2.0/">this</a>.', 'CC BY-ND 2.0'],
  ['Photo: Ann, CC BY-SA 4.0, via Wikimedia Commons', 'CC BY-SA 4.0'],
  ['Ann / CC-BY-NC-ND-2.0', 'CC BY-NC-ND 2.0'],
  ['CC BY NC 2.0', 'CC BY-NC 2.0'],
  ['dedicated under CC0', 'CC0'],
  ['CC0 1.0 Universal', 'CC0 1.0'],
  ['cc by post to Ann', undefined],
  ['CCTV by night', undefined],
  ['https://creativecommons.org/about/', undefined],
  ['https://creativecommons.org/licenses/constructor/1.0/', undefined],
  ['https://creativecommons.org/licenses/by-evil/1.0/', undefined],
  ['', undefined],
  [`${'x'.repeat(20_000)} CC BY 4.0`, undefined],
])('%s', (text, name) => expect(creativeCommonsIn(text)).toBe(name));
