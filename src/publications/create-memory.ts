/** More are never kept: a watch reads for hours. */
const most = 5000;

/** Remembers what was made of a text, so that it is made once. What is remembered must never be changed. */
export function createMemory<Value>(): (text: string, make: () => Value) => Value {
  const known = new Map<string, { value: Value }>();
  return (text, make) => {
    const found = known.get(text);
    if (found) return found.value;
    const value = make();
    if (known.size >= most) known.clear();
    known.set(text, { value });
    return value;
  };
}
