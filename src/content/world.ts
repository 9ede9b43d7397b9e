/** The globals of the isolated world that our scripts of one frame share; no page sees them. */
const scope: { [key: symbol]: unknown } = globalThis as never;

/** A value that one of our scripts leaves for another. */
export function share<Value>(name: string) {
  const key = Symbol.for(`foil.${name}`);
  return {
    // Only this function's other half writes it.
    get: () => scope[key] as Value | undefined,
    set: (value: Value) => {
      scope[key] = value;
    },
  };
}
