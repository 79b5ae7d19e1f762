import { apply, boxOf, IDENTITY, multiply, type Box, type Matrix } from './geometry';

/** A ruling line: horizontal or vertical, with its extent. */
export interface Rule {
  direction: 'horizontal' | 'vertical';
  /** y of a horizontal rule, x of a vertical one. */
  at: number;
  from: number;
  to: number;
}

/** The names of the operators that matter here, by pdf.js's numbers. */
export interface OperatorNumbers {
  save: number;
  restore: number;
  transform: number;
  constructPath: number;
  stroke: number;
  closeStroke: number;
  fill: number;
  eoFill: number;
  fillStroke: number;
  eoFillStroke: number;
  closeFillStroke: number;
  closeEOFillStroke: number;
}

/** A filled shape thinner than this is a line; rules shorter than this are dots of a dash or of a letter. */
const THICKEST = 2.5;
const SHORTEST = 3;

/** All ruling lines of a page: stroked segments and thin filled boxes, in page coordinates. */
export function rulesOf(
  fnArray: readonly number[],
  argsArray: readonly unknown[],
  ops: OperatorNumbers,
  view: Matrix,
): Rule[] {
  const rules: Rule[] = [];
  const stack: Matrix[] = [];
  let matrix = IDENTITY;
  const strokes = [ops.stroke, ops.closeStroke];
  const fills = [
    ops.fill,
    ops.eoFill,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ];
  fnArray.forEach((fn, index) => {
    if (fn === ops.save) stack.push(matrix);
    else if (fn === ops.restore) matrix = stack.pop() ?? IDENTITY;
    else if (fn === ops.transform) matrix = multiply(matrix, argsArray[index] as unknown as Matrix);
    else if (fn === ops.constructPath) {
      const [paint, data] = argsArray[index] as [number, [ArrayLike<number> | null]];
      if (!data[0]) return;
      const shapes = subpaths(data[0], multiply(view, matrix));
      if (strokes.includes(paint)) rules.push(...shapes.flatMap(segments));
      else if (fills.includes(paint)) rules.push(...shapes.flatMap(thinBox));
    }
  });
  return rules;
}

type Point = [number, number];

/** Points of each subpath; the flat array holds 0 moveTo, 1 lineTo, 2 curveTo, 3 quadraticCurveTo, 4 close. */
function subpaths(data: ArrayLike<number>, matrix: Matrix): Point[][] {
  const paths: Point[][] = [];
  let current: Point[] = [];
  let index = 0;
  const point = (): Point => apply(matrix, data[index++]!, data[index++]!);
  while (index < data.length) {
    const op = data[index++];
    if (op === 0) {
      if (current.length > 1) paths.push(current);
      current = [point()];
    } else if (op === 1) current.push(point());
    else if (op === 2) {
      index += 4;
      current.push(point());
    } else if (op === 3) {
      index += 2;
      current.push(point());
    } else if (op === 4) {
      if (current.length > 1) paths.push([...current, current[0]!]);
      current = [];
    } else break;
  }
  if (current.length > 1) paths.push(current);
  return paths;
}

function segments(path: readonly Point[]): Rule[] {
  return path.slice(1).flatMap((end, index) => ruleOf(boxOf(path[index]!, end)));
}

/** A filled shape that is thin is a line drawn as a box; a broad one (shading) has edges that are none. */
function thinBox(path: readonly Point[]): Rule[] {
  const xs = path.map(([x]) => x);
  const ys = path.map(([, y]) => y);
  return ruleOf({ x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) });
}

function ruleOf({ x0, y0, x1, y1 }: Box): Rule[] {
  const width = x1 - x0;
  const height = y1 - y0;
  if (height <= THICKEST && width >= SHORTEST && width > height)
    return [{ direction: 'horizontal', at: (y0 + y1) / 2, from: x0, to: x1 }];
  if (width <= THICKEST && height >= SHORTEST)
    return [{ direction: 'vertical', at: (x0 + x1) / 2, from: y0, to: y1 }];
  return [];
}
