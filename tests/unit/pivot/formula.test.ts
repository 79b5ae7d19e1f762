import { describe, expect, it } from 'vitest';
import { formulaText, parseFormula, type FormulaFault } from '../../../src/analysis/pivot';

const parsed = (text: string) => {
  const result = parseFormula(text);
  return 'terms' in result ? result.terms.map(({ code, sign }) => (sign === 1 ? code : `-${code}`)) : null;
};
const fault = (text: string): FormulaFault | null => {
  const result = parseFormula(text);
  return 'fault' in result ? result.fault : null;
};

describe('formulas of subjects', () => {
  it('are read as people write them', () => {
    expect(parsed('208 + 210 − 20805')).toEqual(['208', '210', '-20805']);
    expect(parsed('２０８＋210-2080505')).toEqual(['208', '210', '-2080505']);
    expect(parsed(' +208')).toEqual(['208']);
    const { terms } = parseFormula('208+210-20805') as { terms: Parameters<typeof formulaText>[0] };
    expect(formulaText(terms)).toBe('208 + 210 − 20805');
  });

  it('are refused where they would count money twice, or take off what is not there', () => {
    expect(fault('208 + 20805')).toEqual({ kind: 'overlap', code: '20805', within: '208' });
    expect(fault('20805 + 208')).toEqual({ kind: 'overlap', code: '20805', within: '208' });
    expect(fault('201 − 20805')).toEqual({ kind: 'not_contained', code: '20805' });
    expect(fault('−208')).toEqual({ kind: 'not_contained', code: '208' });
    expect(fault('208 + 208')).toEqual({ kind: 'twice', code: '208' });
    // Taken off with its 款 already: nothing is left to take off.
    expect(fault('208 − 20805 − 2080505')).toEqual({ kind: 'not_contained', code: '2080505' });
    // Taken off with its 款 and put back.
    expect(fault('208 − 20805 + 2080505')).toBeNull();
  });

  it('are refused where they are not understood', () => {
    expect(fault('')).toEqual({ kind: 'empty' });
    expect(fault('208 210')).toEqual({ kind: 'not_understood', text: '0' });
    expect(fault('208 + 社保')).toEqual({ kind: 'not_understood', text: '+社保' });
    expect(fault('20')).toEqual({ kind: 'not_understood', text: '20' });
  });
});
