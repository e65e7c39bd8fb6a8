/**
 * An ICC profile of sRGB, made from what IEC 61966-2-1 publishes: the chromaticities of its primaries and of its white, and its
 * transfer curve. A matrix profile of version 2 (ICC.1:2001-04), which every part of PDF/A takes.
 */

/** CIE 1931 x and y: IEC 61966-2-1, table 1. */
const primaries = { red: [0.64, 0.33], green: [0.3, 0.6], blue: [0.15, 0.06] } as const;
const whiteD65 = [0.3127, 0.329] as const;
/** The white of the profile connection space, ICC.1:2001-04, 6.3.4.3, in its own rounding. */
const whiteD50: Vector = [0.9642, 1, 0.8249];
/** Linear cone responses of the Bradford adaptation, ICC.1:2001-04, annex E. */
const bradford: Matrix = [
  [0.8951, 0.2664, -0.1614],
  [-0.7502, 1.7135, 0.0367],
  [0.0389, -0.0685, 1.0296],
];

/** Steps of the transfer curve; between them a reader of the profile draws straight lines, which is at most 0.00002 off. */
const curveEntries = 256;

type Vector = [number, number, number];
type Matrix = [Vector, Vector, Vector];

/** The profile's bytes: always the same. */
export function srgbProfile(): Buffer {
  const [red, green, blue] = colorants();
  const curve = curveTag();
  const tags: [string, Buffer][] = [
    ['desc', descriptionTag('sRGB IEC61966-2.1')],
    ['cprt', textTag('No copyright, use freely')],
    ['wtpt', xyzTag(whiteD50)],
    ['rXYZ', xyzTag(red)],
    ['gXYZ', xyzTag(green)],
    ['bXYZ', xyzTag(blue)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length, 0);
  const bodies: Buffer[] = [];
  const places = new Map<Buffer, number>();
  let end = 128 + table.length;
  tags.forEach(([signature, body], index) => {
    let place = places.get(body);
    if (place === undefined) {
      place = end;
      places.set(body, place);
      const padded = Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
      bodies.push(padded);
      end += padded.length;
    }
    table.write(signature, 4 + 12 * index, 'latin1');
    table.writeUInt32BE(place, 8 + 12 * index);
    table.writeUInt32BE(body.length, 12 + 12 * index);
  });
  return Buffer.concat([header(end), table, ...bodies]);
}

/** ICC.1:2001-04, 6.1. The date is that of the standard's publication: a profile of today would differ tomorrow. */
function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02400000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  [1999, 10, 1, 0, 0, 0].forEach((part, index) => {
    bytes.writeUInt16BE(part, 24 + 2 * index);
  });
  bytes.write('acsp', 36, 'latin1');
  xyz(whiteD50).copy(bytes, 68);
  return bytes;
}

/** XYZ of full red, green and blue, adapted to D50: they add up to its white. */
function colorants(): Matrix {
  const corners = [primaries.red, primaries.green, primaries.blue].map(toXyz) as Matrix;
  const amounts = multiply(invert(transpose(corners)), toXyz(whiteD65));
  const cones = (white: Vector): Vector => multiply(bradford, white);
  const from = cones(toXyz(whiteD65));
  const scale = cones(whiteD50).map((value, index) => value / (from[index] as number));
  const adapt = (colour: Vector): Vector =>
    multiply(
      invert(bradford),
      cones(colour).map((value, index) => value * (scale[index] as number)) as Vector,
    );
  return corners.map((corner, index) =>
    adapt(corner.map((value) => value * (amounts[index] as number)) as Vector),
  ) as Matrix;
}

function toXyz([x, y]: readonly [number, number]): Vector {
  return [x / y, 1, (1 - x - y) / y];
}

/** IEC 61966-2-1, 5.2: from the device's value to linear light. */
function curveTag(): Buffer {
  const bytes = Buffer.alloc(12 + 2 * curveEntries);
  bytes.write('curv', 0, 'latin1');
  bytes.writeUInt32BE(curveEntries, 8);
  for (let index = 0; index < curveEntries; index++) {
    const value = index / (curveEntries - 1);
    const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    bytes.writeUInt16BE(Math.round(light * 0xffff), 12 + 2 * index);
  }
  return bytes;
}

/** `textDescriptionType`: ASCII, and no localised text beside it. */
function descriptionTag(text: string): Buffer {
  const ascii = Buffer.from(`${text}\0`, 'latin1');
  const bytes = Buffer.alloc(12 + ascii.length + 78);
  bytes.write('desc', 0, 'latin1');
  bytes.writeUInt32BE(ascii.length, 8);
  ascii.copy(bytes, 12);
  return bytes;
}

function textTag(text: string): Buffer {
  return Buffer.from(`text\0\0\0\0${text}\0`, 'latin1');
}

function xyzTag(value: Vector): Buffer {
  return Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), xyz(value)]);
}

/** Three numbers with 16 bits behind the point. */
function xyz(value: Vector): Buffer {
  const bytes = Buffer.alloc(12);
  value.forEach((part, index) => {
    bytes.writeInt32BE(Math.round(part * 0x10000), 4 * index);
  });
  return bytes;
}

function multiply(matrix: Matrix, vector: Vector): Vector {
  return matrix.map((row) =>
    row.reduce((sum, part, index) => sum + part * (vector[index] as number), 0),
  ) as Vector;
}

function transpose(matrix: Matrix): Matrix {
  return [0, 1, 2].map((column) => matrix.map((row) => row[column] as number)) as Matrix;
}

/** By cross products: the rows of the inverse's transpose. */
function invert(matrix: Matrix): Matrix {
  const [a, b, c] = matrix;
  const rows: Matrix = [cross(b, c), cross(c, a), cross(a, b)];
  const determinant = a.reduce((sum, part, index) => sum + part * (rows[0][index] as number), 0);
  return transpose(rows.map((row) => row.map((part) => part / determinant)) as Matrix);
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
