/** Builds what it is told, in name only, and dies at a CV that says so. */
process.on('message', ({ task }) => {
  if (task.file === 'die.md') process.exit(3);
  const object = { pdf: task.file, template: null, durationMs: 1, messages: [], pid: process.pid };
  process.send({ type: 'done', outcome: { status: 'built', object, text: '' } });
  process.send({ type: 'ready' });
});
