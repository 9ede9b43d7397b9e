import { expect, it } from 'vitest';
import { fitted } from './fitted.ts';

const box = { x: 100, y: 50, width: 200, height: 100 };
const wide = { width: 400, height: 100 };
const small = { width: 20, height: 20 };

it.each([
  ['fill', wide, '50% 50%', [100, 50, 200, 100]],
  ['contain', wide, '50% 50%', [100, 75, 200, 50]],
  ['contain', wide, '0% 100%', [100, 100, 200, 50]],
  ['cover', wide, '50% 50%', [0, 50, 400, 100]],
  ['cover', wide, '0px 0px', [100, 50, 400, 100]],
  ['cover', wide, 'calc(100% - 10px) 50%', [-110, 50, 400, 100]],
  ['none', wide, '50% 50%', [0, 50, 400, 100]],
  ['scale-down', wide, '50% 50%', [100, 75, 200, 50]],
  ['scale-down', small, '50% 50%', [190, 90, 20, 20]],
  ['auto', small, '0% 0%', [100, 50, 20, 20]],
  ['50% auto', wide, '0% 0%', [100, 50, 100, 25]],
  ['auto 50px', wide, '0% 0%', [100, 50, 200, 50]],
  ['30px 40px', wide, '10px 20px', [110, 70, 30, 40]],
  ['contain', { width: 0, height: 0 }, '50% 50%', [100, 50, 200, 100]],
] as const)('%s of %o at %s', (size, natural, position, [x, y, width, height]) => {
  expect(fitted({ box, natural, size, position })).toEqual({ x, y, width, height });
});
