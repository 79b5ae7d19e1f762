import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { PDF_RESOURCES } from '../../../cli/pdf-resources';
import { linesOfPage } from '../../../src/documents/pdf/read';
import type { Extraction } from '../../../src/domain/facts';
import { extractDocument } from '../../../src/extract';
import type { PageLine } from '../../../src/state';
import { outlineOf } from '../../../src/ui/document/boxes';
import { findFigure, firstLineNumber, type FoundFigure } from '../../../src/ui/document/find-figure';

const folder = new URL('../../../../shared/disclosures/pdf/', import.meta.url);
const NAMES = ['财政局_2024_决算', '社会工作部_2024_决算', '省委办公厅_2019_预算_tables', '司法局_2026_预算'];
const files = existsSync(folder)
  ? readdirSync(folder).filter((name) => NAMES.some((part) => name.includes(part)))
  : [];
const squeeze = (text: string) => text.replace(/[\s,，]/g, '');

describe.skipIf(files.length === 0)(
  'figures on the pages of real PDFs (skipped where they are absent)',
  () => {
    describe.each(files)('%s', (name) => {
      let extraction: Extraction;
      const pages = new Map<number, PageLine[]>();
      beforeAll(async () => {
        const bytes = new Uint8Array(readFileSync(new URL(encodeURIComponent(name), folder)));
        extraction = await extractDocument(name, bytes, { pdf: PDF_RESOURCES });
        const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
        const task = pdfjs.getDocument({
          data: bytes.slice(),
          cMapPacked: true,
          verbosity: 0,
          ...PDF_RESOURCES,
        });
        const document = await task.promise;
        let first = 1;
        for (let number = 1; number <= document.numPages; number++) {
          const lines = await linesOfPage(await document.getPage(number), pdfjs.OPS, first, { words: true });
          pages.set(number, lines);
          first += lines.length;
        }
        await task.destroy();
      }, 60_000);

      const found = () =>
        extraction.facts.map((fact) => ({
          fact,
          place: findFigure(pages.get(fact.page!)!, fact, extraction.facts),
        }));
      const textOf = (place: FoundFigure) =>
        place.cell === null
          ? place.spans.map(({ line, from, to }) => line.text.slice(from, to)).join('')
          : place.line.cells![place.cell]!.text;

      it('every figure is found, its place has the printed value, and there is a box to draw', () => {
        expect(extraction.facts.length).toBeGreaterThan(100);
        const wrong = found().flatMap(({ fact, place }) => {
          const text = place && textOf(place);
          const right =
            place && text && (fact.printed_value === null || squeeze(text) === squeeze(fact.printed_value));
          return right && outlineOf(place).figures.length > 0
            ? []
            : [`${fact.fact_id} ${fact.printed_value} → ${text}`];
        });
        expect(wrong).toEqual([]);
      });

      it('figures of one column of a form stand above each other', () => {
        const columns = new Map<string, Set<number>>();
        for (const { fact, place } of found()) {
          const subjects =
            fact.form && /^(B?0[2358]|B?10|B06)$/.test(fact.form) && fact.classification === 'function';
          if (!subjects || !place || place.cell === null) continue;
          const key = `${fact.form} p${fact.page} ${fact.flow} ${fact.fund} ${fact.measure}`;
          const x0 = Math.round(place.line.cells![place.cell]!.x0!);
          columns.set(key, (columns.get(key) ?? new Set()).add(x0));
        }
        expect(columns.size).toBeGreaterThan(1);
        expect([...columns].filter(([, places]) => places.size > 1)).toEqual([]);
      });

      it('the number of a page’s first line is told by its facts, never wrongly', () => {
        const told = [...pages].map(([number, lines]) => [
          firstLineNumber(lines, number, extraction.facts),
          lines[0]?.number,
        ]);
        expect(told.filter(([said, is]) => said !== null && said !== is)).toEqual([]);
        expect(told.filter(([said]) => said !== null).length).toBeGreaterThan(4);
      });
    });
  },
);
