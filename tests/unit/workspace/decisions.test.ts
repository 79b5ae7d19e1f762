import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDecisions, UnitNotExact } from '../../../src/dataset';
import { parseAmount } from '../../../src/domain/money';
import { extractionOf, factOf } from './extraction';

describe('decisions of the reader', () => {
  test('none change nothing', () => {
    const read = extractionOf({ doc_id: '别样的编号', title: '别样的标题' });
    const same = { ...read.document };
    const applied = applyDecisions(read, {});
    expect(applied.document).toEqual(same);
    expect(applyDecisions(extractionOf(), { department: '临夏市某局', unit: '万元' })).toEqual(
      extractionOf(),
    );
  });

  test('department, region, year, kind and scope go into every row, the id and the title', () => {
    const read = extractionOf();
    const { document, facts, statements, indicators, warnings } = applyDecisions(read, {
      department: '临夏市财政局',
      region: '甘肃省临夏市',
      fiscal_year: 2022,
      kind: 'budget',
      scope: 'unit',
    });
    const doc_id = '甘肃省临夏市-临夏市财政局-2022-budget-unit';
    expect(document).toEqual({
      ...read.document,
      doc_id,
      title: '临夏市财政局2022年度单位预算公开',
      department: '临夏市财政局',
      region: '甘肃省临夏市',
      fiscal_year: 2022,
      kind: 'budget',
      scope: 'unit',
    });
    expect(facts).toEqual([
      {
        ...factOf(),
        doc_id,
        department: '临夏市财政局',
        region: '甘肃省临夏市',
        fiscal_year: 2022,
        scope: 'unit',
      },
    ]);
    for (const rows of [statements, indicators, warnings])
      expect(rows.map((row) => row.doc_id)).toEqual([doc_id]);
    expect(read).toEqual(extractionOf());
  });

  test('the unit of the forms rereads their amounts, exactly', () => {
    const asYuan = applyDecisions(extractionOf(), { unit: '元' });
    // 136.53 元 is 13 653 分, and the last place is worth one 分.
    expect(asYuan.facts[0]).toMatchObject({
      amount: 13_653n,
      resolution: 1n,
      printed_unit: '元',
      printed_value: '136.53',
    });
    expect(asYuan.document).toMatchObject({ unit_printed: '元', doc_id: extractionOf().document.doc_id });
    const inYuan = extractionOf({ unit_printed: '元' }, [
      factOf({ amount: 13_653n, resolution: 1n, printed_unit: '元' }),
    ]);
    expect(applyDecisions(inYuan, { unit: '万元' }).facts[0]).toMatchObject({
      amount: 136_530_000n,
      resolution: 10_000n,
    });
  });

  test('of the text, of columns in another unit, and of statements the amounts stay', () => {
    const narrative = factOf({ source: 'narrative', form: null });
    const otherUnit = factOf({ form: '09', printed_unit: '元', amount: 5_000n });
    const { facts, statements } = applyDecisions(extractionOf({}, [narrative, otherUnit]), { unit: '元' });
    expect(facts.map(({ amount, printed_unit }) => [amount, printed_unit])).toEqual([
      [136_530_000n, '万元'],
      [5_000n, '元'],
    ]);
    expect(statements).toEqual(extractionOf().statements);
  });

  test('a restored amount without a printed unit is of the forms', () => {
    const restored = factOf({ printed_unit: null, printed_value: null });
    expect(applyDecisions(extractionOf({}, [restored]), { unit: '元' }).facts[0]).toMatchObject({
      amount: 13_653n,
      printed_unit: null,
    });
  });

  test('parts of a 分 are not rounded away: the unit is refused, with the amount named', () => {
    const fine = factOf({ amount: 1_365_312_345n, resolution: 1n, printed_value: '1365.312345' });
    const deciding = () => applyDecisions(extractionOf({}, [fine]), { unit: '元' });
    expect(deciding).toThrow(UnitNotExact);
    expect(deciding).toThrow('1365.312345');
  });

  test('any printed amount: read in one unit and decided for the other is as if read in the other', () => {
    const digits = fc.integer({ min: 0, max: 10 ** 9 }).map((n) => (n / 100).toFixed(2));
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom(['元', '万元'] as const, ['万元', '元'] as const),
        (printed, [from, to]) => {
          const [read, wanted] = [parseAmount(printed, from)!, parseAmount(printed, to)!];
          const fact = factOf({ ...read, printed_value: printed, printed_unit: from });
          const [decided] = applyDecisions(extractionOf({ unit_printed: from }, [fact]), { unit: to }).facts;
          expect(decided).toMatchObject({ ...wanted, printed_unit: to });
        },
      ),
    );
  });
});
