import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { PDF_RESOURCES } from '../../cli/pdf-resources';
import type { Fact } from '../../src/domain/facts';
import { withoutOrdinal } from '../../src/domain/functional';
import { standardName } from '../../src/domain/names';
import { extractDocument } from '../../src/extract';

/**
 * Budget disclosures against figures transcribed from their pages by reading (tests/fixtures/expected/budget): every
 * printed amount of every form, none missing, none more, none elsewhere.
 */
const fixtures = new URL('../fixtures/expected/budget/', import.meta.url);
const disclosures = new URL('../../../shared/disclosures/pdf/', import.meta.url);

function readFixture(name: string): { file: string; cells: string[] } {
  const lines = readFileSync(new URL(name, fixtures), 'utf8').split('\n');
  const file = /^# file: (.+)$/.exec(lines[0]!)![1]!;
  return { file, cells: lines.filter((line) => /^B\d\d\t/.test(line)).map((line) => line.trimEnd()) };
}

/** Origins by their printed name, everything else by code or standard name. */
function cellOf(fact: Fact): string {
  const origin = fact.classification === 'origin' && fact.printed_name;
  const subject =
    fact.subject_code ?? (origin ? standardName(withoutOrdinal(fact.printed_name!)) : fact.subject_name);
  return [fact.form, fact.flow, subject, fact.fund, fact.measure, fact.printed_value].join('\t');
}

for (const name of readdirSync(fixtures)) {
  const { file, cells } = readFixture(name);
  const path = new URL(file, disclosures);
  describe.skipIf(!existsSync(path))(`${name} (skipped where ../shared/disclosures is absent)`, () => {
    let found: Fact[];
    beforeAll(async () => {
      const bytes = new Uint8Array(readFileSync(path));
      found = (await extractDocument(file, bytes, { pdf: PDF_RESOURCES })).facts;
    });

    it('has every printed amount of its forms in its place, and no other', () => {
      const forms = found.filter((fact) => fact.source === 'budget_form').map(cellOf);
      expect(forms.sort()).toEqual([...cells].sort());
    });
    it('says of every amount that it is the initial budget', () => {
      expect(new Set(found.filter((f) => f.source === 'budget_form').map((f) => f.stage))).toEqual(
        new Set(['initial_budget']),
      );
    });
  });
}
