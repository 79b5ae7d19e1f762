import { describe, expect, it } from 'vitest';
import { missingForms } from '../../../src/state/import/form-set';

describe('forms that a document should have', () => {
  it('are 公开01–09 of a final account', () => {
    expect(missingForms('final_account', ['01', '02', '03', '04', '05', '06', '09'])).toEqual(['07', '08']);
    expect(missingForms('final_account', ['01', '03'])).toEqual(['02', '04', '05', '06', '07', '08', '09']);
  });

  it('are the nine of 上海 for a budget', () => {
    expect(missingForms('budget', ['B01', 'B02', 'B03', 'B04', 'B05', 'B06', 'B07', 'B09'])).toEqual(['B08']);
  });

  it('are those of 江苏 where one of its own is there: then 国有资本经营 is none of them', () => {
    const all = ['B01', 'B02', 'B03', 'B04', 'B05', 'B06', 'B07', 'B09', 'B10', 'B11', 'B12'];
    expect(missingForms('budget', all)).toEqual([]);
    expect(missingForms('budget', ['B01', 'B02', 'B03', 'B04', 'B05', 'B10', 'B11', 'B12'])).toEqual([
      'B06',
      'B07',
      'B09',
    ]);
  });
});
