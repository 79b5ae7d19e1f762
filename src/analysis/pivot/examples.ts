import type { Query } from '../../engine/types';
import { NO_FILTER } from '../filter';
import { BASES, BASIS_IDS } from './basis';
import { evidenceFactsQuery } from './evidence';
import { cellsQuery, coverageQuery, misfitsQuery, namesQuery, optionsQuery } from './queries';
import { COLUMN_AXES, DEFAULT_PIVOT, type DepartmentKey, type PivotRequest } from './request';

const SHOWN: readonly DepartmentKey[] = [
  { region: '甘肃省临夏市', department: '临夏市人民政府办公室' },
  { region: '河南省安阳市北关区', department: '安阳市北关区便民服务中心' },
];

function example(name: string, change: Partial<PivotRequest>): { name: string; queries: Query[] } {
  const request = { ...DEFAULT_PIVOT, ...change };
  return {
    name,
    queries: [
      coverageQuery(request),
      cellsQuery(request, SHOWN),
      misfitsQuery(request),
      namesQuery(request),
      optionsQuery(request),
      evidenceFactsQuery(request, '', ['临夏市-临夏市人民政府办公室-2024-final_account']),
    ],
  };
}

/** Every basis with its measures, axis, stage and filter, for the differential test. */
export const examples: { name: string; queries: Query[] }[] = [
  ...BASIS_IDS.flatMap((basis) =>
    BASES[basis].measures.map((measure) => example(`pivot ${basis} ${measure}`, { basis, measure })),
  ),
  ...COLUMN_AXES.map((columns) => example(`pivot by ${columns}`, { columns })),
  ...BASES['05'].narrativeStages.map((stage) => example(`pivot 05 ${stage}`, { basis: '05', stage })),
  example('pivot of one year, one department, one scope', {
    basis: '05',
    measure: 'basic',
    filter: { years: [2024], departments: ['临夏市人民政府办公室'], regions: [], scope: 'department' },
  }),
  example('pivot of a filter that matches nothing', { filter: { ...NO_FILTER, years: [1900] } }),
];
