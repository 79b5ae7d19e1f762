import type { Stage } from '../domain/facts';
import type { Book, Cell } from './book';

/** The printed cell of one part of “三公” (SG, SG1 …) in form 09 or B09. */
export function subjectThree(book: Book, form: string, stage: Stage, code: string): Cell | null {
  const row = book.row(form, stage, (r) => r.classification === 'three_public' && r.code === code);
  const cell = row?.cells.get('total');
  return cell?.fact ? cell : null;
}
