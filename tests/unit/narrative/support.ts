import { existsSync, readFileSync } from 'node:fs';
import { readText } from '../../../src/documents/text';
import type { Page } from '../../../src/documents/page';
import type { Fact, Statement } from '../../../src/domain/facts';
import type { ExtractContext, Findings, FormSubject } from '../../../src/extract/context';
import { extractNarrative } from '../../../src/extract/narrative';

/** A context for text written for a test: 2023, no forms unless given. */
export function contextOf(
  subjects: readonly FormSubject[] = [],
  more: Partial<ExtractContext> = {},
): ExtractContext {
  return {
    document: {
      doc_id: 'test',
      title: '',
      region: '',
      department: '某市某某局',
      fiscal_year: 2023,
      kind: 'final_account',
      scope: 'department',
      unit_printed: '万元',
      file_name: 'test.txt',
      sha256: '',
      pages: null,
      forms_present: '',
      source_url: null,
      published: null,
      warnings: 0,
    },
    subjects,
    ...more,
  };
}

export function pagesOf(text: string): Page[] {
  return readText('test.txt', new TextEncoder().encode(text));
}

/** `2010350 事业运行;201 一般公共服务支出` → subjects. */
export function subjectsOf(list: string): FormSubject[] {
  return list.split(';').map((entry) => {
    const [code, name] = entry.trim().split(' ') as [string, string];
    return { code, name, level: (code.length - 1) / 2 };
  });
}

/** The narrative of a text whose part and section headings are added here. */
export function narrate(section: string, text: string, context: ExtractContext = contextOf()): Findings {
  return extractNarrative(pagesOf(`第三部分 2023 年度部门决算情况说明\n${section}\n${text}`), context);
}

/** Facts as `code-or-name measure stage amount-in-万元[ derived]`, in order; fund and flow where they are asked for. */
export function brief(facts: readonly Fact[]): string[] {
  return facts.map((fact) =>
    [
      fact.subject_code ?? fact.subject_name,
      fact.measure,
      fact.stage,
      wan(fact.amount),
      fact.derived ? 'derived' : '',
    ]
      .join(' ')
      .trim(),
  );
}

/** 分 as 万元, exact, without trailing zeros: 1989500n·100 → 198.95. */
export function wan(amount: bigint): string {
  const sign = amount < 0n ? '-' : '';
  const digits = (amount < 0n ? -amount : amount).toString().padStart(7, '0');
  return sign + `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '');
}

/** The filled columns of a statement, amounts in 万元. */
export function told(statement: Statement): Record<string, string> {
  const found: Record<string, string> = { item: statement.item };
  const { initial_budget, adjusted_budget, final, change, prior_final } = statement;
  for (const [key, amount] of Object.entries({
    initial_budget,
    adjusted_budget,
    final,
    change,
    prior_final,
  })) {
    if (amount !== null) found[key] = wan(amount);
  }
  const { subject_code, change_rate, execution_rate, share, reason } = statement;
  for (const [key, text] of Object.entries({ subject_code, change_rate, execution_rate, share, reason })) {
    if (text !== null) found[key] = text;
  }
  return found;
}

const FOLDER = new URL('../../../../shared/disclosures/', import.meta.url);

/** A real document, or null where the folder is not beside the project. */
export function realDocument(name: string): Uint8Array | null {
  const url = new URL(name, FOLDER);
  if (existsSync(url)) return readFileSync(url);
  console.warn(`skipped: ../shared/disclosures/${name} is not present`);
  return null;
}
