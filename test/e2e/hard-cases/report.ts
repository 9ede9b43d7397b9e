import { expectedIn, type Row } from './row.ts';

type Noted = 'told' | 'silent' | 'right' | 'wrong' | 'impossible';

/** What came of the rows, for the end of a run. */
export interface Report {
  note(row: Row, noted: Noted): void;
  count(noted: Noted): number;
  /** A line for each row that gives less than the server's bytes, with its reason, and the sums. */
  print(): void;
}

export function startReport(browser: 'chromium' | 'firefox'): Report {
  const noted: { row: Row; noted: Noted }[] = [];
  const count = (what: Noted) => noted.filter((entry) => entry.noted === what).length;
  const print = () => {
    const less = noted.filter((entry) => entry.noted === 'told').flatMap(({ row }) => describeLess(browser, row));
    const sums = `${count('right')} right, ${count('impossible')} impossible and said so, ${count('wrong')} wrong, ${count('silent')} silent`;
    console.log([`Hard cases in ${browser}: ${sums}`, ...less].join('\n'));
  };
  return { note: (row, what) => void noted.push({ row, noted: what }), count, print };
}

function describeLess(browser: 'chromium' | 'firefox', row: Row): string[] {
  const expected = expectedIn(browser, row);
  if ('picture' in expected) return [];
  const what = 'word' in expected ? 'a clear word' : expected.way;
  return [`  ${row.page} (${row.of}): ${what}, since ${expected.because}`];
}
