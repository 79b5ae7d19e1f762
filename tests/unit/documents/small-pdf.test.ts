import { describe, expect, it } from 'vitest';
import { PDF_RESOURCES } from '../../../cli/pdf-resources';
import { extractDocument } from '../../../src/extract';
import { readDocument } from '../../../src/documents/read';
import { smallDisclosure } from '../../support/small-disclosure';
import { damagedPdf, smallPdf } from '../../support/small-pdf';

const lines = smallDisclosure();
const read = (bytes: Uint8Array) => readDocument('small.pdf', bytes, { pdf: PDF_RESOURCES });

describe('a PDF made for tests', () => {
  it('is read as the lines it was made of, over as many pages as they need', async () => {
    const long = [...lines, ...Array.from({ length: 60 }, (_, i) => `第 ${i + 1} 行`)];
    const pages = await read(smallPdf(long));
    const squeeze = (text: string) => text.replace(/\s+/g, '');
    expect(pages.map(({ lines: on }) => on.length)).toEqual([40, 37]);
    expect(pages.flatMap(({ lines: on }) => on.map(({ text }) => squeeze(text)))).toEqual(long.map(squeeze));
  });

  it('gives the figures of the same disclosure as text', async () => {
    const amounts = async (name: string, bytes: Uint8Array) =>
      (await extractDocument(name, bytes, { pdf: PDF_RESOURCES })).facts.map((fact) => [
        fact.form,
        fact.subject_name,
        fact.measure,
        fact.amount,
      ]);
    const text = await amounts('small.txt', new TextEncoder().encode(lines.join('\n')));
    expect(text).toHaveLength(18);
    expect(await amounts('small.pdf', smallPdf(lines))).toEqual(text);
  });

  it('can be encrypted, damaged, and without text', async () => {
    await expect(read(smallPdf(lines, { encrypted: true }))).rejects.toMatchObject({ reason: 'encrypted' });
    await expect(read(damagedPdf())).rejects.toMatchObject({ reason: 'damaged' });
    await expect(read(smallPdf(lines, { blank: true }))).rejects.toMatchObject({ reason: 'no_text' });
  });
});
