import { FORM_SETS, formName } from '../forms';
import { equal, part } from '../relate';
import type { Rule } from '../rule';
import { subjectThree } from '../three-public';

const STAGE_LABELS = {
  initial_budget: '年初预算数',
  adjusted_budget: '预算数',
  final: '决算数',
  prior_final: '上年决算数',
} as const;

/** E19, form 09 and B09, for every stage printed. */
export const e19: Rule = {
  id: 'E19',
  name: { zh: '“三公”经费各项之和', en: 'Parts of the three public expenses' },
  severity: 'error',
  right: {
    zh: '“三公”经费表预算数与决算数各自：合计 = 因公出国（境）费 + 公务用车小计 + 公务接待费；小计 = 购置费 + 运行维护费。',
    en: 'Budget and final alike: total = travel abroad + vehicles + receptions, vehicles = purchase + running.',
  },
  check: (book) =>
    FORM_SETS.map((set) => set.threePublic).flatMap((form) =>
      book.stages(form).flatMap((stage) => {
        const at = (code: string) => subjectThree(book, form, stage, code);
        const cells = (codes: readonly string[]) => codes.flatMap((code) => at(code) ?? []);
        const about = `${formName(form)} ${STAGE_LABELS[stage]}`;
        const total = at('SG');
        const vehicles = at('SG2');
        const parts = vehicles ? ['SG1', 'SG2', 'SG3'] : ['SG1', 'SG21', 'SG22', 'SG3'];
        return [
          total && cells(parts).length > 0
            ? equal(book, 'E19', `${about}合计`, part(total), part(cells(parts)), { printed: true })
            : null,
          vehicles && cells(['SG21', 'SG22']).length > 0
            ? equal(book, 'E19', `${about}公务用车小计`, part(vehicles), part(cells(['SG21', 'SG22'])), {
                printed: true,
              })
            : null,
          grandTotal(),
        ].filter((judged) => judged !== null);

        function grandTotal() {
          const named = (name: string) => book.row(form, stage, (row) => row.name === name);
          const whole = named('“三公”经费、会议费、培训费合计');
          const others = ['会议费', '培训费']
            .flatMap((name) => named(name) ?? [])
            .map((row) => book.cell(row, 'total'));
          return whole && total && others.length === 2
            ? equal(book, 'E19', `${about}总计`, part(book.cell(whole, 'total')), part([total, ...others]))
            : null;
        }
      }),
    ),
};
