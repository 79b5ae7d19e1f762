import type { WorkBook } from '@e965/xlsx';
import { UnreadableDocument } from '../errors';
import type { Page } from '../page';
import { CODEPAGES } from './codepages';
import { requireWorkbook } from './container';
import { sheetPage } from './sheet-page';

interface Watch {
  onPage?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

const OLE = 0xd0;

/**
 * A workbook (XLSX, XLSM, XLSB, XLS, ODS, Excel's XML, WPS's ET) → a page per sheet. Hidden rows and columns are read
 * as the others, hidden sheets are not (drafts, lists of a program); both are told in the notes of a page.
 * @throws UnreadableDocument encrypted, damaged, empty, or what else an Office container holds
 */
export async function readWorkbook(fileName: string, bytes: Uint8Array, watch: Watch = {}): Promise<Page[]> {
  const xlsx = await import('@e965/xlsx');
  if (bytes[0] === OLE) requireWorkbook(fileName, bytes, xlsx.CFB as Parameters<typeof requireWorkbook>[2]);
  xlsx.set_cptable(CODEPAGES);
  let book: WorkBook;
  try {
    book = xlsx.read(bytes, {
      type: 'array',
      dense: true,
      cellStyles: true,
      sheetStubs: true,
      cellHTML: false,
      dateNF: 'yyyy-mm-dd',
    });
  } catch (cause) {
    const encrypted = cause instanceof Error && /password|encrypt/i.test(cause.message);
    throw new UnreadableDocument(encrypted ? 'encrypted' : 'damaged', fileName, undefined, { cause });
  }
  const pages: Page[] = [];
  const total = book.SheetNames.length;
  for (const [index, name] of book.SheetNames.entries()) {
    watch.signal?.throwIfAborted();
    const sheet = book.Sheets[name];
    if (sheet && (sheet['!type'] ?? 'sheet') === 'sheet') pages.push(sheetPage(sheet, name, index + 1));
    watch.onPage?.(index + 1, total);
  }
  const isHidden = (page: Page) => Boolean(book.Workbook?.Sheets?.[page.number! - 1]?.Hidden);
  const shown = withoutHidden(pages, isHidden);
  if (shown.every((page) => page.lines.length === 0)) throw new UnreadableDocument('empty', fileName);
  return shown;
}

/** Hidden sheets are left out, told of, unless nothing else holds figures. */
function withoutHidden(pages: readonly Page[], isHidden: (page: Page) => boolean): Page[] {
  const visible = pages.filter((page) => !isHidden(page));
  const hidden = pages.filter((page) => isHidden(page) && figures(page) > 0);
  if (hidden.length === 0) return visible;
  if (visible.every((page) => figures(page) === 0)) return [...pages];
  const [first, ...rest] = visible;
  const notes = hidden.map((page) => ({
    code: 'hidden_sheet' as const,
    message: `隐藏的工作表“${page.name}”里有 ${figures(page)} 个数字，没有读入；需要时请取消隐藏后另存`,
    line: null,
  }));
  return [{ ...first!, notes: [...(first!.notes ?? []), ...notes] }, ...rest];
}

function figures(page: Page): number {
  return page.lines.reduce(
    (sum, line) => sum + (line.cells?.filter((cell) => /\d/.test(cell.text)).length ?? 0),
    0,
  );
}
