import { expect, test } from 'vitest';
import { hasLettersOf, linesOfBothDirections } from '../../src/check/both-directions.ts';

test('only lines of both directions are taken, and a word in them may have its digits elsewhere', () => {
  const lines = linesOfBothDirections(['نظام 8YOLOv للرصد\nYOLOv9 alone\nنظام وحيد']);
  expect(lines).toHaveLength(1);
  expect(hasLettersOf('yolov8', lines)).toBe(true);
  expect(hasLettersOf('yolov9', lines)).toBe(false);
  expect(hasLettersOf('yolov88', lines)).toBe(false);
});
