/** How SVG units become PDF units: `(x - left) * scale`, `(bottom - y) * scale`. */
export interface Frame {
  scale: number;
  left: number;
  bottom: number;
}

interface Point {
  x: number;
  y: number;
}

/** How many numbers each SVG path command takes. */
const arity: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, A: 7, Z: 0 };

/**
 * Turns an SVG path's data into PDF path construction operators (`m l c h`), whole units, without a painting operator.
 * @throws Error for the quadratic commands Q and T, which Font Awesome does not use
 */
export function toPdfPath(data: string, frame: Frame): string {
  const out: string[] = [];
  let at: Point = { x: 0, y: 0 };
  let start = at;
  let lastControl: Point | undefined;
  const emit = (operator: string, ...points: Point[]): void => {
    const numbers = points.flatMap((point) => [
      Math.round((point.x - frame.left) * frame.scale),
      Math.round((frame.bottom - point.y) * frame.scale),
    ]);
    out.push([...numbers, operator].join(' '));
  };
  for (const { command, values } of parsePath(data)) {
    const letter = command.toUpperCase();
    const base = command === letter ? { x: 0, y: 0 } : at;
    const point = (index: number): Point => ({
      x: base.x + (values[index] ?? Number.NaN),
      y: base.y + (values[index + 1] ?? Number.NaN),
    });
    let control: Point | undefined;
    if (letter === 'M') {
      at = start = point(0);
      emit('m', at);
    } else if (letter === 'L' || letter === 'H' || letter === 'V') {
      const single = values[0] ?? Number.NaN;
      if (letter === 'L') at = point(0);
      else at = letter === 'H' ? { x: base.x + single, y: at.y } : { x: at.x, y: base.y + single };
      emit('l', at);
    } else if (letter === 'C' || letter === 'S') {
      const first =
        letter === 'C'
          ? point(0)
          : lastControl
            ? { x: 2 * at.x - lastControl.x, y: 2 * at.y - lastControl.y }
            : at;
      control = point(values.length - 4);
      at = point(values.length - 2);
      emit('c', first, control, at);
    } else if (letter === 'A') {
      const end = point(5);
      for (const curve of toCurves(at, values, end)) emit('c', ...curve);
      at = end;
    } else {
      at = start;
      emit('h');
    }
    lastControl = control;
  }
  return out.join(' ');
}

/** Splits path data into one command each with as many numbers as it takes; a move's further pairs are lines. */
function parsePath(data: string): { command: string; values: number[] }[] {
  return [...data.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)].flatMap(([, command = '', rest = '']) => {
    const letter = command.toUpperCase();
    const count = arity[letter];
    if (count === undefined) throw new Error(`Cannot convert the SVG path command \`${command}\``);
    const numbers = letter === 'A' ? parseArcNumbers(rest) : parseNumbers(rest);
    if (count === 0) return [{ command, values: [] }];
    return Array.from({ length: numbers.length / count }, (_, index) => ({
      command: index > 0 && letter === 'M' ? (command === 'M' ? 'L' : 'l') : command,
      values: numbers.slice(index * count, (index + 1) * count),
    }));
  });
}

function parseNumbers(text: string): number[] {
  return (text.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g) ?? []).map(Number);
}

/** An arc's two flags are single digits that may stand without a space after them: `a16 16 0 1032 0`. */
function parseArcNumbers(text: string): number[] {
  const number = '(-?(?:\\d+\\.?\\d*|\\.\\d+))';
  const arc = new RegExp(
    `${[number, number, number, '([01])', '([01])', number, number].join('[\\s,]*')}`,
    'g',
  );
  return [...text.matchAll(arc)].flatMap((match) => match.slice(1).map(Number));
}

/** SVG's elliptical arc as Bézier curves of at most a quarter turn (SVG 1.1, appendix F.6.5). */
function toCurves(from: Point, values: readonly number[], to: Point): [Point, Point, Point][] {
  let [rx = 0, ry = 0, rotation = 0] = values;
  const [large, sweep] = [values[3] === 1, values[4] === 1];
  const phi = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const half = { x: (from.x - to.x) / 2, y: (from.y - to.y) / 2 };
  const turned = { x: cos * half.x + sin * half.y, y: cos * half.y - sin * half.x };
  const stretch = Math.max(1, Math.hypot(turned.x / rx, turned.y / ry));
  rx *= stretch;
  ry *= stretch;
  const distance = (rx * turned.y) ** 2 + (ry * turned.x) ** 2;
  const factor = Math.sqrt(Math.max(0, (rx * ry) ** 2 / distance - 1)) * (large === sweep ? -1 : 1);
  const centre = { x: (factor * rx * turned.y) / ry, y: (-factor * ry * turned.x) / rx };
  const first = Math.atan2((turned.y - centre.y) / ry, (turned.x - centre.x) / rx);
  const last = Math.atan2((-turned.y - centre.y) / ry, (-turned.x - centre.x) / rx);
  let sweepAngle = last - first;
  if (sweep && sweepAngle < 0) sweepAngle += 2 * Math.PI;
  if (!sweep && sweepAngle > 0) sweepAngle -= 2 * Math.PI;
  const pieces = Math.ceil(Math.abs(sweepAngle) / (Math.PI / 2) - 1e-9);
  const step = sweepAngle / pieces;
  const pull = (4 / 3) * Math.tan(step / 4);
  const place = (x: number, y: number): Point => ({
    x: cos * (x * rx + centre.x) - sin * (y * ry + centre.y) + (from.x + to.x) / 2,
    y: sin * (x * rx + centre.x) + cos * (y * ry + centre.y) + (from.y + to.y) / 2,
  });
  return Array.from({ length: pieces }, (_, index) => {
    const [a, b] = [first + index * step, first + (index + 1) * step];
    return [
      place(Math.cos(a) - pull * Math.sin(a), Math.sin(a) + pull * Math.cos(a)),
      place(Math.cos(b) + pull * Math.sin(b), Math.sin(b) - pull * Math.cos(b)),
      place(Math.cos(b), Math.sin(b)),
    ];
  });
}
