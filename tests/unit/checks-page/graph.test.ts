import { describe, expect, it } from 'vitest';
import { placeFacts } from '../../../src/pages/checks/identities';
import { formsGraph, otherDocument } from '../../../src/pages/checks/graph-model';
import { badgeOf, drawnGraph, stateOf } from '../../../src/pages/checks/graph-view';
import { wordsOf } from '../../../src/pages/checks/words';
import { graphLayout, neighbour, type DrawnEdge, type DrawnNode } from '../../../src/ui/forms-graph/layout';
import { documentRow, fact, finding, instance, side } from './support';

const FACTS = new Map([
  ['03-212', fact('03-212')],
  ['05-212', fact('05-212', { form: '05', line: 41 })],
  ['n-212', fact('n-212', { source: 'narrative', form: null, line: 99 })],
  ['p-212', fact('p-212', { source: 'performance', form: null })],
]);
const at = (id: string) => side(id, 1n, [id]);
const between = (left: string, right: string, over = {}) =>
  instance({ outcome: 'exact', about: `${left} ${right}`, left: at(left), right: at(right), ...over });
const graphOf = (instances: ReturnType<typeof instance>[], findings = [] as ReturnType<typeof finding>[]) =>
  formsGraph(documentRow(), [{ instances, findings }], placeFacts([...FACTS.values()]));

describe('the graph of a document', () => {
  it('has a node for every form that stands in it, and for what else its identities speak of, in order', () => {
    const { nodes } = graphOf([
      between('03-212', 'p-212'),
      between('03-212', 'n-212'),
      between('03-212', 'x', { right: { ...at('x'), doc_id: 'another' } }),
    ]);
    expect(nodes.map(({ place }) => place)).toEqual([
      '03',
      '05',
      '07',
      'narrative',
      'performance',
      'document:another',
    ]);
    expect(otherDocument(nodes.at(-1)!.place)).toBe('another');
  });

  it('ties two forms by one edge with the count of each outcome, whichever side they stand on', () => {
    const broken = between('05-212', '03-212', { outcome: 'conflict', about: 'broken' });
    const remark = between('03-212', '05-212', { outcome: 'conflict', about: 'remark' });
    const { edges, nodes } = graphOf(
      [
        between('03-212', '05-212'),
        between('05-212', '03-212', { rule: 'E21', outcome: 'rounding' }),
        broken,
        remark,
        between('03-212', '03-212'),
        between('03-212', '05-212', { outcome: 'not_applicable' }),
      ],
      [finding({ instances: [broken] }), finding({ severity: 'info', instances: [remark] })],
    );
    expect(edges).toHaveLength(1);
    expect(edges[0]).toMatchObject({
      from: '03',
      to: '05',
      rules: ['E7', 'E21'],
      tally: { exact: 1, rounding: 1, conflict: 1, remark: 1, unknown: 0 },
    });
    expect(edges[0]!.instances[0]!.outcome).toBe('conflict');
    expect(nodes.find(({ place }) => place === '03')!.tally.exact).toBe(1);
  });

  it('places sides without a printed figure by their words, and what has no place beside the other side', () => {
    const { edges, nodes } = graphOf([
      instance({ left: at('03-212'), right: side('公开05表 212 城乡社区支出', null) }),
      instance({
        about: '情况说明五 占比',
        left: side('占比', null, [], { line: 3 }),
        right: side('按金额计算', null),
      }),
    ]);
    expect(edges.map(({ id }) => id)).toEqual(['03~05']);
    expect(nodes.find(({ place }) => place === 'narrative')!.tally.conflict).toBe(1);
  });

  it('places what is printed on a line of a form in that form, and elsewhere in the text', () => {
    const name = (line: number) =>
      instance({
        rule: 'N1',
        relation: 'text',
        about: '科目 212 名称',
        left: side('印出的名称', null, [], { printed: '城乡支出', page: 7, line }),
        right: side('目录中的名称', null, [], { printed: '城乡社区支出' }),
      });
    const { nodes } = graphOf([name(41), name(99)]);
    expect(nodes.filter(({ tally }) => tally.conflict === 1).map(({ place }) => place)).toEqual([
      '05',
      'narrative',
    ]);
  });

  it('ties a sum of several forms to each of them, and none to itself', () => {
    const both = side('03 + 05', 1n, ['03-212', '05-212']);
    const { edges, nodes } = graphOf([instance({ left: at('03-212'), right: both })]);
    expect(edges.map(({ id }) => id)).toEqual(['03~05']);
    expect(nodes.find(({ place }) => place === '03')!.tally.conflict).toBe(0);
  });

  it('says of each node and edge in words and signs how it stands', () => {
    const tally = { exact: 2, rounding: 1, conflict: 0, remark: 0, unknown: 0 };
    expect([stateOf(tally), badgeOf(tally)]).toEqual(['holds', '✓ 3']);
    expect(badgeOf({ ...tally, conflict: 2, remark: 1 })).toBe('✗ 3');
    expect(badgeOf({ ...tally, remark: 1 })).toBe('! 1');
    expect(badgeOf({ ...tally, unknown: 4 })).toBe('? 4');
    const { edges } = drawnGraph(
      graphOf([between('03-212', 'n-212', { outcome: 'conflict' })]),
      [],
      'zh-CN',
      wordsOf('zh-CN'),
    );
    expect(edges[0]).toMatchObject({ state: 'broken', name: '公开03表与情况说明：不符 1 处' });
  });
});

