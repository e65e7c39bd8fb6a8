/** What a job says about itself on its page, in Markdown. */

/** The page of a job takes a mebibyte; whoever has more messages than this reads the log. */
const mostMessages = 200;

/**
 * A table of the PDFs, and one of what there is to say about each.
 * @param {readonly import('./run-mdcv.mjs').Built[]} built
 */
export function toSummary(built) {
  const pdfs = built.map(({ audience, pdf, pages, template, engine, messages }) =>
    row([
      pdf ? code(pdf) : '**no PDF**',
      audience,
      pages === null ? '' : String(pages),
      escapeCell(template ?? ''),
      escapeCell(engine ?? ''),
      counts(messages),
    ]),
  );
  const told = built.flatMap(({ audience, messages }) =>
    messages.map((message) => ({ audience, ...message })),
  );
  return [
    '## mdcv',
    '',
    row(['PDF', 'CV', 'pages', 'template', 'engine', 'problems']),
    row(Array(6).fill('---')),
    ...pdfs,
    ...(told.length > 0 ? ['', ...toMessageTable(told)] : []),
    ...(told.length > mostMessages ? ['', `… and ${told.length - mostMessages} more, see the log.`] : []),
    '',
  ].join('\n');
}

/** @param {(import('./run-mdcv.mjs').Message & { audience: string })[]} told */
function toMessageTable(told) {
  return [
    row(['', 'place', 'CV', 'what', 'what to do']),
    row(Array(5).fill('---')),
    ...told
      .slice(0, mostMessages)
      .map(({ audience, code: id, severity, file, line, column, reason, note }) =>
        row([
          severity,
          code([file, line, line && column].filter(Boolean).join(':')),
          audience,
          `${escapeCell(reason)} (${code(id)})`,
          escapeCell(note ?? ''),
        ]),
      ),
  ];
}

/** @param {readonly import('./run-mdcv.mjs').Message[]} messages */
function counts(messages) {
  return /** @type {const} */ (['error', 'warning'])
    .map((severity) => ({
      severity,
      count: messages.filter((message) => message.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? '' : 's'}`)
    .join(', ');
}

/** @param {readonly string[]} cells */
function row(cells) {
  return `| ${cells.join(' | ')} |`;
}

/** @param {string} text */
function code(text) {
  return text === '' ? '' : `<code>${escapeCell(text)}</code>`;
}

/**
 * Text of a CV is text: no markup, no link, no end of the cell.
 * @param {string} text
 */
function escapeCell(text) {
  return text
    .replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/\r?\n|\r/g, '<br>');
}
