/** Writes the code cache of the bundle named in the arguments, that of the libraries for PDFs, after a PDF was made and opened with each. */
import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { codeCacheOf, loadScript } from '../cli/load-bundle.ts';

const [bundleFile = ''] = process.argv.slice(2);
setFlagsFromString('--no-flush-bytecode');
const { exports, script } = loadScript(bundleFile);
const libraries = exports as typeof import('../pdf/libraries.ts');

const { PDFDocument } = await libraries.loadPdfLib();
const made = await PDFDocument.create();
made.addPage().drawText('Curriculum vitae');
const bytes = await made.save();
await PDFDocument.load(bytes);

const { getDocument } = await libraries.loadPdfjs();
const task = getDocument({
  data: new Uint8Array(bytes),
  standardFontDataUrl: `${libraries.pdfjsFolder()}standard_fonts/`,
});
await (await (await task.promise).getPage(1)).getTextContent();
await task.destroy();

const pdfium = await libraries.loadPdfium();
const document = await pdfium.loadDocument(bytes);
document.getPage(0).getText();
document.destroy();
pdfium.destroy();

setFlagsFromString('--flush-bytecode');
writeFileSync(codeCacheOf(bundleFile), script.createCachedData());