const nodes: DrawnNode[] = Array.from({ length: 13 }, (_, i) => ({
  id: `f${i}`,
  label: '',
  title: '',
  badge: '',
  state: 'holds',
  name: '',
}));
const edges: DrawnEdge[] = nodes.flatMap((from, i) =>
  nodes.slice(i + 1).map((to) => ({
    id: `${from.id}~${to.id}`,
    from: from.id,
    to: to.id,
    badge: '✓ 99',
    state: 'holds',
    name: '',
  })),
);

describe('the drawing', () => {
  it.each([360, 600, 1100])(
    'keeps every badge apart and inside, %i wide, with every pair of 13 forms tied',
    (width) => {
      const { arcs, nodes: wide, height } = graphLayout(nodes, edges, width);
      expect(arcs).toHaveLength(78);
      for (const [i, a] of arcs.entries()) {
        expect(a.x).toBeGreaterThan(wide);
        expect(a.y).toBeLessThan(height);
        if (width > 400) expect(a.x).toBeLessThanOrEqual(width);
        for (const b of arcs.slice(i + 1))
          expect(Math.abs(a.x - b.x) >= 14 || Math.abs(a.y - b.y) >= 18, `${a.edge.id} ${b.edge.id}`).toBe(
            true,
          );
      }
    },
  );

  it('leaves out edges to what is not drawn, and from a node to itself', () => {
    const stray = [
      { ...edges[0]!, to: 'nowhere' },
      { ...edges[0]!, to: 'f0' },
    ];
    expect(graphLayout(nodes, stray, 600).arcs).toEqual([]);
  });

  it('is walked by arrows: every node and every edge can be reached', () => {
    const { arcs } = graphLayout(nodes, edges, 600);
    const go = (key: string, from: string) => neighbour(key, from, nodes, arcs);
    expect(go('ArrowDown', 'f0')).toBe('f1');
    expect(go('ArrowUp', 'f0')).toBeNull();
    expect(go('End', 'f0')).toBe('f12');
    const first = go('ArrowRight', 'f5')!;
    expect(first.split('~')).toContain('f5');
    expect(go('ArrowLeft', 'f3~f7')).toBe('f3');
    const seen = new Set<string>();
    for (let id: string | null = go('Home', arcs[5]!.edge.id); id !== null; id = go('ArrowDown', id))
      seen.add(id);
    expect(seen.size).toBe(78);
    expect(go('Enter', 'f0')).toBeNull();
  });
});
